import { createMatchIndex } from '#core/memory/scan.ts'
import { similarity } from '#core/text/similarity.ts'
import { paragraph, seeded, type Random } from './data.ts'
import { median, milliseconds, printTable, quantile } from './figures.ts'

const SIZES = [10_000, 50_000, 200_000] as const
const QUERIES = 25
/** Comparing with everything is slow; some look-ups are enough to know how slow, and that both find the same. */
const BRUTE = 3
const FLOOR = 70
const LIMIT = 9

/** A stored source with a few characters changed: what a look-up is for. */
const altered = (source: string, random: Random): string => {
  const characters = Array.from(source)
  for (let change = 0; change < 6; change++) {
    const at = Math.floor(random() * characters.length)
    characters[at] = String.fromCharCode(0xac00 + Math.floor(random() * 11172))
  }
  return characters.join('')
}

const clocked = <Result>(work: () => Result): { took: number; result: Result } => {
  const start = performance.now()
  const result = work()
  return { took: performance.now() - start, result }
}

/** Look-ups in the memory against comparing with every unit, one run, the same units and queries. */
export const memoryBench = (): void => {
  const random = seeded(7)
  const sources = Array.from({ length: SIZES.at(-1) ?? 0 }, () => paragraph(random).source)
  const rows = SIZES.map((size) => {
    const index = createMatchIndex()
    const filling = clocked(() => {
      for (let id = 0; id < size; id++) index.set(id, sources[id] as string)
    })
    const queries = Array.from({ length: QUERIES }, () =>
      altered(sources[Math.floor(random() * size)] as string, random),
    )
    for (const query of queries.slice(0, 3)) index.search(query, FLOOR, LIMIT)
    const fast = queries.map((query) => clocked(() => index.search(query, FLOOR, LIMIT)))
    const slow = queries.slice(0, BRUTE).map((query) =>
      clocked(() => {
        const found: { id: number; score: number }[] = []
        for (let id = 0; id < size; id++) {
          const score = similarity(query, sources[id] as string)
          if (score >= FLOOR) found.push({ id, score })
        }
        return found.sort((a, b) => b.score - a.score || a.id - b.id).slice(0, LIMIT)
      }),
    )
    slow.forEach(({ result }, place) => {
      if (JSON.stringify(result) !== JSON.stringify(fast[place]?.result))
        throw new Error(`The index finds something else than comparing with all ${size} units`)
    })
    const times = fast.map(({ took }) => took)
    const brute = median(slow.map(({ took }) => took))
    return [
      size.toLocaleString('en'),
      milliseconds(filling.took),
      milliseconds(median(times)),
      milliseconds(quantile(times, 0.95)),
      milliseconds(brute),
      `${(brute / median(times)).toFixed(1)}×`,
    ]
  })
  printTable(
    `Memory look-up, floor ${FLOOR} %, best ${LIMIT} (median of ${QUERIES}, brute force of ${BRUTE})`,
    [['units', 'filling', 'look-up', '95th percentile', 'brute force', 'faster'], ...rows],
  )
}
