import { onScopeDispose, watch } from 'vue'
import { useDebounceFn } from '@vueuse/core'
import { AppError } from '#contract/error.ts'
import type { ParagraphMatches } from '#contract/memory.ts'
import { call, listen } from '../../app/client.ts'
import { useSettings } from '../../app/settings.ts'
import { useDesk } from './deskStore.ts'

/** Paragraphs asked for in one call; more than fit on any screen. */
const BATCH = 200
/** Paragraphs whose matches are kept: those around the caret, and where one has just been. */
const KEPT_MATCHES = 60
/** Looking is said to be so after so long, in ms. */
const PATIENCE = 150

/** Fetches what is shown around the text: terms of the paragraphs on screen, matches of the one under the caret. */
export const useLookups = () => {
  const desk = useDesk()
  const settings = useSettings()
  let asked = new Set<number>()
  let shown: [number, number] = [0, -1]

  /** Terms for the paragraphs between two indexes, as far as they are not known yet. */
  const fetchTerms = async (first: number, last: number) => {
    shown = [first, last]
    const session = desk.session
    if (!session) return
    const wanted = session.paragraphs
      .slice(first, last + 1)
      .flatMap(({ id }) => (id !== null && !asked.has(id) ? [id] : []))
      .slice(0, BATCH)
    if (wanted.length === 0) return
    for (const id of wanted) asked.add(id)
    const found = await call('term.findInParagraphs', { ids: wanted }).catch((error: unknown) => {
      // Asked again with the next look at them.
      for (const id of wanted) asked.delete(id)
      throw error
    })
    if (desk.session !== session) return
    const hits = new Map(desk.hits)
    for (const each of found) hits.set(each.paragraphId, each)
    desk.hits = hits
    desk.editor?.refreshMarks()
  }

  /** Forgets hits (all, or those of paragraphs whose source changed) and fetches what is shown again. */
  const renewTerms = (ids?: number[]) => {
    if (ids) for (const id of ids) asked.delete(id)
    else asked = new Set()
    void fetchTerms(...shown)
  }

  let usesFor = ''
  /** How often the terms of the paragraph are used elsewhere. */
  const fetchUses = useDebounceFn(async () => {
    const ids = [...new Set(desk.paragraphHits.flatMap(({ termIds }) => termIds))]
    usesFor = ids.join()
    if (ids.length === 0) return
    const asked = usesFor
    const found = await call('term.uses', { ids }).catch(() => [])
    if (asked === usesFor) desk.uses = new Map(found.map(({ id, uses }) => [id, uses]))
  }, 200)
  watch(
    () => desk.paragraphHits,
    () => void fetchUses(),
  )

  /** By paragraph, source and floor: what was looked up, also ahead of the caret. */
  const known = new Map<string, Promise<ParagraphMatches>>()
  const lookUp = (id: number, source: string): Promise<ParagraphMatches> => {
    const floor = settings.values.matchFloor
    const key = `${id}:${floor}:${source}`
    const there = known.get(key)
    known.delete(key)
    const asked = there ?? call('memory.findForParagraph', { id, floor })
    known.set(key, asked)
    asked.catch(() => known.delete(key))
    for (const old of known.keys()) {
      if (known.size <= KEPT_MATCHES) break
      known.delete(old)
    }
    return asked
  }

  /** Those below and above the caret, so that moving there finds them waiting. */
  const lookAhead = useDebounceFn(() => {
    const { index } = desk.place
    for (const place of [index + 1, index + 2, index - 1]) {
      const paragraph = desk.session?.at(place)
      if (paragraph?.id) void lookUp(paragraph.id, paragraph.source).catch(() => undefined)
    }
  }, 60)

  let matchesFor = ''
  const fetchMatches = async (again = false) => {
    const paragraph = desk.paragraph
    if (!paragraph || paragraph.id === null) {
      desk.found = null
      return
    }
    if (again) known.clear()
    const key = `${paragraph.id}:${paragraph.source}:${settings.values.matchFloor}`
    if (key === matchesFor && !again) return
    const moved = key !== matchesFor
    matchesFor = key
    const asked = lookUp(paragraph.id, paragraph.source)
    let answered = false
    // What is known is shown at once; else nothing of another paragraph may be offered meanwhile, and that one looks is
    // said only where it takes a while.
    const waiting = setTimeout(() => {
      if (!answered && matchesFor === key) desk.matching = true
    }, PATIENCE)
    void Promise.resolve().then(() => {
      if (!answered && moved && matchesFor === key) desk.found = null
    })
    try {
      const found = await asked
      answered = true
      // An answer that comes late, for a paragraph already left, is not shown.
      if (matchesFor === key) desk.found = found
      void lookAhead()
    } catch (error) {
      answered = true
      if (!(error instanceof AppError)) throw error
      if (matchesFor === key) desk.found = null
    } finally {
      clearTimeout(waiting)
      if (matchesFor === key) desk.matching = false
    }
  }
  watch(
    () => [desk.paragraph?.id, desk.paragraph?.source, settings.values.matchFloor],
    () => void fetchMatches(),
  )
  onScopeDispose(
    listen((event) => {
      if (event.type === 'term' || event.type === 'elsewhere') renewTerms()
      if (event.type === 'memory' || event.type === 'elsewhere') void fetchMatches(true)
    }),
  )
  const reset = () => {
    asked = new Set()
    matchesFor = ''
    known.clear()
    desk.hits = new Map()
    desk.found = null
  }
  return { fetchTerms, renewTerms, fetchMatches, reset }
}
