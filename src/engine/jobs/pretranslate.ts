import type { ParsedInputOf } from '#contract/index.ts'
import type { PretranslateReport } from '#contract/pretranslate.ts'
import type { Assembly, MemoryMatch } from '#core/model/memory.ts'
import { AppError } from '#contract/error.ts'
import type { JobContext } from '../context.ts'
import { inTransaction } from '../db/database.ts'
import { keepFill, startRun } from '../db/fill.ts'
import { countUse } from '../db/memory.ts'
import { getParagraph, type StoredParagraph } from '../db/paragraph.ts'
import { saveTargets } from '../db/save.ts'
import { tellSaved } from '../handlers/saved.ts'
import { createAnalyser, paragraphsInScope } from './analyse.ts'

type Options = ParsedInputOf<'pretranslate.run'>

interface Filling {
  target: string
  confirm: boolean
  repaired: boolean
  assembled: boolean
  unitIds: number[]
}

const points = ({ score, penalty }: MemoryMatch): number => score - penalty

/** What a paragraph is filled with; null where nothing is good enough. */
export const fillingOf = (
  best: MemoryMatch | undefined,
  assembly: Assembly | null,
  { floor, repair, sentences, confirmContext }: Omit<Options, 'articleIds' | 'projectId' | 'overDrafts'>,
): Filling | null => {
  const assembled = (): Filling | null =>
    sentences && assembly
      ? {
          target: assembly.target,
          confirm: false,
          repaired: false,
          assembled: true,
          unitIds: assembly.sentences.flatMap(({ match }) => match?.unit.id ?? []),
        }
      : null
  if (!best || points(best) < floor) return assembled()
  // Put together whole from surer sentences, the paragraph is surer than by a match that is only like it.
  const whole = assembly && assembly.covered === assembly.sentences.length
  if (sentences && assembly && whole && assembly.score > points(best)) return assembled()
  const repaired = repair && best.repair?.complete === true
  return {
    target: (repaired ? best.repair?.target : undefined) ?? best.unit.target,
    confirm: confirmContext && best.kind === 'context' && best.penalty === 0,
    repaired,
    assembled: false,
    unitIds: [best.unit.id],
  }
}

/**
 * Fills what is not translated from the memory, paragraph by paragraph, each in a transaction of its own and against the
 * text it was decided for: what somebody types meanwhile stays. Cancelled, what was filled stays and is told with the
 * error (`run`), to be taken back by `pretranslate.undo`.
 */
export const runPretranslation = async (
  { overDrafts, ...options }: Options,
  context: JobContext,
): Promise<PretranslateReport> => {
  const { db, now, session } = context
  const { memory } = session.room()
  const analyser = createAnalyser(options.floor)
  const report: PretranslateReport = {
    analysis: analyser.analysis,
    ...{ filled: 0, repaired: 0, assembled: 0, confirmed: 0 },
    left: { translated: 0, locked: 0, changed: 0 },
    run: inTransaction(db, () => startRun(db, 'pretranslation', now())),
  }
  const mayFill = ({ status, locked, target }: StoredParagraph): boolean => {
    if (locked) report.left.locked++
    else if (status === 'confirmed' || (target !== '' && !overDrafts)) report.left.translated++
    else return true
    return false
  }
  const fill = (paragraph: StoredParagraph, filling: Filling): void => {
    const saved = inTransaction(db, () => {
      const current = getParagraph(db, paragraph.id)
      if (current.revision !== paragraph.revision || current.position === null) {
        report.left.changed++
        return null
      }
      const done = saveTargets(
        db,
        [
          {
            id: paragraph.id,
            target: filling.target.replace(/\s*[\n\r\u2028\u2029]+\s*/g, ' '),
            baseRevision: paragraph.revision,
            origin: 'match',
            ...(filling.confirm ? { status: 'confirmed' as const } : { status: 'draft' as const }),
          },
        ],
        now(),
      )
      const [after] = done.saved
      if (!after || after.revision === paragraph.revision) return null
      keepFill(db, report.run, paragraph, after.revision)
      for (const id of filling.unitIds) countUse(db, id)
      return done
    })
    if (!saved) return
    report.filled++
    if (filling.repaired) report.repaired++
    if (filling.assembled) report.assembled++
    if (filling.confirm) report.confirmed++
    tellSaved(saved, context)
  }
  try {
    for await (const paragraph of paragraphsInScope(options, context, analyser.startArticle)) {
      const { id, source } = paragraph
      const { matches, lowered, assembly } = await memory.findForParagraph(id, {
        floor: options.floor,
        limit: 3,
      })
      const best = lowered === null ? matches[0] : undefined
      const band = analyser.add(source, best ? { kind: best.kind, score: points(best) } : null)
      if (band === 'under' || band === 'none')
        analyser.addSentences({
          known: assembly?.covered ?? 0,
          total: assembly?.sentences.length ?? 0,
        })
      if (!mayFill(paragraph)) continue
      const filling = fillingOf(best, assembly, options)
      if (filling) fill(paragraph, filling)
    }
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'cancelled') throw error
    throw new AppError('cancelled', error.message, {
      ...error.details,
      run: report.run,
      filled: report.filled,
    })
  }
  return report
}
