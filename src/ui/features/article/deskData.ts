import type { TermHitDetail } from '#contract/term.ts'
import type { TermReason } from '#core/model/term.ts'
import { call } from '../../app/client.ts'
import { t } from '../../app/i18n.ts'
import type { DeskData } from '../../editor/desk.ts'
import { hitRows, wrongPlaces, type HitRow } from '../hit/hitRows.ts'
import { useGlossaries } from '../term/glossaryStore.ts'
import type { useDesk } from './deskStore.ts'

export const describeReason = (reason: TermReason): string => {
  if (reason.kind === 'exact') return ''
  const { kind, particle, spelling = '' } = reason
  const said = t(`term.reason.${kind}`, { particle, spelling })
  return kind === 'variant' && particle !== '' ? `${said}, ${t('term.reason.particle', { particle })}` : said
}

/** Letters from which on phrases of the memory are offered: before, nearly all of it would fit. */
const LEAST_TYPED = 3

/** Phrases of translations of similar paragraphs that go on as is typed. None is better than waiting for a lost engine. */
const phrasesFor = async (paragraphId: number, typed: string): Promise<readonly { text: string }[]> =>
  /\p{Script=Latin}/u.test(typed) && typed.length >= LEAST_TYPED
    ? call('memory.complete', { paragraphId, typed: typed.slice(0, 200) }).catch(() => [])
    : []

/** What the editor may ask while it draws; answered from what the desk already holds. */
export const createDeskData = (desk: ReturnType<typeof useDesk>): DeskData => {
  const glossaries = useGlossaries()
  const idAt = (index: number) => desk.session?.paragraphs[index]?.id ?? null
  const hitsAt = (index: number): readonly TermHitDetail[] => {
    const id = idAt(index)
    return id === null ? [] : (desk.hits.get(id)?.hits ?? [])
  }
  /** By the hits of a paragraph, for the text it had: asked again with every drawing of what is on screen. */
  const known = new WeakMap<readonly TermHitDetail[], { target: string; rows: HitRow[] }>()
  const rowsOf = (hits: readonly TermHitDetail[], target: string): HitRow[] => {
    const there = known.get(hits)
    if (there?.target === target) return there.rows
    const rows = hitRows(hits, target)
    known.set(hits, { target, rows })
    return rows
  }
  /** The ghost text says so already. */
  const isGhost = (text: string, typed: string): boolean => {
    const { editor } = desk
    const whole = editor?.ghostTaken('all')
    if (!editor || whole == null) return false
    return whole.slice(editor.textBeforeCaret().length - typed.length).startsWith(text)
  }
  return {
    marks: (index) => {
      const id = idAt(index)
      if (id === null) return []
      return (desk.session?.annotations.value ?? []).filter(
        (each) => each.paragraphId === id && !each.orphaned,
      )
    },
    terms: (index) => {
      const hits = hitsAt(index)
      if (hits.length === 0) return []
      const target = desk.session?.paragraphs[index]?.target ?? ''
      const states = new Map(
        rowsOf(hits, target).map(({ hit, state }) => [hit.termIds.toSorted().join(), state]),
      )
      return hits.map((hit) => {
        const state = target.trim() === '' ? 'open' : (states.get(hit.termIds.toSorted().join()) ?? 'open')
        return {
          start: hit.start,
          end: hit.end,
          source: hit.terms[0]?.source ?? '',
          status: hit.terms[0]?.status ?? 'admitted',
          state,
          says: state === 'open' ? '' : t(`hit.state.${state}`),
          targets: hit.terms.map((term) => ({
            text: term.target,
            facts: [
              term.status === 'preferred' ? '' : t(`term.status.${term.status}`),
              term.domain,
              term.definition,
              term.note,
              glossaries.list.length > 1 ? glossaries.nameOf(term.glossaryId) : '',
            ].filter((fact) => fact !== ''),
            forbidden: term.status === 'forbidden',
          })),
          reason: describeReason(hit.reason),
        }
      })
    },
    wrong: (index) => {
      const target = desk.session?.paragraphs[index]?.target ?? ''
      return wrongPlaces(hitsAt(index), target).map(({ start, end, term, instead }) => ({
        start,
        end,
        forbidden: term.status === 'forbidden',
        says: [
          `${t('hit.wrongHere')}: ${term.source} → ${term.target}`,
          instead ? t('hit.writeInstead', { target: instead.target }) : '',
        ].filter((line) => line !== ''),
      }))
    },
    suggestions: async (index, typed) => {
      const id = idAt(index)
      // A list without what the glossary knows is better than none while the engine does not answer.
      const [found, phrases] = await Promise.all([
        call('term.complete', {
          query: typed.slice(0, 200),
          ...(id === null ? {} : { paragraphId: id }),
        }).catch(() => []),
        id === null ? [] : phrasesFor(id, typed),
      ])
      // Two glossaries may say the same; once is enough.
      const lineOf = ({ term }: (typeof found)[number]) => `${term.source}\n${term.target}`
      const lines = found.map(lineOf)
      const terms = found
        .filter((each, place) => lines.indexOf(lineOf(each)) === place)
        .filter(({ term }) => term.target.toLowerCase() !== typed.toLowerCase())
        .map(({ term, inParagraph }) => ({
          source: term.source,
          inParagraph,
          text: term.target,
          detail:
            term.status === 'deprecated' ? `${term.source} · ${t('term.status.deprecated')}` : term.source,
        }))
      const known = new Set(terms.map(({ text }) => text.toLowerCase()))
      const fromMemory = phrases
        .filter(({ text }) => !known.has(text.toLowerCase()) && !isGhost(text, typed))
        .map(({ text }) => ({
          source: '',
          inParagraph: false,
          text,
          detail: t('memory.memory'),
        }))
      // What belongs to this paragraph stands before what only begins alike.
      return [
        ...terms.filter(({ inParagraph }) => inParagraph),
        ...fromMemory,
        ...terms.filter(({ inParagraph }) => !inParagraph),
      ].map((each, rank) => ({ ...each, rank }))
    },
    labels: {
      source: t('window.source'),
      target: t('window.target'),
      locked: t('window.locked'),
      status: (status) => t(`window.${status}`),
      kind: (kind) => t(`annotation.${kind}`),
      annotations: (count) => t('annotation.open', { count }),
    },
  }
}
