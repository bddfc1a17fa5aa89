import type { TermContent } from '../model/term.ts'

/** An entry as a file has it. */
export interface GlossaryEntry extends TermContent {
  createdAt: string
  updatedAt: string /* ISO or '' */
  line: number
  column: number
}

/**
 * What is told of a place in a glossary file. Left out: `no-source`, `no-target`, `too-few-fields`, `bad-quote`,
 * `bad-bytes`, `not-storable`, `too-long`, `there`. Not read: `extra-fields`, `extra-cells`, `unread-category`,
 * `too-many-terms`, `unknown-status`, `unknown-part-of-speech`. Read otherwise than it stands: `languages-swapped`. Kept as it stands, and perhaps
 * not meant so: `several-sources`, `several-targets`, `kept-otherwise`. On writing: `flattened`.
 */
export const NOTICE_CODES = [
  'no-source',
  'no-target',
  'too-few-fields',
  'bad-quote',
  'bad-bytes',
  'not-storable',
  'too-long',
  'there',
  'extra-fields',
  'extra-cells',
  'unread-category',
  'too-many-terms',
  'unknown-status',
  'unknown-part-of-speech',
  'languages-swapped',
  'several-sources',
  'several-targets',
  'kept-otherwise',
  'flattened',
] as const
export type NoticeCode = (typeof NOTICE_CODES)[number]

export interface GlossaryNotice {
  code: NoticeCode
  line: number | null
  column: number | null
  detail: string
}
