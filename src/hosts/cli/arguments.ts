import { InvalidArgumentError } from 'commander'
import { UNIT_COLUMNS, type UnitColumn } from '#contract/formats.ts'
import { TERM_COLUMNS, type TermColumn } from '#contract/glossary.ts'

/** The id of an article, as `naranhi articles` lists it. Throws commander's usage error. */
export const articleId = (text: string): number =>
  wholeNumber(text, 1, Number.MAX_SAFE_INTEGER, 'An article is named by its number')

/** The number of a paragraph, from 1, as `naranhi show` lists it. */
export const paragraphNumber = (text: string): number =>
  wholeNumber(text, 1, Number.MAX_SAFE_INTEGER, 'Paragraphs are numbered from 1')

export const articleIds = (text: string, before: readonly number[] | undefined): number[] => [
  ...(before ?? []),
  articleId(text),
]

/** The id of a term, as `naranhi term list` lists it. */
export const termId = (text: string): number =>
  wholeNumber(text, 1, Number.MAX_SAFE_INTEGER, 'A term is named by its number')

export const termIds = (text: string, before: readonly number[] | undefined): number[] => [
  ...(before ?? []),
  termId(text),
]

export const limit = (text: string): number => wholeNumber(text, 1, 5000, 'The limit is a number up to 5000')

export const percent = (text: string): number =>
  wholeNumber(text, 1, 100, 'A similarity is a number from 1 to 100')

/** Points taken off a score. */
export const penalty = (text: string): number => wholeNumber(text, 0, 100, 'A penalty is a number up to 100')

/** A run, as `naranhi pretranslate` names it. */
export const runId = (text: string): number =>
  wholeNumber(text, 1, Number.MAX_SAFE_INTEGER, 'A run is named by its number')

/** Names of columns, by commas. */
export const columns = (text: string): TermColumn[] => columnsOf(TERM_COLUMNS, text)
export const unitColumns = (text: string): UnitColumn[] => columnsOf(UNIT_COLUMNS, text)

const columnsOf = <Column extends string>(known: readonly Column[], text: string): Column[] =>
  text.split(',').map((name) => {
    const found = known.find((column) => column === name.trim())
    if (found === undefined) throw new InvalidArgumentError(`The columns are ${known.join(', ')}.`)
    return found
  })

/** Options that may be given several times. */
export const several = (text: string, before: readonly string[] | undefined): string[] => [
  ...(before ?? []),
  text,
]

export const portNumber = (text: string): number =>
  wholeNumber(text, 0, 65_535, 'A port is a number up to 65535')

export const occurrence = (text: string): number =>
  wholeNumber(text, 1, 100_000, 'Occurrences are counted from 1')

const wholeNumber = (text: string, least: number, most: number, rule: string): number => {
  const number = /^\d{1,16}$/.test(text) ? Number(text) : NaN
  if (!(number >= least && number <= most)) throw new InvalidArgumentError(`${rule}.`)
  return number
}
