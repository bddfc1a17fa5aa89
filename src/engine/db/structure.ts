import { AppError } from '#contract/error.ts'
import { MAX_PARAGRAPH_CODE_UNITS } from '#core/formats/draft.ts'
import type { ParagraphStatus } from '#core/model/article.ts'
import type { TranslationUnit } from '#core/model/memory.ts'
import { sameContent } from '#core/text/splitJoin.ts'
import { followStructure, followText, type PlaceKeeper } from './anchors.ts'
import { touchArticle } from './article.ts'
import type { Reader, Writer } from './database.ts'
import {
  addParagraph,
  findParagraph,
  getParagraph,
  getParagraphs,
  place,
  revise,
  shift,
  type StoredParagraph,
} from './paragraph.ts'
import { fittingStatus, keepConfirmed } from './save.ts'

export interface Restructure {
  articleId: number
  before: readonly { id: number; baseRevision: number }[]
  after: readonly { id: number | null; source: string; target: string; status: ParagraphStatus }[]
  origin: 'split' | 'join'
}

export interface Restructured {
  /** The run that stands there now, in order. */
  paragraphs: StoredParagraph[]
  units: TranslationUnit[]
  /** Whether annotations moved. */
  moved: boolean
}

const refuseStale = (paragraph: StoredParagraph, baseRevision: number): void => {
  if (paragraph.revision !== baseRevision)
    throw new AppError('conflict', 'The paragraph was changed meanwhile.', {
      paragraph: paragraph.id,
      revision: paragraph.revision,
      baseRevision,
    })
  if (paragraph.locked)
    throw new AppError('paragraph-locked', 'The paragraph is locked.', { paragraph: paragraph.id })
}

const refuseLong = (source: string): void => {
  if (source.length > MAX_PARAGRAPH_CODE_UNITS)
    throw new AppError('paragraph-too-long', 'The paragraph would be too long to work on.', {
      length: source.length,
      limit: MAX_PARAGRAPH_CODE_UNITS,
    })
}

/** The run that is to be replaced. Throws `not-found`, `conflict` (stale, or no run), `paragraph-locked`. */
const readRun = (db: Reader, { articleId, before }: Restructure): StoredParagraph[] => {
  const run = getParagraphs(
    db,
    before.map(({ id }) => id),
  )
  for (const [index, paragraph] of run.entries()) {
    if (paragraph.articleId !== articleId)
      throw new AppError('not-found', 'The article has no such paragraph.', {
        article: articleId,
        paragraph: paragraph.id,
      })
    const first = run[0]?.position ?? null
    if (paragraph.position === null || first === null || paragraph.position !== first + index)
      throw new AppError('conflict', 'The paragraphs do not stand side by side.', { paragraph: paragraph.id })
    refuseStale(paragraph, before[index]?.baseRevision ?? -1)
  }
  return run
}

/** The paragraph that an id of the new run brings back. Throws `not-found`, `conflict` when it stands elsewhere. */
const readKept = (
  db: Reader,
  id: number,
  articleId: number,
  run: readonly StoredParagraph[],
): StoredParagraph => {
  const kept = run.find((paragraph) => paragraph.id === id) ?? findParagraph(db, id)
  if (!kept || kept.articleId !== articleId)
    throw new AppError('not-found', 'The article has no such paragraph.', {
      article: articleId,
      paragraph: id,
    })
  if (kept.position !== null && !run.includes(kept))
    throw new AppError('conflict', 'The paragraph stands elsewhere in the article.', { paragraph: id })
  return kept
}

/**
 * Replaces a run of neighbouring paragraphs by another with the same content. To be called in a transaction.
 * Throws `not-found`, `conflict`, `paragraph-locked`, `content-changed`, `paragraph-too-long`.
 */
export const restructure = (
  db: Writer,
  change: Restructure,
  places: PlaceKeeper,
  at: string,
): Restructured => {
  const { articleId, origin } = change
  const before = readRun(db, change)
  const wanted = change.after.map(({ id, source, target, status }) => {
    const text = target.normalize('NFC')
    return { id, source: source.normalize('NFC'), target: text, status: fittingStatus(status, text) }
  })
  const kept = new Map<number, StoredParagraph>()
  for (const { id, source } of wanted) {
    refuseLong(source)
    if (id === null) continue
    if (kept.has(id))
      throw new AppError('conflict', 'A paragraph stands twice in the new run.', { paragraph: id })
    kept.set(id, readKept(db, id, articleId, before))
  }
  for (const side of ['source', 'target'] as const)
    if (
      !sameContent(
        before.map((paragraph) => paragraph[side]),
        wanted.map((paragraph) => paragraph[side]),
      )
    )
      throw new AppError('content-changed', 'The paragraphs would not hold the same text.', { side })
  if (wanted.some(({ source }) => source.trim() === '') && before.every(({ source }) => source.trim() !== ''))
    throw new AppError('content-changed', 'A paragraph would be left without a source.', { side: 'source' })

  const start = before[0]?.position ?? 0
  for (const { id } of before) place(db, id, null)
  shift(db, articleId, start + before.length, wanted.length - before.length)
  const changed: StoredParagraph[] = []
  const paragraphs = wanted.map(({ id, ...texts }, index) => {
    const position = start + index
    const existing = id === null ? undefined : kept.get(id)
    if (!existing) {
      const added = addParagraph(db, { ...texts, articleId, position, origin }, at)
      changed.push(added)
      return added
    }
    place(db, existing.id, position)
    const placed = { ...existing, position }
    const same =
      existing.position !== null &&
      existing.source === texts.source &&
      existing.target === texts.target &&
      existing.status === texts.status
    if (same) return placed
    const revised = revise(db, placed, texts, origin, at)
    changed.push(revised)
    return revised
  })
  const moved = followStructure(db, { before, after: paragraphs }, places)
  touchArticle(db, articleId, at)
  return { paragraphs, moved, units: changed.flatMap((paragraph) => keepConfirmed(db, paragraph, at)) }
}

export interface SourceEdit {
  id: number
  source: string
  baseRevision: number
}

/**
 * Gives a paragraph another source; its target and status stay. To be called in a transaction.
 * Throws `not-found`, `conflict`, `paragraph-locked`, `paragraph-too-long`.
 */
export const editSource = (
  db: Writer,
  { id, source, baseRevision }: SourceEdit,
  at: string,
): Restructured => {
  const before = getParagraph(db, id)
  if (before.position === null)
    throw new AppError('conflict', 'The paragraph stands in its article no more.', { paragraph: id })
  const wanted = source.normalize('NFC')
  if (wanted.trim() === '')
    throw new AppError('content-changed', 'A paragraph would be left without a source.', { side: 'source' })
  if (before.source === wanted) return { paragraphs: [before], moved: false, units: [] }
  refuseStale(before, baseRevision)
  refuseLong(wanted)
  const after = revise(db, before, { source: wanted }, 'source-edit', at)
  const moved = followText(db, id, 'source', before.source, wanted)
  touchArticle(db, after.articleId, at)
  return { paragraphs: [after], moved, units: keepConfirmed(db, after, at) }
}
