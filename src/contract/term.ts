import { z } from 'zod'
import { TERM_STATUSES, type Term, type TermHit } from '#core/model/term.ts'
import { command, id, ids, nothing, query, words, someWords } from './define.ts'

export interface Glossary {
  id: number
  name: string
  terms: number
}

/** A hit with the terms it stands for, preferred first. */
export interface TermHitDetail extends TermHit {
  terms: Term[]
}

export const termDraft = z.strictObject({
  source: someWords(500),
  target: someWords(500),
  status: z.enum(TERM_STATUSES).default('preferred'),
  domain: words(200).default(''),
  note: words(5000).default(''),
  origin: words(200).default('typed'),
  /** Left out: the workspace's first glossary. */
  glossaryId: id.optional(),
})

export const termContract = {
  'glossary.list': query<Glossary[]>()(nothing),
  /** Search goes over source, initial consonants (ㅇㅎㅅ), target, domain and note. */
  'term.list': query<{ terms: Term[]; total: number }>()(
    z.strictObject({
      search: words(200).default(''),
      status: z.enum(TERM_STATUSES).optional(),
      sort: z.enum(['source', 'target', 'updated', 'status', 'domain']).default('source'),
      descending: z.boolean().default(false),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(100_000).default(1000),
    }),
  ),
  /** The same source with the same target is refused (`duplicate`, with the term that is there). */
  'term.add': command<Term>()(termDraft),
  'term.update': command<Term>()(
    z.strictObject({
      id,
      source: someWords(500).optional(),
      target: someWords(500).optional(),
      status: z.enum(TERM_STATUSES).optional(),
      domain: words(200).optional(),
      note: words(5000).optional(),
    }),
  ),
  'term.remove': command<null>()(z.strictObject({ ids })),
  'term.restore': command<null>()(z.strictObject({ ids })),
  /** Terms in any text. Offsets are UTF-16 code units of that text. */
  'term.find': query<TermHitDetail[]>()(z.strictObject({ text: z.string().max(100_000) })),
  /** Terms in the sources of paragraphs, by paragraph id. */
  'term.findInParagraphs': query<{ paragraphId: number; hits: TermHitDetail[] }[]>()(z.strictObject({ ids })),
}
