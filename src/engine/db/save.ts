import type { SaveConflict } from '#contract/article.ts'
import { pairSentences } from '#core/memory/sentencePairs.ts'
import { sourceSignature } from '#core/memory/signature.ts'
import type { Paragraph, ParagraphStatus, RevisionOrigin } from '#core/model/article.ts'
import type { TranslationUnit } from '#core/model/memory.ts'
import { followText } from './anchors.ts'
import { touchArticle } from './article.ts'
import type { Writer } from './database.ts'
import { addRefused } from './history.ts'
import { keepUnit, removeOtherSentences } from './memory.ts'
import { getParagraphs, neighbourSources, revise, toParagraph, type StoredParagraph } from './paragraph.ts'

export interface Edit {
  id: number
  target: string
  baseRevision: number
  status?: ParagraphStatus | undefined
  origin: RevisionOrigin
}

export interface Saved {
  saved: Paragraph[]
  conflicts: SaveConflict[]
  locked: number[]
  /** What others have to hear of. */
  articles: Map<number, number[]>
  /** Articles whose annotations moved. */
  moved: Set<number>
  units: TranslationUnit[]
}

/** A paragraph without a target is untranslated unless it is confirmed to have none; one with a target is not. */
export const fittingStatus = (status: ParagraphStatus, target: string): ParagraphStatus => {
  if (status === 'confirmed') return status
  return target === '' ? 'untranslated' : 'draft'
}

/**
 * Makes or brings up to date the memory's units of a confirmed paragraph: its own, and those of its sentences where both
 * sides have as many that go together. Gives those that changed.
 */
export const keepConfirmed = (
  db: Writer,
  paragraph: StoredParagraph,
  at: string,
  origin = 'confirmed',
): TranslationUnit[] => {
  const { position, source, target, articleId, id } = paragraph
  if (paragraph.status !== 'confirmed' || target === '' || position === null) return []
  const { previous, next } = neighbourSources(db, articleId, position)
  const signatureOf = (text: string | null | undefined): string => (text ? sourceSignature(text) : '')
  const kept = keepUnit(
    db,
    {
      source,
      target,
      scope: 'paragraph',
      signature: sourceSignature(source),
      previousSignature: signatureOf(previous),
      nextSignature: signatureOf(next),
      origin,
      articleId,
      paragraphId: id,
    },
    at,
  )
  const pairs = pairSentences(source, target)
  const sentences = pairs.map((pair, place) =>
    keepUnit(
      db,
      {
        ...pair,
        scope: 'sentence',
        signature: sourceSignature(pair.source),
        previousSignature: signatureOf(pairs[place - 1]?.source),
        nextSignature: signatureOf(pairs[place + 1]?.source),
        origin,
        articleId,
        paragraphId: id,
      },
      at,
    ),
  )
  // What the paragraph does not say any more is no translation it stands by.
  const gone = removeOtherSentences(
    db,
    id,
    sentences.map(({ unit }) => unit.id),
    at,
  )
  return [...[kept, ...sentences].flatMap(({ unit, changed }) => (changed ? [unit] : [])), ...gone]
}

/**
 * Saves targets, each against the revision it was based on. A stale one is not written: it is reported and its text is
 * kept in the history. A locked paragraph is not written either. What changes nothing counts as saved without a new
 * revision. Throws `not-found` before anything is written. To be called in a transaction.
 */
export const saveTargets = (db: Writer, edits: readonly Edit[], at: string): Saved => {
  const result: Saved = {
    saved: [],
    conflicts: [],
    locked: [],
    articles: new Map(),
    moved: new Set(),
    units: [],
  }
  const current = new Map(
    getParagraphs(
      db,
      edits.map(({ id }) => id),
    ).map((paragraph) => [paragraph.id, paragraph]),
  )
  for (const edit of edits) {
    const before = current.get(edit.id)
    if (!before) continue
    const after = saveTarget(db, before, edit, at, result)
    if (after) current.set(after.id, after)
  }
  for (const articleId of result.articles.keys()) touchArticle(db, articleId, at)
  return result
}

const saveTarget = (
  db: Writer,
  before: StoredParagraph,
  edit: Edit,
  at: string,
  result: Saved,
): StoredParagraph | null => {
  const target = edit.target.normalize('NFC')
  const sameText = target === before.target
  const status = edit.status ?? (sameText ? before.status : 'draft')
  const fitting = fittingStatus(status, target)
  const aside = before.position === null
  if (sameText && fitting === before.status && !aside) {
    result.saved.push(toParagraph(before))
    return null
  }
  const stale = edit.baseRevision !== before.revision
  if ((stale || aside) && !sameText) {
    const { id: paragraphId, source } = before
    addRefused(db, { paragraphId, revision: edit.baseRevision, source, target, status: fitting }, at)
  }
  if (before.locked) {
    result.locked.push(before.id)
    return null
  }
  if (stale || aside) {
    result.conflicts.push({ id: before.id, yours: target, current: toParagraph(before) })
    return null
  }
  const after = revise(db, before, { target, status: fitting }, edit.origin, at)
  result.saved.push(toParagraph(after))
  const ids = result.articles.get(after.articleId)
  if (ids) ids.push(after.id)
  else result.articles.set(after.articleId, [after.id])
  if (!sameText && followText(db, after.id, 'target', before.target, target))
    result.moved.add(after.articleId)
  result.units.push(...keepConfirmed(db, after, at))
  return after
}
