import type { TermReason } from '#core/model/term.ts'
import { call } from '../../app/client.ts'
import { t } from '../../app/i18n.ts'
import type { DeskData } from '../../editor/desk.ts'
import { wrongPlaces } from '../hit/hitRows.ts'
import type { useDesk } from './deskStore.ts'

export const describeReason = (reason: TermReason): string => {
  if (reason.kind === 'exact') return ''
  const { kind, particle, spelling = '' } = reason
  const said = t(`term.reason.${kind}`, { particle, spelling })
  return kind === 'variant' && particle !== '' ? `${said}, ${t('term.reason.particle', { particle })}` : said
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
      const hits = id === null ? [] : (desk.hits.get(id)?.hits ?? [])
      return hits.map((hit) => ({
        start: hit.start,
        end: hit.end,
        status: hit.terms[0]?.status ?? 'admitted',
        targets: hit.terms.map((term) => ({
          text: term.target,
          facts: [
            term.status === 'preferred' ? '' : t(`term.status.${term.status}`),
            term.domain,
            term.definition,
            term.note,
          ].filter((fact) => fact !== ''),
          forbidden: term.status === 'forbidden',
        })),
        reason: describeReason(hit.reason),
      }))
    },
    wrong: (index) => {
      const id = idAt(index)
      const hits = id === null ? [] : (desk.hits.get(id)?.hits ?? [])
      const target = desk.session?.paragraphs[index]?.target ?? ''
      return wrongPlaces(hits, target).map(({ start, end, term, instead }) => ({
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
      const found = await call('term.complete', {
        query: typed.slice(0, 200),
        ...(id === null ? {} : { paragraphId: id }),
      }).catch(() => [])
      // Two glossaries may say the same; once is enough.
      const lineOf = ({ term }: (typeof found)[number]) => `${term.source}\n${term.target}`
      const lines = found.map(lineOf)
      return found
        .filter((each, place) => lines.indexOf(lineOf(each)) === place)
        .filter(({ term }) => term.target.toLowerCase() !== typed.toLowerCase())
        .map(({ term }, rank) => ({
          text: term.target,
          detail:
            term.status === 'deprecated' ? `${term.source} · ${t('term.status.deprecated')}` : term.source,
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
