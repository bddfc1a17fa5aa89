import { z } from 'zod'
import {
  PARTS_OF_SPEECH,
  REFUSAL_SCOPES,
  TERM_STATUSES,
  type RefusalScope,
  type Term,
  type TermHit,
} from '#core/model/term.ts'
import { command, id, ids, nothing, offset, query, revision, words, someWords, text } from './define.ts'

/** A hit with the terms it stands for: usable ones first, by the glossaries' priority, then by status. */
export interface TermHitDetail extends TermHit {
  terms: Term[]
  /** Terms of less weighty glossaries that have the target of one of `terms`: what they say of it counts besides. */
  twins: Term[]
}

/** A hit the user has refused. */
export interface RefusedHit {
  refusalId: number
  scope: RefusalScope
  start: number
  end: number
  /** The Korean as the glossary has it. */
  source: string
}

export interface ParagraphHits {
  paragraphId: number
  hits: TermHitDetail[]
  refused: RefusedHit[]
}

export interface Refusal {
  id: number
  scope: RefusalScope
  articleId: number | null
  articleTitle: string
  /** The words that were taken for a term. */
  quote: string
  /** The whole word they stand in, with what is attached. */
  word: string
  prefix: string
  suffix: string
  createdAt: string
}

/**
 * What a command over many terms did; `batch` undoes it as a whole (`term.undo`). Where it fails after some of it was
 * done, the error's details name that `batch`, and how many terms were `done`.
 */
export interface TermBatch {
  batch: number
  changed: number
  /** Left as they were, and why: the same term is there already, or the glossary is read-only. */
  skipped: { id: number; reason: 'duplicate' | 'read-only' }[]
}

/** One step of a term's life, newest first. */
export interface TermHistoryEntry {
  sequence: number
  batch: number
  change: 'added' | 'changed' | 'removed' | 'restored' | 'merged' | 'imported' | 'undone'
  /** What the term said before; null where it was not there. */
  before: Term | null
  at: string
}

/** What was done to terms in one go, whoever did it. */
export interface TermBatchSummary {
  batch: number
  kind: 'add' | 'change' | 'remove' | 'restore' | 'merge' | 'import' | 'starter'
  /** Of an import: the file's name. */
  note: string
  at: string
  terms: number
  /** The Korean of the first few of them. */
  sources: string[]
  /**
   * `standing`: something of it is as it left it, and can be taken back. `taken-back`: that can be done again.
   * `read-only`: what stands is in glossaries that cannot be written. `changed`: nothing of it is as it left it.
   */
  state: 'standing' | 'taken-back' | 'read-only' | 'changed'
  /** Of one that was taken back: the batch that takes that back in turn. */
  takenBackBy: number | null
}

/** A paragraph whose source has the term. */
export interface TermUse {
  paragraphId: number
  articleId: number
  articleTitle: string
  projectId: number
  /** From 1. */
  number: number
  source: string
  /** Of the first hit in the source, UTF-16 code units. */
  start: number
  end: number
  target: string
  status: string
  /** Whether the term's own target stands in the translation; `other`: the target of another term of this source. */
  rendering: 'this' | 'other' | 'none' | 'untranslated'
}

/** A paragraph in which a changed translation would be replaced. */
export interface TermReplacement {
  paragraphId: number
  articleId: number
  articleTitle: string
  number: number
  revision: number
  locked: boolean
  before: string
  after: string
  /** What is replaced in `before` and what by it in `after`, UTF-16 code units. */
  places: { start: number; end: number; newStart: number; newEnd: number }[]
}

/** Terms that say the same, or nearly. */
export interface DuplicateGroup {
  /** `same`: source and target alike but for spacing, case or width. `source`: one source with several targets. */
  kind: 'same' | 'source'
  terms: Term[]
}

export interface TermSuggestionDetail {
  term: Term
  matched: 'target' | 'source' | 'initials'
  inParagraph: boolean
}

/** A whole glossary may be chosen. */
const manyIds = z.array(id).min(1).max(500_000)
const strings = z.array(someWords(500)).max(50)
const address = words(2000).refine((value) => value.trim() === '' || /^https?:\/\//i.test(value.trim()), {
  message: 'is not an http or https address',
})

const fields = {
  source: someWords(500),
  target: someWords(500),
  variants: strings,
  partOfSpeech: z.enum(PARTS_OF_SPEECH),
  status: z.enum(TERM_STATUSES),
  domain: words(200),
  definition: words(5000),
  note: words(5000),
  url: address,
}

export const termDraft = z.strictObject({
  ...fields,
  variants: fields.variants.default([]),
  partOfSpeech: fields.partOfSpeech.default(''),
  status: fields.status.default('preferred'),
  domain: fields.domain.default(''),
  definition: fields.definition.default(''),
  note: fields.note.default(''),
  url: fields.url.default(''),
  origin: words(200).default('typed'),
  /** Left out: the first glossary of the project (or, without one, of the workspace) that may be written. */
  glossaryId: id.optional(),
  projectId: id.optional(),
})

const termChange = z.strictObject(fields).partial()

const TERM_SORTS = ['source', 'target', 'updated', 'status', 'domain'] as const

const order = {
  sort: z.enum(TERM_SORTS).default('source'),
  descending: z.boolean().default(false),
}

const filters = {
  /** Over source, variants, initial consonants (ㅇㅎㅅ), target, domain, definition and note. */
  search: words(200).default(''),
  status: z.enum(TERM_STATUSES).optional(),
  domain: words(200).optional(),
  partOfSpeech: z.enum(PARTS_OF_SPEECH).optional(),
  glossaryIds: ids.optional(),
}

