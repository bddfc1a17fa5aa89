import type { UnitScope } from '../model/memory.ts'

/** A translation unit as a file has it. */
export interface UnitEntry {
  /** NFC, no line breaks, not empty; inline codes are left out. */
  source: string
  target: string
  author: string
  note: string
  /** ISO 8601 in UTC; empty where the file does not say. */
  createdAt: string
  updatedAt: string
  useCount: number
  scope: UnitScope
  /** Signatures of the neighbouring sources, where the file was written here. */
  previousSignature: string
  nextSignature: string
  /** What the file says besides, to be written again; '' for nothing. */
  props: string
  /** Of the unit in the file, from 1. */
  line: number
  column: number
}

/**
 * What is told of a place in a file of units. Left out: `no-source`, `no-target`, `not-storable`, `too-long`,
 * `too-few-fields`, `bad-quote`, `bad-bytes`. Read otherwise than it stands: `line-breaks`, `inline-codes`,
 * `languages-swapped`. On writing: `characters-dropped`.
 */
export const UNIT_NOTICE_CODES = [
  'no-source',
  'no-target',
  'not-storable',
  'too-long',
  'too-few-fields',
  'bad-quote',
  'bad-bytes',
  'line-breaks',
  'inline-codes',
  'languages-swapped',
  'characters-dropped',
] as const
export type UnitNoticeCode = (typeof UNIT_NOTICE_CODES)[number]

export interface UnitNotice {
  code: UnitNoticeCode
  line: number | null
  column: number | null
  detail: string
}

/** A file has few codes and asks for them with every unit. */
const primaries = new Map<string, string>()
const primaryOf = (code: string): string => {
  const known = primaries.get(code)
  if (known !== undefined) return known
  const primary = code.trim().toLowerCase().replaceAll('_', '-').split('-')[0] ?? ''
  if (primaries.size < 200) primaries.set(code, primary)
  return primary
}

/** Language codes are compared without case, `_` being `-`; `ko` is also `ko-KR`. */
export const isLanguage = (code: string, wanted: 'ko' | 'en'): boolean => {
  if (code === wanted) return true
  const primary = primaryOf(code)
  return primary === wanted || primary === (wanted === 'ko' ? 'kor' : 'eng')
}

const BREAK = /[\n\r\v\f\u2028\u2029\u0085]/u

/** As a unit is kept: NFC, in one line, without white space around it. */
export const unitText = (text: string): string => {
  const nfc = text.normalize('NFC').trim()
  return BREAK.test(nfc) ? nfc.replace(/\s*[\n\r\v\f\u2028\u2029\u0085]+\s*/gu, ' ') : nfc
}
