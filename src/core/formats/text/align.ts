/** UTF-16 code units, end exclusive. */
export interface Range {
  start: number
  end: number
}

const isBlank = (unit: number): boolean =>
  unit === 0x20 || (unit >= 9 && unit <= 13) || (unit >= 0x80 && /[\s\u0085]/.test(String.fromCharCode(unit)))

/**
 * Where paragraphs cut from a text stand in it. Cutting changes nothing but blanks, so both are walked
 * blank-free; `removed` are the ranges left out before cutting. Null where the paragraphs are not of this text.
 */
export function rangesOf(
  text: string,
  removed: readonly Range[],
  paragraphs: readonly string[],
): Range[] | null {
  const ranges: Range[] = []
  let at = 0
  let nextRemoved = 0
  for (const paragraph of paragraphs) {
    let start = -1
    let end = at
    for (let index = 0; index < paragraph.length; index++) {
      const unit = paragraph.charCodeAt(index)
      if (isBlank(unit)) continue
      for (;;) {
        const piece = removed[nextRemoved]
        if (piece !== undefined && at >= piece.start) {
          at = Math.max(at, piece.end)
          nextRemoved++
        } else if (at < text.length && isBlank(text.charCodeAt(at))) at++
        else break
      }
      if (text.charCodeAt(at) !== unit) return null
      if (start === -1) start = at
      at++
      end = at
    }
    ranges.push({ start: start === -1 ? end : start, end })
  }
  return ranges
}

/** A character that begins a composition, with everything NFC could join to it. */
const COMPOSITION = /[^\p{M}\u1160-\u11ff][\p{M}\u1160-\u11ff]*|[\p{M}\u1160-\u11ff]+/gsu

/**
 * The pieces of a text before NFC that stand at the given ranges of its NFC form; ranges in order. A range
 * that begins or ends inside a composition takes all of it.
 */
export function originalsOf(incoming: string, ranges: readonly Range[]): string[] {
  const originals: string[] = []
  const pattern = new RegExp(COMPOSITION)
  let composed = 0
  let came = 0
  const advance = (target: number): number => {
    while (composed < target) {
      pattern.lastIndex = came
      const segment = pattern.exec(incoming)?.[0]
      if (segment === undefined) break
      composed += segment.length === 1 && segment < '\u0300' ? 1 : segment.normalize('NFC').length
      came += segment.length
    }
    return came
  }
  for (const range of ranges) {
    const start = advance(range.start)
    originals.push(incoming.slice(start, advance(range.end)))
  }
  return originals
}
