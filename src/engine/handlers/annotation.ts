import type { annotationContract } from '#contract/annotation.ts'
import { AppError } from '#contract/error.ts'
import { makeAnchor } from '#core/model/anchor.ts'
import type { Annotation, Side, SpanAnchor } from '#core/model/annotation.ts'
import type { CommandContext, HandlersOf } from '../context.ts'
import {
  addAnnotation,
  addReply,
  getAnnotation,
  listAnnotations,
  putAnchor,
  removeAnnotation,
  removeReply,
  restoreAnnotation,
  updateAnnotation,
} from '../db/annotation.ts'
import { requireArticles } from '../db/article.ts'
import { inTransaction } from '../db/database.ts'
import { getParagraph, type StoredParagraph } from '../db/paragraph.ts'
import { inSnapshot } from '../db/statement.ts'

/**
 * Throws `bad-input` for a span outside the text or inside a surrogate pair (empty spans are none), `conflict` where
 * other words than `quote` stand.
 */
const anchorIn = (
  paragraph: StoredParagraph,
  side: Side,
  { start, end, quote }: { start: number; end: number; quote?: string | undefined },
): SpanAnchor => {
  const text = paragraph[side]
  const splitsPair = (at: number) =>
    /^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(Math.max(0, at - 1), at + 1))
  if (
    start >= end ||
    end > text.length ||
    (start > 0 && splitsPair(start)) ||
    (end < text.length && splitsPair(end))
  )
    throw new AppError('bad-input', 'The span does not lie in the text.', {
      paragraph: paragraph.id,
      side,
      start,
      end,
      length: text.length,
      issues: [{ path: 'end', code: 'custom', message: 'outside the text' }],
    })
  if (quote !== undefined && text.slice(start, end) !== quote)
    throw new AppError('conflict', 'Other words stand there by now.', { paragraph: paragraph.id, side })
  return makeAnchor(text, start, end)
}

/** Runs a change of one annotation in a transaction, tells of it and gives the annotation as it is then. */
const change = (
  id: number,
  { db, changed }: CommandContext,
  work: (before: Annotation) => void,
): Annotation => {
  const after = inTransaction(db, () => {
    work(getAnnotation(db, id))
    return getAnnotation(db, id)
  })
  changed({ type: 'annotation', articleId: after.articleId })
  return after
}

export const annotationHandlers: HandlersOf<typeof annotationContract> = {
  'annotation.list': ({ articleId }, { db }) =>
    inSnapshot(db, () => {
      requireArticles(db, [articleId])
      return listAnnotations(db, articleId)
    }),
  'annotation.add': ({ paragraphId, side, start, end, quote, kind, body }, { db, now, changed }) => {
    const added = inTransaction(db, () => {
      const paragraph = getParagraph(db, paragraphId)
      const anchor = anchorIn(paragraph, side, { start, end, quote })
      const { articleId } = paragraph
      return getAnnotation(db, addAnnotation(db, { articleId, paragraphId, side, anchor, kind, body }, now()))
    })
    changed({ type: 'annotation', articleId: added.articleId })
    return added
  },
  'annotation.update': ({ id, kind, body, resolved, place }, context) =>
    change(id, context, (before) => {
      const { db, now } = context
      updateAnnotation(
        db,
        id,
        {
          kind: kind ?? before.kind,
          body: body ?? before.body,
          resolved: resolved ?? before.resolved,
        },
        now(),
      )
      if (!place) return
      const paragraph = getParagraph(db, place.paragraphId)
      if (paragraph.articleId !== before.articleId)
        throw new AppError('not-found', 'The article has no such paragraph.', {
          article: before.articleId,
          paragraph: place.paragraphId,
        })
      const anchor = anchorIn(paragraph, before.side, place)
      putAnchor(db, { id, paragraphId: paragraph.id, side: before.side, anchor, orphaned: false })
    }),
  'annotation.remove': ({ id }, { db, now, changed }) => {
    const { articleId } = inTransaction(db, () => removeAnnotation(db, id, now()))
    changed({ type: 'annotation', articleId })
    return null
  },
  'annotation.restore': ({ id }, { db, changed }) => {
    const restored = inTransaction(db, () => restoreAnnotation(db, id))
    changed({ type: 'annotation', articleId: restored.articleId })
    return restored
  },
  'annotation.reply': ({ id, body }, context) =>
    change(id, context, () => addReply(context.db, id, body, context.now())),
  'annotation.removeReply': ({ id, replyId }, context) =>
    change(id, context, () => removeReply(context.db, id, replyId, context.now())),
}
