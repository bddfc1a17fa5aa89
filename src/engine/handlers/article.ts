import type { articleContract } from '#contract/article.ts'
import { AppError } from '#contract/error.ts'
import type { CommandContext, HandlersOf } from '../context.ts'
import { listAnnotations } from '../db/annotation.ts'
import {
  changedHead,
  getArticle,
  getPlace,
  keepPlace,
  listArticles,
  moveArticles,
  requireArticles,
  restoreArticles,
  searchArticles,
  trashArticles,
  updateHead,
} from '../db/article.ts'
import { inTransaction } from '../db/database.ts'
import { getHistory, listHistory } from '../db/history.ts'
import { getParagraph, getParagraphs, listParagraphs, revise, toParagraph } from '../db/paragraph.ts'
import { getProject } from '../db/project.ts'
import { inSnapshot } from '../db/statement.ts'
import { editSource, restructure, type Restructured } from '../db/structure.ts'
import { save } from './saved.ts'
import type { StructureResult } from '#contract/article.ts'

const tellStructure = (
  articleId: number,
  { paragraphs, units, moved }: Restructured,
  { db, changed, session }: CommandContext,
): StructureResult => {
  if (units.length > 0) session.room().memory.follow()
  changed({ type: 'structure', articleId })
  if (moved) changed({ type: 'annotation', articleId })
  if (units.length > 0) changed({ type: 'memory' })
  return { paragraphs: paragraphs.map(toParagraph), annotations: listAnnotations(db, articleId) }
}

export const articleHandlers: HandlersOf<typeof articleContract> = {
  'article.list': ({ projectId, trashed }, { db }) => listArticles(db, projectId, trashed),
  'article.search': ({ text }, { db }) => searchArticles(db, text),
  'article.get': ({ id }, { db }) =>
    inSnapshot(db, () => ({
      article: getArticle(db, id),
      paragraphs: listParagraphs(db, id).map(toParagraph),
      annotations: listAnnotations(db, id),
      place: getPlace(db, id),
    })),
  'article.update': ({ id, head }, { db, now, changed }) => {
    const article = inTransaction(db, () => {
      updateHead(db, id, changedHead(getArticle(db, id), head), now())
      return getArticle(db, id)
    })
    changed({ type: 'library' })
    return article
  },
  'article.move': ({ ids, projectId }, { db, changed }) => {
    inTransaction(db, () => {
      requireArticles(db, ids)
      getProject(db, projectId)
      moveArticles(db, ids, projectId)
    })
    changed({ type: 'library' })
    return null
  },
  'article.trash': ({ ids }, { db, now, changed }) => {
    inTransaction(db, () => {
      requireArticles(db, ids)
      trashArticles(db, ids, now())
    })
    changed({ type: 'library' })
    return null
  },
  'article.restore': ({ ids }, { db, changed }) => {
    inTransaction(db, () => {
      requireArticles(db, ids)
      restoreArticles(db, ids)
    })
    changed({ type: 'library' })
    return null
  },
  'article.place': ({ id, paragraphId, offset }, { db }) => {
    inTransaction(db, () => {
      requireArticles(db, [id])
      if (getParagraph(db, paragraphId).articleId !== id)
        throw new AppError('not-found', 'The article has no such paragraph.', {
          article: id,
          paragraph: paragraphId,
        })
      keepPlace(db, id, paragraphId, offset)
    })
    return null
  },

  'paragraph.save': ({ edits }, context) => save(edits, context),
  'paragraph.lock': ({ ids, locked }, { db, now, changed }) => {
    const articles = new Map<number, number[]>()
    const paragraphs = inTransaction(db, () => {
      const at = now()
      return getParagraphs(db, [...new Set(ids)]).map((before) => {
        if (before.locked === locked) return before
        articles.set(before.articleId, [...(articles.get(before.articleId) ?? []), before.id])
        return revise(db, before, { locked }, 'typed', at)
      })
    })
    for (const [articleId, paragraphIds] of articles) changed({ type: 'article', articleId, paragraphIds })
    return paragraphs.map(toParagraph)
  },
  'paragraph.restructure': ({ articleId, before, after, origin }, context) => {
    const { db, now, session } = context
    const { places } = session.room()
    const restructured = inTransaction(db, () => {
      requireArticles(db, [articleId])
      return restructure(db, { articleId, before, after, origin }, places, now())
    })
    return tellStructure(articleId, restructured, context)
  },
  'paragraph.editSource': ({ id, source, baseRevision }, context) => {
    const { db, now } = context
    const { articleId } = getParagraph(db, id)
    const edited = inTransaction(db, () => editSource(db, { id, source, baseRevision }, now()))
    return tellStructure(articleId, edited, context)
  },
  'paragraph.history': ({ id }, { db }) => {
    getParagraph(db, id)
    return listHistory(db, id)
  },
  'paragraph.revert': ({ id, sequence, baseRevision }, context) => {
    getParagraph(context.db, id)
    const { target } = getHistory(context.db, id, sequence)
    return save([{ id, target, baseRevision, origin: 'restore' }], context)
  },
}
