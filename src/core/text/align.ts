/** Pairs of places that hold the same in both sequences, rising in both. */
export type Alignment = [number, number][]

// 2,000 by 2,000 tokens: some 20 ms and 4 MB. What is larger is first cut at tokens that occur once.
const TABLE_CELLS = 4_000_000

/**
 * The heaviest common subsequence of `first` and `second` by table where that is small. Long sequences are cut at
 * tokens that occur once in both (patience diff), and a long stretch without any such is taken for changed
 * altogether: time and memory stay bounded whatever is compared.
 *
 * @param weight how much is gained by keeping a token; above 0
 */
export function align(
  first: readonly string[],
  second: readonly string[],
  weight: (token: string) => number,
): Alignment {
  const pairs: Alignment = []
  alignRange(first, second, 0, first.length, 0, second.length, weight, pairs)
  return pairs
}

function alignRange(
  first: readonly string[],
  second: readonly string[],
  firstStart: number,
  firstEnd: number,
  secondStart: number,
  secondEnd: number,
  weight: (token: string) => number,
  pairs: Alignment,
): void {
  while (firstStart < firstEnd && secondStart < secondEnd && first[firstStart] === second[secondStart])
    pairs.push([firstStart++, secondStart++])
  let tail = 0
  while (
    firstEnd - tail > firstStart &&
    secondEnd - tail > secondStart &&
    first[firstEnd - tail - 1] === second[secondEnd - tail - 1]
  )
    tail++
  const firstRest = firstEnd - tail
  const secondRest = secondEnd - tail
  if (firstStart < firstRest && secondStart < secondRest) {
    if ((firstRest - firstStart) * (secondRest - secondStart) <= TABLE_CELLS)
      alignByTable(first, second, firstStart, firstRest, secondStart, secondRest, weight, pairs)
    else {
      let firstAt = firstStart
      let secondAt = secondStart
      for (const [firstNext, secondNext] of singles(
        first,
        second,
        firstStart,
        firstRest,
        secondStart,
        secondRest,
      )) {
        alignRange(first, second, firstAt, firstNext, secondAt, secondNext, weight, pairs)
        pairs.push([firstNext, secondNext])
        firstAt = firstNext + 1
        secondAt = secondNext + 1
      }
      if (firstAt > firstStart)
        alignRange(first, second, firstAt, firstRest, secondAt, secondRest, weight, pairs)
    }
  }
  for (let at = 0; at < tail; at++) pairs.push([firstRest + at, secondRest + at])
}

const DIAGONAL = 1
const UP = 2

function alignByTable(
  first: readonly string[],
  second: readonly string[],
  firstStart: number,
  firstEnd: number,
  secondStart: number,
  secondEnd: number,
  weight: (token: string) => number,
  pairs: Alignment,
): void {
  const rows = firstEnd - firstStart
  const columns = secondEnd - secondStart
  const steps = new Uint8Array(rows * columns)
  let below = new Float64Array(columns + 1)
  let row = new Float64Array(columns + 1)
  // From the end, so that the way is read from the start and of equal ways the earliest match is taken.
  for (let up = rows - 1; up >= 0; up--) {
    const token = first[firstStart + up] ?? ''
    const gain = weight(token)
    row[columns] = 0
    for (let left = columns - 1; left >= 0; left--) {
      const skipFirst = below[left] ?? 0
      const skipSecond = row[left + 1] ?? 0
      const keep = token === second[secondStart + left] ? gain + (below[left + 1] ?? 0) : -1
      const cell = up * columns + left
      if (keep >= skipFirst && keep >= skipSecond) {
        row[left] = keep
        steps[cell] = DIAGONAL
      } else if (skipFirst >= skipSecond) {
        row[left] = skipFirst
        steps[cell] = UP
      } else row[left] = skipSecond
    }
    ;[below, row] = [row, below]
  }
  let up = 0
  let left = 0
  while (up < rows && left < columns) {
    const step = steps[up * columns + left]
    if (step === DIAGONAL) pairs.push([firstStart + up++, secondStart + left++])
    else if (step === UP) up++
    else left++
  }
}

/** Tokens that occur once in each range, the longest chain of them that rises in both. */
function singles(
  first: readonly string[],
  second: readonly string[],
  firstStart: number,
  firstEnd: number,
  secondStart: number,
  secondEnd: number,
): Alignment {
  const once = (tokens: readonly string[], start: number, end: number): Map<string, number> => {
    const places = new Map<string, number>()
    for (let at = start; at < end; at++) {
      const token = tokens[at] ?? ''
      places.set(token, places.has(token) ? -1 : at)
    }
    return places
  }
  const inSecond = once(second, secondStart, secondEnd)
  const candidates: Alignment = []
  for (const [token, place] of once(first, firstStart, firstEnd)) {
    const other = inSecond.get(token)
    if (place >= 0 && other !== undefined && other >= 0) candidates.push([place, other])
  }
  candidates.sort((one, other) => one[0] - other[0])
  // Longest rising chain by patience sorting.
  const tops: number[] = []
  const before = candidates.map((candidate, at) => {
    let low = 0
    let high = tops.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((candidates[tops[middle] ?? 0]?.[1] ?? 0) < candidate[1]) low = middle + 1
      else high = middle
    }
    tops[low] = at
    return low === 0 ? -1 : (tops[low - 1] ?? -1)
  })
  const chain: Alignment = []
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const candidate = candidates[at]
    if (candidate !== undefined) chain.push(candidate)
  }
  return chain.reverse()
}
