import type { GlossaryNotice } from '#contract/glossary.ts'

const SENTENCES: Readonly<Record<GlossaryNotice['code'], string>> = {
  'no-source': 'left out, since there is no Korean',
  'no-target': 'left out, since there is no English',
  'too-few-fields': 'left out, since the line has too few fields',
  'bad-quote': 'left out, since a quotation mark is not closed or stands where none can',
  'bad-bytes': 'left out, since it has bytes that are no UTF-8',
  'not-storable': 'left out, since it has a character that cannot be stored',
  'too-long': 'left out, since it is too long',
  there: 'was there already and stays as it is',
  'extra-fields': 'fields after the comment were left out',
  'extra-cells': 'cells beyond the columns were left out',
  'unread-category': 'not read, since a term has no place for it',
  'too-many-terms': 'left out, since an entry cannot have so many terms',
  'unknown-status': 'a status that is none here; read as preferred',
  'unknown-part-of-speech': 'a part of speech that is none here; left open',
  'languages-swapped':
    'the header names the languages the other way round than the cells have them; the cells were heard (say --columns to read otherwise)',
  'several-sources': 'perhaps several words; kept as one',
  'several-targets': 'perhaps several translations; kept as one',
  'kept-otherwise': 'the glossary says otherwise and stays as it is (--existing overwrite takes the file)',
  flattened: 'line breaks became blanks',
}

/** One line for a notice, as compilers tell theirs: the place, then what happened, then to what. */
export const noticeLine = (file: string, { line, column, code, detail }: GlossaryNotice): string =>
  [
    [file, ...(line === null ? [] : [line, ...(column === null ? [] : [column])])].join(':'),
    SENTENCES[code],
    ...(detail === '' ? [] : [detail.replace(/\s+/gu, ' ')]),
  ].join(': ') + '\n'
