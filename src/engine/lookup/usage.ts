import type { TermReplacement, TermUse } from '#contract/term.ts'
import type { Term } from '#core/model/term.ts'
import { replaceTarget } from '#core/term/replaceTarget.ts'
import { renderingOf } from '#core/term/target.ts'
import type { Reader } from '../db/database.ts'
import { termSourcesAfter, termSourcesOf, type TermSource } from '../db/termSource.ts'
import type { TermLookup } from './terms.ts'

/** Milliseconds of looking through paragraphs between two rests. */
const BREATH = 12
const PAGE = 500

/** How the terms of a workspace are used in its articles. */
export interface TermUsage {
  /** In how many translated paragraphs each term stands with its translation. */
  counts(ids: readonly number[], rest: () => Promise<void>): Promise<{ id: number; uses: number }[]>
  usedIn(id: number, limit: number, rest: () => Promise<void>): Promise<{ uses: TermUse[]; total: number }>
  replacements(
    term: Term,
    change: { from: string; to: string },
    rest: () => Promise<void>,
  ): Promise<TermReplacement[]>
  /** Paragraphs were saved. */
  touch(paragraphIds: readonly number[]): void
  /** Articles came, went or were cut otherwise. */
  reset(): void
}

export const createTermUsage = (db: Reader, terms: TermLookup): TermUsage => {
  /** Used terms by paragraph, as of a version of the terms. */
  let used = new Map<number, readonly number[]>()
  let counts = new Map<number, number>()
  let counted = -1
  let stale = new Set<number>()
  let counting: Promise<void> | null = null

  /** Every paragraph in use, with a rest whenever some milliseconds have passed. */
  const through = async (
    rest: () => Promise<void>,
    visit: (paragraph: TermSource) => void,
  ): Promise<void> => {
    let since = performance.now()
    let last = 0
    for (;;) {
      const page = termSourcesAfter(db, last, PAGE)
      for (const paragraph of page) {
        visit(paragraph)
        if (performance.now() - since > BREATH) {
          await rest()
          since = performance.now()
        }
      }
      last = page.at(-1)?.id ?? last
      if (page.length < PAGE) return
    }
  }

  const usedIn = (paragraph: TermSource): number[] => {
    if (paragraph.target === '') return []
    const found = new Set<number>()
    for (const hit of terms.findIn(paragraph).hits)
      for (const { termId } of renderingOf(paragraph.target, hit.terms)) found.add(termId)
    return [...found]
  }

  const put = (paragraphId: number, now: readonly number[]): void => {
    for (const id of used.get(paragraphId) ?? []) counts.set(id, (counts.get(id) ?? 1) - 1)
    for (const id of now) counts.set(id, (counts.get(id) ?? 0) + 1)
    if (now.length > 0) used.set(paragraphId, now)
    else used.delete(paragraphId)
  }

  const countAll = async (rest: () => Promise<void>): Promise<void> => {
    // Changed while it was being counted: counted again, until it holds.
    do {
      counted = terms.version()
      used = new Map()
      counts = new Map()
      stale = new Set()
      await through(rest, (paragraph) => put(paragraph.id, usedIn(paragraph)))
    } while (counted !== terms.version())
  }

  return {
    async counts(ids, rest) {
      if (counted !== terms.version()) {
        counting ??= countAll(rest).finally(() => (counting = null))
        await counting
      }
      if (stale.size > 0) {
        const again = [...stale]
        stale = new Set()
        const found = new Map(termSourcesOf(db, again).map((paragraph) => [paragraph.id, paragraph]))
        for (const id of again) {
          const paragraph = found.get(id)
          put(id, paragraph ? usedIn(paragraph) : [])
        }
      }
      return ids.map((id) => ({ id, uses: counts.get(id) ?? 0 }))
    },
    async usedIn(id, limit, rest) {
      const uses: TermUse[] = []
      let total = 0
      await through(rest, (paragraph) => {
        const hit = terms.findIn(paragraph).hits.find(({ termIds }) => termIds.includes(id))
        if (!hit) return
        total++
        if (uses.length >= limit) return
        const present = renderingOf(paragraph.target, hit.terms)
        const {
          id: paragraphId,
          articleId,
          articleTitle,
          projectId,
          number,
          source,
          target,
          status,
        } = paragraph
        uses.push({
          ...{ paragraphId, articleId, articleTitle, projectId, number, source, target, status },
          start: hit.start,
          end: hit.end,
          rendering: present.some(({ termId }) => termId === id)
            ? 'this'
            : present.length > 0
              ? 'other'
              : target === ''
                ? 'untranslated'
                : 'none',
        })
      })
      return { uses, total }
    },
    async replacements(term, { from, to }, rest) {
      const found: TermReplacement[] = []
      await through(rest, (paragraph) => {
        const { id: paragraphId, articleId, articleTitle, number, revision, target: before } = paragraph
        if (before === '' || !terms.findIn(paragraph).hits.some(({ termIds }) => termIds.includes(term.id)))
          return
        const { text: after, places } = replaceTarget(before, from, to)
        if (places.length === 0) return
        const locked = paragraph.locked === 1
        found.push({ paragraphId, articleId, articleTitle, number, revision, locked, before, after, places })
      })
      return found
    },
    touch(paragraphIds) {
      for (const id of paragraphIds) stale.add(id)
    },
    reset() {
      counted = -1
    },
  }
}
