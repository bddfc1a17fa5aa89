import type { TermReason } from '#core/model/term.ts'
import { caseAtSentenceStart, completeTerms } from '#core/term/complete.ts'
import { call } from '../../app/client.ts'
import { t } from '../../app/i18n.ts'
import type { DeskData } from '../../editor/desk.ts'
import type { useDesk } from './deskStore.ts'

export const describeReason = (reason: TermReason): string => {
  if (reason.kind === 'exact') return ''
  return t(`term.reason.${reason.kind}`, { particle: reason.particle })
}

/** What the editor may ask while it draws; answered from what the desk already holds. */
export const createDeskData = (desk: ReturnType<typeof useDesk>): DeskData => {
  const idAt = (index: number) => desk.session?.paragraphs[index]?.id ?? null
  return {
    marks: (index) => {
      const id = idAt(index)
      if (id === null) return []
      return (desk.session?.annotations.value ?? []).filter(
        (each) => each.paragraphId === id && !each.orphaned,
      )
    },
    terms: (index) => {
      const id = idAt(index)
      const hits = id === null ? [] : (desk.hits.get(id) ?? [])
      return hits.map((hit, place) => ({
        start: hit.start,
        end: hit.end,
        status: hit.terms[0]?.status ?? 'admitted',
        number: place + 1,
        targets: hit.terms.map((term) => term.target),
        note: hit.terms.map((term) => term.note).find((note) => note !== '') ?? '',
        reason: describeReason(hit.reason),
      }))
    },
    suggestions: async (index, typed, before) => {
      const id = idAt(index)
      const here = id === null ? [] : (desk.hits.get(id) ?? [])
      // The terms on screen are at hand; the rest of the glossary is asked once two letters say what for.
      const shown = [...desk.hits.values()].flat().flatMap((hit) => hit.terms)
      const found = typed.length >= 2 ? call('term.list', { search: typed, limit: 50 }) : null
      // A list without the rest of the glossary is better than none while the engine does not answer.
      const asked = found
        ? await found.then(
            ({ terms }) => terms,
            () => [],
          )
        : []
      const known = [...new Map([...shown, ...asked].map((term) => [term.id, term])).values()]
      return completeTerms(known, here, typed)
        .filter(({ target }) => target.toLowerCase() !== typed.toLowerCase())
        .map((suggestion, rank) => ({
          text: caseAtSentenceStart(suggestion.target, before),
          detail: suggestion.source,
          filter: typed,
          rank,
        }))
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
