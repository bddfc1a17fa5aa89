import type { BilingualAnnotation, BilingualArticle } from '#core/formats/bilingual.ts'
import { listAnnotations } from './annotation.ts'
import { getArticle } from './article.ts'
import type { Reader } from './database.ts'
import { listParagraphs } from './paragraph.ts'
import { inSnapshot } from './statement.ts'

/** One article as the hand-over formats want it. Throws `not-found`. */
export const readBilingual = (db: Reader, articleId: number, exportedAt: string): BilingualArticle =>
  inSnapshot(db, () => {
    const { title, headline, outlet, byline, dateline, sourceUrl, note } = getArticle(db, articleId)
    const paragraphs = listParagraphs(db, articleId)
    const standing = new Set(paragraphs.map(({ id }) => id))
    const last = paragraphs.at(-1)?.id
    const byParagraph = new Map<number, BilingualAnnotation[]>()
    for (const {
      articleId: _,
      paragraphId,
      prefix: _p,
      suffix: _s,
      updatedAt: _u,
      ...annotation
    } of listAnnotations(db, articleId)) {
      // An orphan of a paragraph that was set aside is shown at the end and not left out.
      const where = standing.has(paragraphId) ? paragraphId : last
      if (where === undefined) continue
      const list = byParagraph.get(where)
      if (list) list.push(annotation)
      else byParagraph.set(where, [annotation])
    }
    return {
      head: { title, headline, outlet, byline, dateline, sourceUrl, note },
      paragraphs: paragraphs.map(({ id, source, target, status, locked }, index) => ({
        id,
        number: index + 1,
        source,
        target,
        status,
        locked,
        annotations: (byParagraph.get(id) ?? []).sort(
          (one, other) => one.start - other.start || one.end - other.end || one.id - other.id,
        ),
      })),
      exportedAt,
    }
  })
