import { basename } from 'node:path'
import type { GlossaryNotice, ImportReport } from '#contract/glossary.ts'
import type { ParsedInputOf } from '#contract/index.ts'
import type { GlossaryEntry } from '#core/formats/glossary.ts'
import type { JobContext } from '../context.ts'
import { backUp } from '../db/backup.ts'
import { inTransaction } from '../db/database.ts'
import { glossaryNamed, requireWritable } from '../db/glossary.ts'
import { termsOf } from '../db/term.ts'
import {
  claimGlossary,
  landTerms,
  madeBy,
  mergeEntries,
  startTermImport,
  takeBack,
  takeEntry,
} from '../db/termImport.ts'
import { AppError } from '#contract/error.ts'
import { readBytes } from '../files/read.ts'
import { readInThread } from './glossaryThread.ts'
import { rest } from './runner.ts'
import type { GlossarySource } from './glossaryFile.ts'
import type { Session } from '../session.ts'
import { toAppError } from '../db/errors.ts'

type Input = ParsedInputOf<'glossary.import'>

/** Entries written in one transaction: some milliseconds. */
const CHUNK = 150
/** Notices that are carried; all are counted. */
const KEPT_NOTICES = 1_000
/** Notices that go with an error. */
const SHOWN_NOTICES = 5
/** An import of more bytes is preceded by a backup; small ones are undone as easily. */
const LARGE = 256 * 1024
/** Code units of one field, as the contract has them. */
const MAX_WORD = 500
const MAX_TEXT = 5_000

export const nameOfSource = ({ from }: Pick<Input, 'from'>): string =>
  from.kind === 'path' ? basename(from.path) : from.name

/** The bytes of a file with how it is to be read. Throws `file-*`, `not-found`. */
export const sourceOf = async (
  { from, format, encoding, table }: Pick<Input, 'from' | 'format' | 'encoding' | 'table'>,
  { scratch }: Pick<Session, 'scratch'>,
): Promise<GlossarySource> => ({
  bytes: from.kind === 'path' ? await readBytes(from.path) : await scratch.readUpload(from.id),
  fileName: nameOfSource({ from }),
  format,
  encoding,
  table,
})

/** Adds the file's name to an error that does not say. */
export const named = (error: unknown, input: Pick<Input, 'from'>): AppError => {
  const known = toAppError(error)
  if (known.code === 'cancelled') return known
  const { fileName: _, ...details } = known.details
  return new AppError(known.code, known.message, {
    ...details,
    file: nameOfSource(input),
    ...(input.from.kind === 'path' ? { path: input.from.path } : {}),
  })
}

/** Why an entry cannot be kept; null where it can. */
const refusal = (entry: GlossaryEntry): GlossaryNotice | null => {
  const at = { line: entry.line, column: entry.column }
  const words = [entry.source, entry.target, entry.domain, ...entry.variants]
  const texts = [entry.definition, entry.note, entry.url]
  for (const text of [...words, ...texts])
    if (!text.isWellFormed() || text.includes('\u0000'))
      return { code: 'not-storable', ...at, detail: entry.source.slice(0, 80).toWellFormed() }
  const long = words.some((text) => text.length > MAX_WORD) || texts.some((text) => text.length > MAX_TEXT)
  return long ? { code: 'too-long', ...at, detail: entry.source.slice(0, 80) } : null
}

interface Progress extends ImportReport {
  added_: number[]
  merges: { id: number; entry: GlossaryEntry }[]
}

const note = (report: ImportReport, notice: GlossaryNotice): void => {
  report.noticeCount++
  if (report.notices.length < KEPT_NOTICES) report.notices.push(notice)
}

/** An address that is none is worth keeping as a note, not as a link. */
const safe = (entry: GlossaryEntry): GlossaryEntry =>
  entry.url === '' || /^https?:\/\//iu.test(entry.url.trim())
    ? entry
    : { ...entry, url: '', note: [entry.note, entry.url].filter((part) => part !== '').join('\n') }

