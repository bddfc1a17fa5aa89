import type { UnitNotice } from '#contract/memoryExchange.ts'

const SENTENCES: Readonly<Record<string, string>> = {
  'no-source': 'left out, since there is no Korean',
  'no-target': 'left out, since there is no English',
  'too-few-fields': 'left out, since the line has too few fields',
  'bad-quote': 'left out, since a quotation mark is not closed or stands where none can',
  'bad-bytes': 'left out, since it has bytes that are no UTF-8',
  'not-storable': 'left out, since it has a character that cannot be stored',
  'too-long': 'left out, since it is too long',
  'line-breaks': 'line breaks became blanks',
  'inline-codes': 'the codes in it are kept for export and are no part of the text',
  'languages-swapped':
    'the header names the languages the other way round than the cells have them; the cells were heard (say --columns to read otherwise)',
  'characters-dropped': 'characters no XML can hold were left out',
}

/** One line for a notice, as compilers tell theirs: the place, then what happened, then to what. */
export const noticeLine = (file: string, { line, column, code, detail }: UnitNotice): string =>
  [
    [file, ...(line === null ? [] : [line, ...(column === null ? [] : [column])])].join(':'),
    SENTENCES[code] ?? code,
    ...(detail === '' ? [] : [detail.replace(/\s+/gu, ' ')]),
  ].join(': ') + '\n'
