import type { TermStatus } from '#core/model/term.ts'
import { matchesInitials } from '#core/korean/hangul.ts'
import type { Candidate } from '#contract/glossary.ts'
import type { InputOf } from '#contract/index.ts'

export type CandidateKind = Candidate['kind']
export const CANDIDATE_KINDS: readonly CandidateKind[] = ['paired', 'hanja', 'quoted', 'name', 'repeated']

/** A candidate as the user has it now. `key` names it for as long as the harvest lasts. */
export interface HarvestRow {
  key: number
  candidate: Candidate
  source: string
  target: string
  ticked: boolean
  /** The glossaries turned out to have it when it was to be added. */
  there: boolean
}

export const rowsOf = (candidates: readonly Candidate[]): HarvestRow[] =>
  candidates.map((candidate, key) => ({
    key,
    candidate,
    source: candidate.source,
    target: candidate.target,
    ticked: false,
    there: false,
  }))

/**
 * The rows of a new harvest with what the user has done to those before: the same Korean keeps its tick and words,
 * and what was touched but is not offered again stands first.
 */
export const carryOver = (before: readonly HarvestRow[], candidates: readonly Candidate[]): HarvestRow[] => {
  const own = new Map(before.filter(isTouched).map((row) => [row.candidate.source, row]))
  const offered = new Set(candidates.map(({ source }) => source))
  const missing = [...own.values()].filter(({ candidate }) => !offered.has(candidate.source))
  const fresh = rowsOf(candidates).map((row): HarvestRow => {
    const known = own.get(row.candidate.source)
    return known ? { ...row, source: known.source, target: known.target, ticked: known.ticked } : row
  })
  return [...missing, ...fresh].map((row, key) => ({ ...row, key }))
}

/** Something of the row is the user's own and would be missed. */
export const isTouched = ({ candidate, source, target, ticked }: HarvestRow): boolean =>
  ticked || source !== candidate.source || target !== candidate.target

const fold = (text: string): string => text.normalize('NFC').toLowerCase()

/** Rows of the kinds (none: of all) in whose Korean, English or other spellings the text stands, initials included. */
export const filterRows = (
  rows: readonly HarvestRow[],
  text: string,
  kinds: ReadonlySet<CandidateKind>,
): HarvestRow[] => {
  const wanted = fold(text.trim())
  return rows.filter(
    ({ candidate, source, target }) =>
      (kinds.size === 0 || kinds.has(candidate.kind)) &&
      (wanted === '' ||
        [source, target, ...candidate.variants].some((each) => fold(each).includes(wanted)) ||
        matchesInitials(source, wanted)),
  )
}

type Draft = InputOf<'term.addMany'>['terms'][number]

/** The ticked rows as terms to add, with the row of each; `held` are those that have no English or no Korean yet. */
export const draftsOf = (
  rows: readonly HarvestRow[],
  { glossaryId, status }: { glossaryId: number; status: TermStatus },
): { drafts: Draft[]; added: HarvestRow[]; held: HarvestRow[] } => {
  const ticked = rows.filter(({ ticked }) => ticked)
  const whole = (row: HarvestRow) => row.source.trim() !== '' && row.target.trim() !== ''
  const added = ticked.filter(whole)
  return {
    drafts: added.map(({ candidate, source, target }) => ({
      source: source.trim(),
      target: target.trim(),
      variants: candidate.variants,
      partOfSpeech: candidate.kind === 'name' ? 'name' : '',
      status,
      origin: 'harvest',
      glossaryId,
    })),
    added,
    held: ticked.filter((row) => !whole(row)),
  }
}

/** Where the keyboard is after rows have gone: on the same row, else on the one that took its place. */
export const placeAfter = (
  before: readonly HarvestRow[],
  after: readonly HarvestRow[],
  place: number,
): number => {
  const left = new Set(after.map(({ key }) => key))
  const next = before.slice(place).find(({ key }) => left.has(key))
  const at = next ? after.findIndex(({ key }) => key === next.key) : after.length - 1
  return Math.max(0, at)
}
