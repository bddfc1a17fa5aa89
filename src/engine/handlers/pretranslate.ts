import type { pretranslateContract, Propagation } from '#contract/pretranslate.ts'
import type { CommandContext, HandlersOf } from '../context.ts'
import { inTransaction, type Writer } from '../db/database.ts'
import {
  articlesInScope,
  fillChanges,
  isApart,
  keepFill,
  listRepetitions,
  projectOfParagraph,
  propagationMode,
  repetitionsOf,
  setApart,
  setPropagationMode,
  signatureOfParagraph,
  startRun,
  type FillChange,
} from '../db/fill.ts'
import { findParagraph, getParagraph } from '../db/paragraph.ts'
import { saveTargets, type Edit } from '../db/save.ts'
import { runAnalysis } from '../jobs/analyse.ts'
import { runPretranslation } from '../jobs/pretranslate.ts'
import { rest } from '../jobs/runner.ts'
import { tellSaved } from './saved.ts'

/** Paragraphs given back in one transaction: some milliseconds. */
const PART = 50

/** Gives some paragraphs what they had, where nobody has changed them since; gives how many. */
const giveBack = (
  db: Writer,
  changes: readonly FillChange[],
  run: number,
  at: string,
): { done: number; saved: ReturnType<typeof saveTargets> } => {
  const edits: Edit[] = []
  const before = new Map<number, { id: number; target: string; status: FillChange['status'] }>()
  for (const { paragraphId, target, status, revision } of changes) {
    const current = findParagraph(db, paragraphId)
    if (!current || current.revision !== revision || current.locked || current.position === null) continue
    before.set(paragraphId, current)
    edits.push({ id: paragraphId, target, status, baseRevision: revision, origin: 'restore' })
  }
  const saved = saveTargets(db, edits, at)
  for (const { id, revision } of saved.saved) {
    const was = before.get(id)
    if (was) keepFill(db, run, was, revision)
  }
  return { done: saved.saved.length, saved }
}

const propagate = (
  context: CommandContext,
  paragraphId: number,
  asked: 'off' | 'article' | 'project' | undefined,
): Propagation => {
  const { db, now } = context
  const nothing: Propagation = {
    paragraphIds: [],
    articles: 0,
    left: { apart: 0, locked: 0, confirmed: 0 },
    run: null,
  }
  const paragraph = getParagraph(db, paragraphId)
  const projectId = projectOfParagraph(db, paragraphId)
  const mode = asked ?? (projectId === undefined ? 'off' : propagationMode(db, projectId))
  if (mode === 'off' || paragraph.target === '' || isApart(db, paragraphId)) return nothing
  const result: Propagation = { ...nothing, left: { ...nothing.left } }
  const saved = inTransaction(db, () => {
    const signature = signatureOfParagraph(db, paragraphId)
    const edits: Edit[] = []
    const before = new Map<number, ReturnType<typeof getParagraph>>()
    for (const { id, apart } of repetitionsOf(db, { ...paragraph, signature }, mode)) {
      const other = getParagraph(db, id)
      if (other.target === paragraph.target) continue
      if (apart) result.left.apart++
      else if (other.locked) result.left.locked++
      else if (other.status === 'confirmed') result.left.confirmed++
      else {
        before.set(id, other)
        // To be looked at in its own place: it is filled in and not confirmed.
        edits.push({
          ...{ id, target: paragraph.target, baseRevision: other.revision },
          ...{ status: 'draft', origin: 'propagation' },
        })
      }
    }
    if (edits.length === 0) return null
    const done = saveTargets(db, edits, now())
    const run = startRun(db, 'propagation', now())
    for (const { id, revision } of done.saved) {
      const was = before.get(id)
      if (was) keepFill(db, run, was, revision)
    }
    result.run = run
    result.paragraphIds = done.saved.map(({ id }) => id)
    result.articles = done.articles.size
    return done
  })
  if (saved) tellSaved(saved, context)
  return result
}

export const pretranslateHandlers: HandlersOf<typeof pretranslateContract> = {
  'memory.analyse': runAnalysis,
  'pretranslate.run': runPretranslation,
  'pretranslate.undo': async ({ run }, context) => {
    const { db, now } = context
    const changes = fillChanges(db, run)
    const own = inTransaction(db, () => startRun(db, 'undo', now()))
    let changed = 0
    for (let from = 0; from < changes.length; from += PART) {
      const part = changes.slice(from, from + PART)
      const { done, saved } = inTransaction(db, () => giveBack(db, part, own, now()))
      changed += done
      tellSaved(saved, context)
      await rest()
    }
    return { run: own, changed, left: changes.length - changed }
  },
  'repetition.list': ({ articleId, projectId }, { db }) => {
    const articleIds = articleId === undefined ? undefined : [articleId]
    const articles = articlesInScope(db, { articleIds, projectId })
    const ids = articles.map(({ id }) => id)
    return listRepetitions(db, ids)
  },
  'repetition.propagate': ({ paragraphId, mode }, context) => propagate(context, paragraphId, mode),
  'repetition.apart': ({ paragraphId, apart: asked }, { db, changed }) => {
    const { articleId } = getParagraph(db, paragraphId)
    const apart = asked ?? !isApart(db, paragraphId)
    inTransaction(db, () => setApart(db, paragraphId, apart))
    changed({ type: 'article', articleId, paragraphIds: [paragraphId] })
    return { apart }
  },
  'repetition.mode': ({ projectId }, { db }) => propagationMode(db, projectId),
  'repetition.setMode': ({ projectId, mode }, { db, changed }) => {
    inTransaction(db, () => setPropagationMode(db, projectId, mode))
    changed({ type: 'library' })
    return mode
  },
}
