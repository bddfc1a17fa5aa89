import { loadavg } from 'node:os'
import { createMemoryIndex, type MemoryIndex } from '#core/memory/memoryIndex.ts'
import { packMemory } from '#core/memory/packed.ts'
import { edited, units } from './corpus.ts'
import { seeded, type Pair } from './data.ts'

/** Of the units that are stored, and of those that are not. */
const STORED = 7
const HELD_OUT = 99
/** As many units as the engine puts into one segment. */
const SEGMENT = 200_000

export const storedUnits = (count: number): Pair[] => [...units(count, STORED)]

/** Sources of stored units as a translator meets them again, edited. */
export const editedQueries = (stored: readonly { source: string }[], count: number): string[] => {
  const random = seeded(3)
  return Array.from({ length: count }, () =>
    edited((stored[Math.floor(random() * stored.length)] as Pair).source, random),
  )
}

/** Sources that are not stored, of the same newspaper as it were. */
export const heldOutQueries = (count: number): string[] =>
  [...units(count, HELD_OUT)].map(({ source }) => source)

/** Both kinds by turns. */
export const bothQueries = (stored: readonly { source: string }[], count: number): string[] => {
  const [some, others] = [editedQueries(stored, Math.ceil(count / 2)), heldOutQueries(Math.floor(count / 2))]
  return Array.from({ length: count }, (_, at) => (at % 2 === 0 ? some : others)[at >> 1] as string)
}

/** The index over the units, each with its place plus one for its id, in segments as the engine makes them. */
export const indexOf = (stored: readonly Pair[]): MemoryIndex => {
  const index = createMemoryIndex()
  for (let from = 0; from < stored.length; from += SEGMENT) {
    const part = stored.slice(from, from + SEGMENT)
    index.addSegment(
      packMemory({
        ids: part.map((_, at) => from + at + 1),
        owners: part.map(() => 1),
        sources: part.map(({ source }) => source),
        targets: part.map(({ target }) => target),
      }),
    )
  }
  return index
}

/** How busy the machine is, for the head of a table: figures compare within one run. */
export const load = (): string => `load average ${loadavg()[0]?.toFixed(1) ?? '–'}`

export const clocked = <Result>(work: () => Result): { took: number; result: Result } => {
  const start = performance.now()
  const result = work()
  return { took: performance.now() - start, result }
}
