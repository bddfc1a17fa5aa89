import type { Term } from '#core/model/term.ts'

const FIELDS = [
  'source',
  'target',
  'variants',
  'partOfSpeech',
  'status',
  'domain',
  'glossaryId',
  'definition',
  'note',
  'url',
] as const
export type TermField = (typeof FIELDS)[number]

export interface FieldChange {
  field: TermField
  before: Term[TermField]
  after: Term[TermField]
}

/** What two states of a term say otherwise, in the order of the dialog's fields. */
export const termDiff = (before: Term, after: Term): FieldChange[] =>
  FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field])).map((field) => ({
    field,
    before: before[field],
    after: after[field],
  }))
