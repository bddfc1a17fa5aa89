import { fillingOf, type Filling } from '#core/memory/filling.ts'
import { cutSentences } from '#core/text/segment.ts'
import type { ParsedInputOf } from '#contract/index.ts'
import type { PretranslateReport } from '#contract/pretranslate.ts'
import { AppError } from '#contract/error.ts'
import type { JobContext } from '../context.ts'
import { inTransaction } from '../db/database.ts'
import { toAppError } from '../db/errors.ts'
import { keepFill, startRun } from '../db/fill.ts'
import { countUse } from '../db/memory.ts'
import { findParagraph, type StoredParagraph } from '../db/paragraph.ts'
import { saveTargets, type Edit } from '../db/save.ts'
import { tellSaved } from '../handlers/saved.ts'
import { createAnalyser, paragraphsInScope } from './analyse.ts'

/** A paragraph as it was when it was decided what it is filled with. */
interface Decided {
  paragraph: StoredParagraph
  filling: Filling
}

/** One sentence is the paragraph itself. */
const sentencesOf = (source: string): number => {
  const { length } = cutSentences(source)
  return length < 2 ? 0 : length
}

/** Paragraphs written in one transaction: some milliseconds. */
const PART = 20

/**
 * Writes what was decided for some paragraphs, each only if it still is what it was decided for: what somebody typed, split or
 * locked meanwhile stays.
 */
const fillPart = (decided: readonly Decided[], report: PretranslateReport, context: JobContext): void => {
  const { db, now } = context
  const { written, saved } = inTransaction(db, () => {
    const free = decided.filter(({ paragraph }) => {
      const current = findParagraph(db, paragraph.id)
      return current !== undefined && current.position !== null && current.revision === paragraph.revision
    })
    const edits = free.map(({ paragraph: { id, revision }, filling: { target, confirm } }): Edit => ({
      ...{ id, target, baseRevision: revision },
      ...{ status: confirm ? 'confirmed' : 'draft', origin: 'match' },
    }))
    const saved = saveTargets(db, edits, now())
    const revisions = new Map(saved.saved.map(({ id, revision }) => [id, revision]))
    const written = free.filter(({ paragraph, filling }) => {
      const revision = revisions.get(paragraph.id) ?? paragraph.revision
      // A draft that says the same already.
      if (revision === paragraph.revision) return false
      keepFill(db, report.run, paragraph, revision)
      for (const id of filling.unitIds) countUse(db, id)
      return true
    })
    report.left.changed += decided.length - free.length
    return { written, saved }
  })
  for (const { filling } of written) {
    report.filled++
    if (filling.repaired) report.repaired++
    if (filling.assembled) report.assembled++
    if (filling.confirm) report.confirmed++
  }
  tellSaved(saved, context)
}

/**
 * Fills what is not translated from the memory. Cancelled, it ends with what was filled until then, which stays and is taken
 * back by `pretranslate.undo`; so does what any other error breaks off, which then names the `run`.
 */
export const runPretranslation = async (
  { overDrafts, articleIds, projectId, ...options }: ParsedInputOf<'pretranslate.run'>,
  context: JobContext,
): Promise<PretranslateReport> => {
  const { db, now, session } = context
  const { memory } = session.room()
  const { floor } = options
  const analyser = createAnalyser(floor)
  const report: PretranslateReport = {
    analysis: analyser.analysis,
    ...{ filled: 0, repaired: 0, assembled: 0, confirmed: 0 },
    left: { translated: 0, locked: 0, changed: 0 },
    ...{ run: 0, cancelled: false },
  }
  const mayFill = ({ status, locked, target }: StoredParagraph): boolean => {
    if (locked) report.left.locked++
    else if (status === 'confirmed' || (target !== '' && !overDrafts)) report.left.translated++
    else return true
    return false
  }
  let decided: Decided[] = []
  const write = (): void => {
    const part = decided
    decided = []
    if (part.length > 0) fillPart(part, report, context)
  }
  /** An article is filled before the next one is looked at. */
  const startArticle = (id: number, title: string): void => {
    write()
    analyser.startArticle(id, title)
  }
  const paragraphs = paragraphsInScope({ articleIds, projectId }, context, startArticle)
  report.run = inTransaction(db, () => startRun(db, 'pretranslation', now()))
  try {
    for await (const paragraph of paragraphs) {
      const { id, source } = paragraph
      const { matches, assembly } = await memory.findForParagraph(id, { floor, limit: 1, lower: false })
      const best = matches[0] ?? null
      const band = analyser.add(source, best && { kind: best.kind, score: best.score - best.penalty })
      if (band === 'under' || band === 'none')
        analyser.addSentences({ known: assembly?.covered ?? 0, total: sentencesOf(source) })
      if (!mayFill(paragraph)) continue
      const filling = fillingOf(best, assembly, options)
      if (filling) decided.push({ paragraph, filling })
      if (decided.length >= PART) write()
    }
    write()
  } catch (error) {
    const failure = toAppError(error)
    if (failure.code !== 'cancelled') {
      const { run, filled } = report
      throw new AppError(failure.code, failure.message, { ...failure.details, run, filled })
    }
    report.cancelled = true
  }
  return report
}
