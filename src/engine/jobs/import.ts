import type { ImportResult } from '#contract/exchange.ts'
import type { ParsedInputOf } from '#contract/index.ts'
import { workingTitle } from '#core/text/head.ts'
import type { JobContext } from '../context.ts'
import { changedHead, getArticle } from '../db/article.ts'
import { backUp } from '../db/backup.ts'
import { inTransaction } from '../db/database.ts'
import {
  addDraftParagraphs,
  discard,
  land,
  markerOf,
  projectFor,
  startArticle,
  type NewDraft,
} from '../db/importing.ts'
import { nameOfItem, readItem } from './drafts.ts'
import { rest } from './runner.ts'

type Input = ParsedInputOf<'import.run'>

/** Up to so many paragraphs land in one transaction. */
const SMALL = 1_000
/** Paragraphs of one transaction of a larger import: about 20 ms. */
const CHUNK = 400

let imports = 0

const readAll = async (
  { items }: Input,
  { session, report, rest: pause }: JobContext,
): Promise<NewDraft[]> => {
  const drafts: NewDraft[] = []
  for (const [index, item] of items.entries()) {
    report(index, items.length, nameOfItem(item))
    const { articles } = await readItem(item, { scratch: session.scratch, rest: pause })
    for (const [place, { draft, origin }] of articles.entries()) {
      const head = changedHead(draft.head, item.heads[place] ?? {})
      if (head.title.trim() === '')
        head.title = workingTitle(draft.paragraphs[0]?.source ?? '') || origin.fileName
      drafts.push({ draft, head, origin })
    }
    await pause()
  }
  return drafts
}

const landAtOnce = (
  drafts: readonly NewDraft[],
  project: Input['project'],
  context: JobContext,
): ImportResult => {
  const { db, now } = context
  const at = now()
  return inTransaction(db, () => {
    const projectId = projectFor(db, project, at, null)
    const ids = drafts.map((each) => {
      const id = startArticle(db, projectId, each, at)
      addDraftParagraphs(db, id, each.draft, 0, each.draft.paragraphs.length, at)
      return id
    })
    return { projectId, articles: ids.map((id) => getArticle(db, id)) }
  })
}

const landInChunks = async (
  drafts: readonly NewDraft[],
  project: Input['project'],
  context: JobContext,
): Promise<ImportResult> => {
  const { workspace } = context.session.room()
  const { db } = workspace
  const marker = markerOf(++imports)
  const at = context.now()
  const total = drafts.reduce((sum, { draft }) => sum + draft.paragraphs.length, 0)
  const ids: number[] = []
  let done = 0
  await backUp(workspace, 'import', context.session.clock)
  try {
    const projectId = inTransaction(db, () => projectFor(db, project, at, marker))
    let open: { index: number; from: number } | null = { index: 0, from: 0 }
    while (open) {
      context.report(done, total, drafts[open.index]?.head.title ?? '')
      open = writeChunk(open)
      await context.rest()
    }
    const landed = land(db, marker, project)
    return { projectId: landed, articles: ids.map((id) => getArticle(db, id)) }

    // Fills one transaction: the rest of a long article, or many short ones.
    function writeChunk(start: { index: number; from: number }): { index: number; from: number } | null {
      return inTransaction(db, () => {
        let { index, from } = start
        let left = CHUNK
        for (let each = drafts[index]; each; each = drafts[index]) {
          if (from === 0) ids[index] = startArticle(db, projectId, each, at, marker)
          const { length } = each.draft.paragraphs
          const to = Math.min(length, from + left)
          addDraftParagraphs(db, ids[index] ?? 0, each.draft, from, to, at)
          done += to - from
          left -= to - from
          if (to < length) return { index, from: to }
          index++
          from = 0
          if (left <= 0) return index < drafts.length ? { index, from } : null
        }
        return null
      })
    }
  } catch (error) {
    // Where even that fails (a full disk), the rows stay unseen until the next opening; the cause is what was said first.
    await discard(workspace, marker, rest).catch(() => undefined)
    throw error
  }
}

/** All articles of all items land, or none does; nothing of them is seen before. */
export const runImport = async (input: Input, context: JobContext): Promise<ImportResult> => {
  const { session, changed } = context
  const drafts = await readAll(input, context)
  const paragraphs = drafts.reduce((sum, { draft }) => sum + draft.paragraphs.length, 0)
  const result =
    paragraphs <= SMALL && drafts.length <= SMALL
      ? landAtOnce(drafts, input.project, context)
      : await landInChunks(drafts, input.project, context)
  changed({ type: 'library' })
  for (const { from } of input.items) if (from.kind === 'upload') await session.scratch.dropUpload(from.id)
  return result
}
