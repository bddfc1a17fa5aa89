import type { ArticleDetail } from '#contract/article.ts'
import type { TermHitDetail } from '#contract/term.ts'
import type { Annotation } from '#core/model/annotation.ts'
import type { Paragraph } from '#core/model/article.ts'
import { DONE, printJson, type Context } from '../io.ts'
import { printed, printedAnnotation } from '../paragraphs.ts'
import { withSession, type CommandSession } from '../session.ts'
import { printable } from '../width.ts'

type Hits = ReadonlyMap<number, readonly TermHitDetail[]>

const hitsOf = async ({ call }: CommandSession, paragraphs: readonly Paragraph[]): Promise<Hits> => {
  if (paragraphs.length === 0) return new Map()
  const found = await call('term.findInParagraphs', { ids: paragraphs.map(({ id }) => id) })
  return new Map(found.map(({ paragraphId, hits }) => [paragraphId, hits]))
}

/** Terms a translation may use: not those the glossary warns of. */
const termsOf = (hits: readonly TermHitDetail[]) =>
  hits.flatMap(({ terms, start, end }) =>
    terms
      .filter(({ status }) => status === 'preferred' || status === 'admitted')
      .map(({ source, target }) => ({ source, target, start, end })),
  )

const asJson = ({ article, paragraphs, annotations }: ArticleDetail, hits: Hits) => ({
  id: article.id,
  title: article.title,
  outlet: article.outlet,
  byline: article.byline,
  paragraphs: paragraphs.map((paragraph) => ({
    ...printed(paragraph),
    annotations: annotations
      .filter(({ paragraphId, side }) => paragraphId === paragraph.id && side === 'source')
      .map(printedAnnotation),
    terms: termsOf(hits.get(paragraph.id) ?? []),
  })),
})

const STATUS_SIGNS: Record<Paragraph['status'], string> = { untranslated: '○', draft: '●', confirmed: '✓' }

const annotationLines = ({ kind, quote, body, side, orphaned, resolved, replies }: Annotation): string[] => [
  `[${kind}] “${quote}”${body ? ` ${body}` : ''}${[
    side === 'target' ? ' (translation)' : '',
    orphaned ? ' (its text is gone)' : '',
    resolved ? ' (resolved)' : '',
  ].join('')}`,
  ...replies.map((reply) => `  ↳ ${reply.body}`),
]

const termLine = (terms: readonly { source: string; target: string }[]): string[] => {
  const pairs = [...new Set(terms.map(({ source, target }) => `${source} → ${target}`))]
  return pairs.length > 0 ? [`terms: ${pairs.join(', ')}`] : []
}

const asText = ({ article, paragraphs, annotations }: ArticleDetail, hits: Hits): string => {
  const { title, outlet, byline, dateline } = article
  const head = [title, [outlet, byline, dateline].filter((part) => part !== '').join(' · ')]
  const width = String(paragraphs.length).length
  const indent = ' '.repeat(width + 3)
  const blocks = paragraphs.map((paragraph) => {
    const { id, position, source, target, status, locked } = paragraph
    const notes = annotations.filter(({ paragraphId }) => paragraphId === id).flatMap(annotationLines)
    const lines = [
      `${String(position + 1).padStart(width)} ${STATUS_SIGNS[status]} ${source}`,
      ...[
        target || '—',
        ...(locked ? ['(locked)'] : []),
        ...notes,
        ...termLine(termsOf(hits.get(id) ?? [])),
      ].map((line) => indent + line.replace(/\s*\n\s*/g, ' / ')),
    ]
    return lines.join('\n')
  })
  return printable(`${[head.filter((line) => line !== '').join('\n'), ...blocks].join('\n\n')}\n`)
}

export const show = (context: Context, [id]: [number]): Promise<number> =>
  withSession(context, async (session) => {
    const detail = await session.call('article.get', { id })
    const hits = await hitsOf(session, detail.paragraphs)
    if (context.json) printJson(context.io, asJson(detail, hits))
    else context.io.out(asText(detail, hits))
    return DONE
  })
