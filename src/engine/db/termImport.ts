import { uptime } from 'node:os'
import { AppError } from '#contract/error.ts'
import type { Term } from '#core/model/term.ts'
import type { GlossaryEntry } from '#core/formats/glossary.ts'
import { inTransaction, type Writer } from './database.ts'
import { idList, rows, run, value, values } from './statement.ts'
import { cleanContent, findTwin, writeNewTerm, sayTheSame, termsOf, writeTerm } from './term.ts'
import { addTermHistory, startBatch } from './termHistory.ts'
import { causeOf } from './errors.ts'

/*
 * A glossary is brought in as articles are: in chunks, under a batch that is still `running` and whose terms nobody sees,
 * made visible by one small transaction at the end. What changes terms that are there is written last, each with what it
 * said before, so that all of it can be taken back.
 */

/** What happened to an entry. `merge`: the term is there and will say more; that is written at the end. */
/** What became of an entry. `kept`: fields the file says otherwise and the term keeps. */
export type Taken =
  | { kind: 'added'; id: number }
  | { kind: 'merge'; id: number; kept: string[] }
  | { kind: 'same'; kept: string[] }
  | { kind: 'there' }

export type Existing = 'merge' | 'overwrite' | 'skip'

export interface ImportTarget {
  glossaryId: number
  batch: number
  origin: string
  existing: Existing
  at: string
}

let imports = 0

/** When the machine was started, in seconds: a process number says nothing of the one that had it before. */
const booted = (): number => Math.round(Date.now() / 1000 - uptime())
const BOOT_LEEWAY = 120

/** Opens the batch of an import of this process. */
export const startTermImport = (db: Writer, note: string, at: string): number =>
  startBatch(db, { kind: 'import', note, running: `${process.pid}:${++imports}:${booted()}` }, at)

/**
 * Says into which glossary a started import goes. Throws `busy` while another one does: what it has not landed yet would
 * be taken for terms that are there, and be gone if it is stopped.
 */
export const claimGlossary = (db: Writer, batch: number, glossaryId: number): void => {
  const others = values<string>(
    db,
    'SELECT running FROM term_batch WHERE running IS NOT NULL AND id <> ?',
    batch,
  )
  for (const running of others)
    if (Number(running.split(':')[3]) === glossaryId && isAlive(running))
      throw new AppError('busy', 'Another file is being brought into this glossary.', {
        glossary: glossaryId,
      })
  run(db, "UPDATE term_batch SET running = running || ':' || ? WHERE id = ?", glossaryId, batch)
}

/** The origin of a glossary that an import made, until it has landed: taken back, it leaves no empty glossary either. */
export const madeBy = (batch: number): string => `import ${batch}`

const filled = (one: string, other: string): string => (one === '' ? other : one)

/** What a term says once an entry of a file is taken over. Origin and times stay, but for the last change. */
export const mergedTerm = (
  term: Term,
  entry: Omit<GlossaryEntry, 'line' | 'column'>,
  how: Existing,
  at: string,
): Term => {
  const said = cleanContent(entry)
  if (how === 'overwrite') {
    // What the file leaves open is no wish to empty it.
    return {
      ...term,
      variants: said.variants.length > 0 ? said.variants : term.variants,
      partOfSpeech: said.partOfSpeech || term.partOfSpeech,
      status: said.status,
      domain: filled(said.domain, term.domain),
      definition: filled(said.definition, term.definition),
      note: filled(said.note, term.note),
      url: filled(said.url, term.url),
      updatedAt: at,
    }
  }
  return {
    ...term,
    variants: [...new Set([...term.variants, ...said.variants])],
    partOfSpeech: term.partOfSpeech || said.partOfSpeech,
    domain: filled(term.domain, said.domain),
    definition: filled(term.definition, said.definition),
    note: filled(term.note, said.note),
    url: filled(term.url, said.url),
    updatedAt: at,
  }
}

/** What the file says otherwise than the term, and what therefore stays as the term has it. */
const keptFields = (term: Term, entry: GlossaryEntry): string[] => {
  const said = cleanContent(entry)
  const fields = ['partOfSpeech', 'domain', 'definition', 'note', 'url'] as const
  return [
    // A file without a status says nothing of it, and is read as saying the plainest.
    ...(said.status !== 'preferred' && said.status !== term.status ? ['status'] : []),
    ...fields.filter((field) => said[field] !== '' && term[field] !== '' && said[field] !== term[field]),
  ]
}

