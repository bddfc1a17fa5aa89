import { onScopeDispose, watch } from 'vue'
import { useDebounceFn } from '@vueuse/core'
import { AppError } from '#contract/error.ts'
import { call, listen } from '../../app/client.ts'
import { useSettings } from '../../app/settings.ts'
import { MatchLookup, type MatchQuestion } from '../memory/matchLookup.ts'
import { offersOf } from '../memory/offers.ts'
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

  const questionAt = (index: number): MatchQuestion | null => {
    const sourceAt = (place: number) => desk.session?.at(place)?.source
    const paragraphId = desk.session?.at(index)?.id ?? null
    if (paragraphId === null) return null
    const sources = [sourceAt(index - 1), sourceAt(index), sourceAt(index + 1)]
    return { paragraphId, floor: settings.values.matchFloor, sources }
  }
  const matches = new MatchLookup({
    find: (id, floor) => call('memory.findForParagraph', { id, floor }),
    show: (found) => {
      if (found?.paragraphId !== desk.found?.paragraphId) desk.chosenOffer = 0
      desk.found = found
    },
    looking: (looking) => (desk.matching = looking),
    setTimer: (work, milliseconds) => setTimeout(work, milliseconds),
    clearTimer: (timer) => clearTimeout(timer as number),
  })
  desk.settleOffers = async () => offersOf(await matches.settled())

  /** Those below and above the caret, so that moving there finds them waiting. */
  const lookAhead = useDebounceFn(() => {
    const { index } = desk.place
    const places = [index + 1, index + 2, index - 1]
    matches.ahead(places.flatMap((place) => questionAt(place) ?? []))
  }, 60)
  /** Without matches one can translate: a look-up that failed is asked again with the next move. */
  const quietly = async (work: Promise<void>) => {
    try {
      await work
      void lookAhead()
    } catch (error) {
      if (!(error instanceof AppError)) throw error
    }
  }
  const renewSoon = useDebounceFn(() => quietly(matches.renew()), 100)
  const renewMatches = () => {
    // Whoever moves meanwhile is not shown what is old.
    matches.forget()
    void renewSoon()
  }
  watch(
    () => questionAt(desk.place.index),
    (question) => void quietly(matches.go(question)),
  )
  onScopeDispose(
    listen((event) => {
      if (event.type === 'term' || event.type === 'elsewhere') renewTerms()
      // Terms are compared as classes and repaired: with them matches change, too.
      if (event.type === 'memory' || event.type === 'term' || event.type === 'elsewhere') renewMatches()
    }),
  )
  const reset = () => {
    asked = new Set()
    matches.reset()
    desk.hits = new Map()
  }
  return { fetchTerms, renewTerms, reset }
}