/** Lands whole or not at all; nothing of it is seen before. */
export const runGlossaryImport = async (input: Input, context: JobContext): Promise<ImportReport> => {
  const { db, session, signal, changed, now } = context
  const room = session.room()
  const fileName = nameOfSource(input)
  const source = await sourceOf(input, session).catch((error: unknown) => {
    throw named(error, input)
  })
  if (source.bytes.byteLength > LARGE) await backUp(room.workspace, 'import', session.clock)
  const at = now()
  const { glossaryId, batch } = inTransaction(db, () => {
    const started = startTermImport(db, fileName, at)
    const id =
      typeof input.into === 'number' ? input.into : glossaryNamed(db, input.into, at, madeBy(started))
    requireWritable(db, id)
    claimGlossary(db, started, id)
    return { glossaryId: id, batch: started }
  })
  const target = { glossaryId, batch, origin: fileName.slice(0, 200), existing: input.existing, at }
  const report: Progress = {
    ...{ batch, glossaryId, read: 0, added: 0, merged: 0, same: 0, skipped: 0, notices: [], noticeCount: 0 },
    added_: [],
    merges: [],
  }
  try {
    let columns: readonly string[] | null = null
    for await (const answer of readInThread(source, signal)) {
      if ('shape' in answer) {
        columns = answer.shape.table?.columns ?? null
        continue
      }
      const { entries, notices, share } = answer.part
      for (const notice of notices) note(report, notice)
      report.skipped += notices.filter(({ code }) => SKIPPING.has(code)).length
      for (let from = 0; from < entries.length; from += CHUNK) {
        takeChunk(entries.slice(from, from + CHUNK))
        context.report(Math.round(share * 1000), 1000, fileName)
        await context.rest()
      }
    }
    // An empty glossary made for nothing would be no help.
    if (report.read === 0)
      throw new AppError('nothing-to-import', 'No term could be read from the file.', {
        ...(columns === null ? {} : { columns }),
        skipped: report.skipped,
        notices: report.notices.slice(0, SHOWN_NOTICES),
      })
    const merged: number[] = []
    for (let from = 0; from < report.merges.length; from += CHUNK) {
      const part = report.merges.slice(from, from + CHUNK)
      merged.push(...inTransaction(db, () => mergeEntries(db, part, target)))
      await context.rest()
    }
    report.merged = merged.length
    report.same += report.merges.length - merged.length
    landTerms(db, batch)
    // From here on it is done; the terms in memory follow at leisure.
    const landed = [...report.added_, ...merged]
    for (let from = 0; from < landed.length; from += CHUNK) {
      const part = landed.slice(from, from + CHUNK)
      room.terms.update(part, termsOf(db, part))
      await rest()
    }
  } catch (error) {
    await takeBack(db, batch, rest).catch(() => undefined)
    // The glossary made for it may have been seen.
    changed({ type: 'term' })
    throw named(error, input)
  }
  changed({ type: 'term' })
  if (input.from.kind === 'upload') await session.scratch.dropUpload(input.from.id)
  const { added_: _, merges: __, ...result } = report
  return result

  function takeChunk(entries: GlossaryEntry[]): void {
    inTransaction(db, () => {
      for (const each of entries) {
        report.read++
        const entry = safe(each)
        const refused = refusal(entry)
        if (refused) {
          note(report, refused)
          report.skipped++
          continue
        }
        const taken = takeEntry(db, entry, target)
        if (taken.kind === 'added') {
          report.added++
          report.added_.push(taken.id)
        } else if (taken.kind !== 'there') {
          if (taken.kind === 'merge') report.merges.push({ id: taken.id, entry })
          else report.same++
          if (taken.kept.length > 0) {
            const detail = `${entry.source}: ${taken.kept.join(', ')}`
            note(report, { code: 'kept-otherwise', line: entry.line, column: entry.column, detail })
          }
        } else {
          report.skipped++
          note(report, { code: 'there', line: entry.line, column: entry.column, detail: entry.source })
        }
      }
    })
  }
}

/** Notices of readers that mean an entry was left out. */
const SKIPPING = new Set(['no-source', 'no-target', 'ragged', 'too-few-fields', 'bad-quote', 'bad-bytes'])