/** Takes one entry: adds it under the batch, or says what is there already. To be called in a transaction. */
export const takeEntry = (db: Writer, entry: GlossaryEntry, target: ImportTarget): Taken => {
  const { glossaryId, batch, origin, existing, at } = target
  const content = cleanContent(entry)
  const twin = findTwin(db, { glossaryId, source: content.source, target: content.target })
  if (twin) {
    const after = mergedTerm(twin, entry, existing === 'skip' ? 'merge' : existing, at)
    if (sayTheSame(twin, after)) return { kind: 'same', kept: keptFields(twin, entry) }
    // The file says it twice: what it says further on is added to what it said.
    if (batchOf(db, twin.id) === batch) {
      writeTerm(db, mergedTerm(twin, entry, 'merge', at))
      return { kind: 'same', kept: keptFields(twin, entry) }
    }
    if (existing === 'skip') return { kind: 'there' }
    return { kind: 'merge', id: twin.id, kept: existing === 'merge' ? keptFields(twin, entry) : [] }
  }
  const id = writeNewTerm(db, {
    ...{ glossaryId, ...content, origin, batch },
    createdAt: entry.createdAt || at,
    updatedAt: entry.updatedAt || entry.createdAt || at,
  })
  addTermHistory(db, { termId: id, batch, change: 'imported', before: null }, at)
  return { kind: 'added', id }
}

const batchOf = (db: Writer, id: number): number | null | undefined =>
  value<number | null>(db, 'SELECT batch_id FROM term WHERE id = ?', id)

/**
 * Takes entries over into terms that are there, as they are now: somebody may have changed them while the file was read.
 * Gives the ids of those that changed. To be called in a transaction.
 */
export const mergeEntries = (
  db: Writer,
  merges: readonly { id: number; entry: GlossaryEntry }[],
  { batch, existing, at }: ImportTarget,
): number[] => {
  const current = new Map(
    termsOf(
      db,
      merges.map(({ id }) => id),
    ).map((term) => [term.id, term]),
  )
  const changed: number[] = []
  for (const { id, entry } of merges) {
    const before = current.get(id)
    const after = before && mergedTerm(before, entry, existing, at)
    if (!before || !after || sayTheSame(before, after)) continue
    writeTerm(db, after)
    addTermHistory(db, { termId: id, batch, change: 'imported', before }, at)
    current.set(id, after)
    changed.push(id)
  }
  return changed
}

/** All at once, everybody sees what was brought in. */
export const landTerms = (db: Writer, batch: number): void => {
  inTransaction(db, () => {
    run(db, 'UPDATE term_batch SET running = NULL WHERE id = ?', batch)
    run(db, "UPDATE glossary SET origin = '' WHERE origin = ?", madeBy(batch))
  })
}

const CHUNK = 300

/** A term as it was, unless the same one was added anew meanwhile. */
const giveBack = (db: Writer, before: Term): void => {
  try {
    writeTerm(db, before)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'duplicate') throw error
  }
}

/** Takes away what a batch added, and gives back what it changed; `rest` is called in between. */
export const takeBack = async (db: Writer, batch: number, rest: () => Promise<void>): Promise<void> => {
  for (;;) {
    const done = inTransaction(db, () => {
      const steps = rows<{ sequence: number; before: string; later: number }>(
        db,
        `SELECT sequence, before, EXISTS (SELECT 1 FROM term_history n WHERE n.term_id = h.term_id
           AND n.sequence > h.sequence AND n.batch_id <> h.batch_id) AS later
         FROM term_history h WHERE batch_id = ? AND before IS NOT NULL ORDER BY sequence DESC LIMIT ?`,
        batch,
        CHUNK,
      )
      // What somebody has done to a term since is theirs, and stays.
      for (const { before, later } of steps) if (later === 0) giveBack(db, JSON.parse(before) as Term)
      const sequences = idList(steps.map(({ sequence }) => sequence))
      run(db, 'DELETE FROM term_history WHERE sequence IN (SELECT value FROM json_each(?))', sequences)
      if (steps.length > 0) return false
      const { changes } = run(
        db,
        'DELETE FROM term WHERE id IN (SELECT id FROM term WHERE batch_id = ? LIMIT ?)',
        batch,
        CHUNK,
      )
      if (changes > 0) return false
      run(db, 'DELETE FROM term_batch WHERE id = ?', batch)
      // Unless somebody has put a term into it meanwhile.
      run(
        db,
        `DELETE FROM glossary WHERE origin = ? AND NOT EXISTS (SELECT 1 FROM term t WHERE t.glossary_id = glossary.id)`,
        madeBy(batch),
      )
      return true
    })
    if (done) return
    await rest()
  }
}

/** Whether the import that wrote this of itself may still be at work: in another process, since this start. */
const isAlive = (running: string): boolean => {
  const [processId, , boot] = running.split(':')
  if (boot !== undefined && Math.abs(Number(boot) - booted()) > BOOT_LEEWAY) return false
  return isRunning(Number(processId))
}

const isRunning = (processId: number): boolean => {
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    return causeOf(error) === 'EPERM'
  }
}

/** Takes back what imports left behind whose process has ended. To be called before anybody uses the terms. */
export const clearUnfinishedTerms = async (db: Writer): Promise<void> => {
  const batches = values<string>(db, "SELECT id || ' ' || running FROM term_batch WHERE running IS NOT NULL")
  for (const batch of batches) {
    const [id, running = ''] = batch.split(' ')
    if (Number(running.split(':')[0]) !== process.pid && isAlive(running)) continue
    // What cannot be cleared is seen by nobody, and no reason not to open.
    await takeBack(db, Number(id), () => Promise.resolve()).catch(() => undefined)
  }
}
