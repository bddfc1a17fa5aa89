/** How far a writer is; `done` and `total` count paragraphs. What `onProgress` throws ends the writing. */
export interface WriteOptions {
  onProgress?: (done: number, total: number) => void
}

/** Paragraphs between two reports. */
export const REPORT_EVERY = 100

/** Walks through paragraphs, reporting every `REPORT_EVERY` of them and at the end. */
export function* reporting<Item>(items: readonly Item[], options: WriteOptions): Generator<Item> {
  let done = 0
  for (const item of items) {
    yield item
    done++
    if (done % REPORT_EVERY === 0 && done < items.length) options.onProgress?.(done, items.length)
  }
  options.onProgress?.(items.length, items.length)
}