export const termContract = {
  'term.list': query<{ terms: Term[]; total: number }>()(
    z.strictObject({
      ...filters,
      ...order,
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(100_000).default(1000),
    }),
  ),
  /** The ids of all terms a filter leaves, in the list's order: for choosing all, or from here to there. */
  'term.ids': query<number[]>()(z.strictObject({ ...filters, ...order })),
  'term.get': query<Term>()(z.strictObject({ id })),
  /** Every domain in use with its number of terms, most used first. */
  'term.domains': query<{ domain: string; terms: number }[]>()(nothing),
  /**
   * What the glossaries already say of this: `duplicates` have the same source and target (but for spacing, case and
   * width), `conflicts` the same source with another target.
   */
  'term.check': query<{ duplicates: Term[]; conflicts: Term[] }>()(
    z.strictObject({ source: words(500), target: words(500), exceptId: id.optional() }),
  ),
  /** The same source with the same target is refused (`duplicate`, with the term that is there). */
  'term.add': command<Term>()(termDraft),
  /** Many at once, in one batch; those that are there already are skipped and named by their place in `terms`. */
  'term.addMany': command<{ batch: number; terms: Term[]; skipped: number[] }>()(
    z.strictObject({ terms: z.array(termDraft).min(1).max(5000) }),
  ),
  /** `batch` takes it back; null where nothing was changed. Throws `duplicate`, `read-only-glossary`. */
  'term.update': command<{ term: Term; batch: number | null }>()(termChange.extend({ id })),
  /** The same change to many: status, domain, part of speech; `glossaryId` moves them. */
  'term.change': command<TermBatch>()(
    z.strictObject({
      ids: manyIds,
      change: z.strictObject({
        status: fields.status.optional(),
        domain: fields.domain.optional(),
        partOfSpeech: fields.partOfSpeech.optional(),
        glossaryId: id.optional(),
      }),
    }),
  ),
  /** Throws `not-found` and `read-only-glossary` before anything is removed. */
  'term.remove': command<{ batch: number }>()(z.strictObject({ ids: manyIds })),
  'term.restore': command<null>()(z.strictObject({ ids: manyIds })),
  /**
   * Keeps `into` and removes the others. Where they say what it leaves open (domain, definition, note, link,
   * part of speech) it takes that over; differing notes and definitions are joined; their sources become variants.
   */
  'term.merge': command<{ batch: number; term: Term }>()(z.strictObject({ into: id, ids })),
  /** Of these glossaries; else of all that can be written, as nothing can be done about the others. */
  'term.duplicates': query<DuplicateGroup[]>()(z.strictObject({ glossaryIds: ids.optional() })),
  'term.history': query<TermHistoryEntry[]>()(z.strictObject({ id })),
  /** The last things done to terms, the newest first; what only took others back shows in those. */
  'term.batches': query<TermBatchSummary[]>()(
    z.strictObject({ limit: z.int().min(1).max(1000).default(100) }),
  ),
  /**
   * Takes a batch back; terms changed since are left and counted. `batch` takes that back in turn; null where nothing
   * could be taken back. Throws `not-found`.
   */
  'term.undo': command<{ reverted: number; kept: number; batch: number | null }>()(
    z.strictObject({ batch: id }),
  ),

  /** Terms in any text. Offsets are UTF-16 code units of that text. With a project, only of its glossaries. */
  'term.find': query<TermHitDetail[]>()(
    z.strictObject({ text: z.string().max(100_000), projectId: id.optional() }),
  ),
  /** Terms in the sources of paragraphs, of the glossaries of their project, without what was refused. */
  'term.findInParagraphs': query<ParagraphHits[]>()(z.strictObject({ ids })),
  /** For what is being typed into a paragraph's translation. */
  'term.complete': query<TermSuggestionDetail[]>()(
    z.strictObject({
      query: words(200),
      paragraphId: id.optional(),
      limit: z.int().min(1).max(200).default(20),
    }),
  ),

  /** In how many paragraphs each term's translation was used, where its source stands. */
  'term.uses': query<{ id: number; uses: number }[]>()(z.strictObject({ ids })),
  'term.usedIn': query<{ uses: TermUse[]; total: number }>()(
    z.strictObject({ id, limit: z.int().min(1).max(10_000).default(1000) }),
  ),
  /** Where `from` stands in translations of paragraphs that have the term, and what they would say with `to`. */
  'term.replacements': query<TermReplacement[]>()(
    z.strictObject({ id, from: someWords(500), to: someWords(500) }),
  ),
  /** Saves changed translations as one batch; stale and locked paragraphs are left. */
  'term.replace': command<{ saved: number; conflicts: number; locked: number; undo: ReplaceEdit[] }>()(
    z.strictObject({
      edits: z
        .array(z.strictObject({ paragraphId: id, target: text, baseRevision: revision }))
        .min(1)
        .max(20_000),
    }),
  ),

  'term.refuse': command<Refusal>()(
    z.strictObject({ paragraphId: id, start: offset, end: offset, scope: z.enum(REFUSAL_SCOPES) }),
  ),
  'term.refusals': query<Refusal[]>()(z.strictObject({ articleId: id.optional() })),
  'term.accept': command<null>()(z.strictObject({ ids })),
}

/** What takes a replacement back, in the shape `term.replace` takes. */
export interface ReplaceEdit {
  paragraphId: number
  target: string
  baseRevision: number
}
