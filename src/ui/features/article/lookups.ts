import { onScopeDispose, watch } from 'vue'
import { useDebounceFn } from '@vueuse/core'
import { AppError } from '#contract/error.ts'
import { call, listen } from '../../app/client.ts'
import { useSettings } from '../../app/settings.ts'
import { useDesk } from './deskStore.ts'

/** Paragraphs asked for in one call; more than fit on any screen. */
const BATCH = 200

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

  let matchesFor = ''
  const fetchMatches = async (again = false) => {
    const paragraph = desk.paragraph
    if (!paragraph || paragraph.id === null) {
      desk.matches = []
      return
    }
    const key = `${paragraph.id}:${paragraph.source}:${settings.values.matchFloor}`
    if (key === matchesFor && !again) return
    matchesFor = key
    desk.matching = true
    try {
      const { matches } = await call('memory.findForParagraph', {
        id: paragraph.id,
        floor: settings.values.matchFloor,
      })
      // An answer that comes late, for a paragraph already left, is not shown.
      if (matchesFor === key) desk.matches = matches
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      if (matchesFor === key) desk.matches = []
    } finally {
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
    desk.hits = new Map()
    desk.matches = []
  }
  return { fetchTerms, renewTerms, fetchMatches, reset }
}
