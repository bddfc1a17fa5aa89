import { join } from 'node:path'
import { AppError } from '#contract/error.ts'
import type { Glossary } from '#contract/glossary.ts'
import type { GlossaryEntry } from '#core/formats/glossary.ts'
import { inTransaction, type Writer } from './db/database.ts'
import { addGlossary, getGlossary, restoreGlossary, starterGlossary } from './db/glossary.ts'
import { cleanContent, findTwin, insertTerm, markRemoved, termsOfGlossaries, writeTerm } from './db/term.ts'
import { addTermHistory, startBatch } from './db/termHistory.ts'
import { readBytes } from './files/read.ts'

const NAME = '나란히 기본 용어집 (Naranhi starter)'

/** The glossary that ships with Naranhi. Throws `file-not-found`, `file-unreadable`, `text-invalid`. */
export const readStarter = async (resources: string): Promise<GlossaryEntry[]> => {
  const { openDelimited, readDelimitedRows } = await import('#core/formats/table/read.ts')
  const path = join(resources, 'glossary', 'starter.tsv')
  const file = openDelimited(new TextDecoder().decode(await readBytes(path)), 'starter.tsv', '\t')
  const entries: GlossaryEntry[] = []
  readDelimitedRows(file, file.layout, [0, file.rows.length], {
    onEntry: (entry) => void entries.push(entry),
    onNotice: ({ code, line }) => {
      throw new AppError('text-invalid', 'The starter glossary cannot be read.', { path, cause: code, line })
    },
  })
  return entries
}

/**
 * Brings the starter glossary in, or up to date: read-only, with the least priority, and the users' own glossaries as
 * they are; `gone` are the ids of terms it no longer has. To be made writable it can be; then what was changed in it is changed back by the next call.
 */
export const writeStarter = (
  db: Writer,
  entries: readonly GlossaryEntry[],
  at: string,
): { glossary: Glossary; gone: number[] } =>
  inTransaction(db, () => {
    const there = starterGlossary(db)
    const id = there ?? addGlossary(db, { name: NAME, readOnly: true, origin: 'starter' }, at)
    restoreGlossary(db, id)
    const batch = startBatch(db, { kind: 'starter' }, at)
    const old = new Map(termsOfGlossaries(db, [id], 0, 1_000_000).map((term) => [term.id, term]))
    for (const entry of entries) {
      const content = cleanContent(entry)
      const twin = findTwin(db, { glossaryId: id, source: content.source, target: content.target })
      if (!twin) {
        const term = insertTerm(db, { ...content, glossaryId: id, origin: 'starter' }, at, { batch })
        addTermHistory(db, { termId: term.id, batch, change: 'imported', before: null }, at)
        continue
      }
      old.delete(twin.id)
      const after = { ...twin, ...content, updatedAt: at }
      if (JSON.stringify({ ...after, updatedAt: '' }) === JSON.stringify({ ...twin, updatedAt: '' })) continue
      writeTerm(db, after)
      addTermHistory(db, { termId: twin.id, batch, change: 'imported', before: twin }, at)
    }
    for (const before of old.values())
      addTermHistory(db, { termId: before.id, batch, change: 'removed', before }, at)
    markRemoved(db, [...old.keys()], at)
    return { glossary: getGlossary(db, id), gone: [...old.keys()] }
  })
