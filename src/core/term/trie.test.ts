import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ENTRY, createTrie, edgeOf, FIRST, insert, remove, restEnd, TO, type Trie } from './trie.ts'

const symbolsOf = (text: string) => Uint16Array.from(text, (sign) => sign.charCodeAt(0))

/** Entries of every spelling `text` begins with, by its length. */
const walk = (trie: Trie, text: string): Record<number, number[]> => {
  const symbols = symbolsOf(text)
  const found: Record<number, number[]> = {}
  const keep = (end: number, first: number) => {
    const list: number[] = []
    for (let index = first - 1; index >= 0; index = trie.entries[index * ENTRY] ?? -1) list.push(index)
    if (list.length > 0) found[end] = list.sort((one, other) => one - other)
  }
  const begin = symbols[0] ?? 0
  let node = trie.root[begin * 2] ?? 0
  keep(1, trie.root[begin * 2 + 1] ?? 0)
  for (let at = 1; node > 0 && at < symbols.length; at++) {
    const edge = edgeOf(trie, node, symbols[at] ?? 0)
    if (edge < 0) break
    node = trie.edges[edge + TO] ?? 0
    const first = trie.edges[edge + FIRST] ?? 0
    if (node > 0) keep(at + 1, first)
    else {
      const end = restEnd(trie, node, symbols, at + 1, symbols.length)
      if (end >= 0) keep(end, first)
    }
  }
  return found
}

const word = fc.string({ unit: fc.constantFrom('가', '나', '다', 'a'), minLength: 1, maxLength: 7 })

describe('trie', () => {
  it('finds what was put in and not taken out, as a plain list of spellings does', () => {
    const change = fc.record({ text: word, removes: fc.boolean() })
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 60 }),
        fc.array(word, { maxLength: 20 }),
        (changes, asked) => {
          const trie = createTrie(0)
          const held = new Map<number, string>()
          changes.forEach(({ text, removes }, entry) => {
            const [gone] = [...held].find(([, other]) => other === text) ?? []
            if (removes && gone !== undefined) {
              remove(trie, symbolsOf(text), text.length, gone)
              held.delete(gone)
            } else {
              insert(trie, symbolsOf(text), text.length, entry)
              held.set(entry, text)
            }
          })
          for (const text of [...asked, ...changes.map(({ text: own }) => `${own}가나`)]) {
            const expected: Record<number, number[]> = {}
            for (const [entry, own] of held)
              if (text.startsWith(own)) (expected[own.length] ??= []).push(entry)
            expect(walk(trie, text)).toEqual(expected)
          }
        },
      ),
      { numRuns: 400 },
    )
  })

  it('grows past what it was made for', () => {
    const trie = createTrie(0)
    const words = Array.from({ length: 5_000 }, (_, at) => `${at.toString(7)}x${at}`)
    words.forEach((text, entry) => insert(trie, symbolsOf(text), text.length, entry))
    words.forEach((text, entry) => expect(walk(trie, text)[text.length]).toEqual([entry]))
  })
})
