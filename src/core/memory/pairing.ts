import type { Piece } from './pieces.ts'

/** Pieces of both sources that stand for one another; one of them null where it stands for nothing. */
export interface PiecePair {
  from: Piece | null
  to: Piece | null
  /** Whether what stands right before or behind them is paired as well, so that they hold the same place. */
  anchored: boolean
}

/** What is gained by pairing two pieces; 0 where they cannot stand for one another. */
const gain = (from: Piece, to: Piece): number => {
  if (from.kind !== to.kind) return 0
  const same = from.key === to.key
  if (from.kind === 'word') return same ? 8 + (from.end - from.start) : 0
  if (from.kind === 'sign') return same ? 3 : 0
  if (same) return 20
  if (from.kind === 'term') return 8
  if (from.sort === to.sort) return 12
  return from.value?.meaning.type === to.value?.meaning.type ? 2 : 0
}

/** More pairs of pieces than this (a paragraph of 700 words) are not weighed: what differs is shown as replaced. */
const CELLS = 500_000

/**
 * The pieces of two sources paired in their order, for the greatest gain: what says the same, then values of one unit and
 * terms. Of equal ways the same one is taken whichever side comes first.
 */
export const pairPieces = (from: readonly Piece[], to: readonly Piece[]): PiecePair[] => {
  let head = 0
  while (head < from.length && head < to.length && from[head]?.key === to[head]?.key) head++
  let tail = 0
  while (
    tail < Math.min(from.length, to.length) - head &&
    from[from.length - 1 - tail]?.key === to[to.length - 1 - tail]?.key
  )
    tail++
  const rows = from.length - head - tail
  const columns = to.length - head - tail
  const links: [number, number][] = []
  for (let at = 0; at < head; at++) links.push([at, at])
  if (rows * columns <= CELLS) {
    const width = columns + 1
    const best = new Int32Array((rows + 1) * width)
    for (let up = rows - 1; up >= 0; up--)
      for (let left = columns - 1; left >= 0; left--) {
        const own = gain(from[head + up] as Piece, to[head + left] as Piece)
        const paired = own === 0 ? 0 : own + (best[(up + 1) * width + left + 1] as number)
        best[up * width + left] = Math.max(
          paired,
          best[(up + 1) * width + left] as number,
          best[up * width + left + 1] as number,
        )
      }
    let [up, left] = [0, 0]
    while (up < rows && left < columns) {
      const here = best[up * width + left] as number
      const own = gain(from[head + up] as Piece, to[head + left] as Piece)
      if (own > 0 && here === own + (best[(up + 1) * width + left + 1] as number))
        links.push([head + up++, head + left++])
      else if (here === best[(up + 1) * width + left]) up++
      else left++
    }
  }
  for (let at = tail; at > 0; at--) links.push([from.length - at, to.length - at])
  return walk(from, to, links)
}

const walk = (
  from: readonly Piece[],
  to: readonly Piece[],
  links: readonly [number, number][],
): PiecePair[] => {
  const linked = new Set(links.map(([one, other]) => `${one} ${other}`))
  linked.add('-1 -1')
  linked.add(`${from.length} ${to.length}`)
  const pairs: PiecePair[] = []
  let [fromAt, toAt] = [0, 0]
  for (const [one, other] of [...links, [from.length, to.length] as [number, number]]) {
    while (fromAt < one) pairs.push({ from: from[fromAt++] ?? null, to: null, anchored: false })
    while (toAt < other) pairs.push({ from: null, to: to[toAt++] ?? null, anchored: false })
    if (one === from.length) break
    const anchored = linked.has(`${one - 1} ${other - 1}`) || linked.has(`${one + 1} ${other + 1}`)
    pairs.push({ from: from[fromAt++] ?? null, to: to[toAt++] ?? null, anchored })
  }
  return pairs
}
