import type { FileRef } from '#contract/exchange.ts'
import type { Glossary } from '#contract/glossary.ts'

/** Files a glossary is read from, by their names. */
export const GLOSSARY_FILES = /\.(tbx|xml|csv|tsv|txt|xlsx)$/i

export const fileName = (file: { name: string } | FileRef): string =>
  'path' in file ? (file.path.split(/[\\/]/).at(-1) ?? file.path) : file.name

/** Without folder and ending, put together (NFC): what a new glossary is called. At most 200 code units. */
export const baseName = (name: string): string =>
  name
    .replace(/\.[^.]+$/, '')
    .normalize('NFC')
    .trim()
    .slice(0, 200)

/** The writable glossary of the file's name, from which it may once have come; else a new one. */
export const startingGoal = (glossaries: readonly Glossary[], name: string): number | 'new' =>
  glossaries.find((each) => !each.readOnly && each.name === name)?.id ?? 'new'

/** Of a job: how many a second so far, 0 while that cannot be said. `elapsed` in milliseconds. */
export const rateOf = (done: number, elapsed: number): number =>
  elapsed < 500 ? 0 : Math.round((done / elapsed) * 1000)
