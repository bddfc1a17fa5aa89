import type { Side } from '../../model/annotation.ts'
import type {
  BilingualAnnotation,
  BilingualArticle,
  BilingualParagraph,
  DocumentLayout,
} from '../bilingual.ts'
import {
  countArticle,
  exportedText,
  isUntranslated,
  KIND_LABELS,
  kindText,
  linkable,
  LOCK_SYMBOL,
  missingText,
  NOTES_WITHOUT_A_PLACE,
  originText,
  progressText,
  STATUS_LABELS,
  STATUS_SYMBOLS,
  untranslatedText,
  volumeText,
  englishTitle,
} from '../labels.ts'
import { reporting, type WriteOptions } from '../progress.ts'
import { cutAtSpans, placedOn, placelessNotes, storable } from '../spans.ts'
import { STYLE } from './style.ts'

export interface HtmlOptions extends WriteOptions {
  layout: DocumentLayout
}

/**
 * One article as an HTML page that needs nothing else: no script, no request (its own Content-Security-Policy
 * says so), light or dark as the reader's system is, stacked on a narrow screen, A4 with repeated
 * heads in print. `bilingual`: a table; annotated words are numbered marks, with the notes below their
 * paragraph and links both ways. `target`: title and English text, gaps marked `[untranslated: …]`.
 */
export function writeHtml(article: BilingualArticle, options: HtmlOptions): string {
  const { layout } = options
  const own = layout === 'target' ? englishTitle(article).text : article.head.title.trim()
  const title = own === '' ? 'Article' : own
  const body = layout === 'bilingual' ? bilingual(article, options) : targetOnly(article, options)
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>\n${STYLE}\n</style>`,
    '</head>',
    `<body class="${layout}">`,
    '<main>',
    ...body,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

/** Text as HTML text or attribute value. */
export function escapeHtml(text: string): string {
  return storable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

const heading = (text: string, lang: 'en' | 'ko', level: 'h1' | 'h2' = 'h1'): string[] =>
  text.trim() === '' ? [] : [`<${level} lang="${lang}">${escapeHtml(text)}</${level}>`]

function bilingual(article: BilingualArticle, options: WriteOptions): string[] {
  const numbers = numberNotes(article)
  const rows: string[] = []
  for (const paragraph of reporting(article.paragraphs, options)) rows.push(...row(paragraph, numbers))
  return [
    '<header>',
    ...heading(article.head.title, 'ko'),
    ...heading(article.head.headline, 'en', 'h2'),
    ...titleDetails(article),
    '</header>',
    '<table role="table">',
    '<colgroup><col class="number"><col class="korean"><col></colgroup>',
    '<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">No.</th>' +
      '<th role="columnheader" scope="col">Korean</th><th role="columnheader" scope="col">English</th></tr></thead>',
    '<tbody role="rowgroup">',
    ...rows,
    '</tbody>',
    '</table>',
    ...notesAtTheEnd(article, numbers),
  ]
}

function targetOnly(article: BilingualArticle, options: WriteOptions): string[] {
  const missing = missingText(countArticle(article))
  const { text, script } = englishTitle(article)
  const lines = heading(text, script)
  if (missing !== '') lines.push(`<p class="legend">${missing}</p>`)
  for (const paragraph of reporting(article.paragraphs, options)) {
    lines.push(
      isUntranslated(paragraph)
        ? `<p class="text"><span class="missing" lang="ko">${escapeHtml(untranslatedText(paragraph.source))}</span></p>`
        : `<p class="text" lang="en">${escapeHtml(paragraph.target)}</p>`,
    )
  }
  return lines
}

function titleDetails(article: BilingualArticle): string[] {
  const { head } = article
  const counts = countArticle(article)
  const origin = originText(article)
  const address = escapeHtml(head.sourceUrl)
  const symbols = (['untranslated', 'draft', 'confirmed'] as const).map(
    (status) => `<span>${STATUS_SYMBOLS[status]} ${STATUS_LABELS[status]}</span>`,
  )
  return [
    ...(origin === '' ? [] : [`<p class="details" lang="ko">${escapeHtml(origin)}</p>`]),
    ...(address === ''
      ? []
      : linkable(head.sourceUrl) === ''
        ? [`<p class="details">${address}</p>`]
        : [`<p class="details"><a href="${address}" rel="noreferrer">${address}</a></p>`]),
    `<p class="details">${escapeHtml(volumeText(counts))}</p>`,
    `<p class="details">${progressText(counts)} · exported ${escapeHtml(exportedText(article.exportedAt))}</p>`,
    ...head.note
      .split(/\r\n|\r|\n/)
      .filter((line) => line.trim() !== '')
      .map((line) => `<p class="details">${escapeHtml(line)}</p>`),
    `<p class="legend">${symbols.join(' ')} <span>${LOCK_SYMBOL} locked</span></p>`,
  ]
}

type Numbers = ReadonlyMap<BilingualAnnotation, number>

/** Notes count through the article: source before target in each paragraph, those without a place last. */
function numberNotes(article: BilingualArticle): Numbers {
  const placed = article.paragraphs.flatMap((paragraph) => notesOf(paragraph))
  const placeless = placelessNotes(article).map(({ annotation }) => annotation)
  return new Map([...placed, ...placeless].map((annotation, index) => [annotation, index + 1]))
}

function notesOf(paragraph: BilingualParagraph): BilingualAnnotation[] {
  return [...placedOn(paragraph, 'source'), ...placedOn(paragraph, 'target')]
}

function row(paragraph: BilingualParagraph, numbers: Numbers): string[] {
  const { number, status, locked } = paragraph
  const label = `${STATUS_LABELS[status]}${locked ? ', locked' : ''}`
  const symbols = `${STATUS_SYMBOLS[status]}${locked ? ` ${LOCK_SYMBOL}` : ''}`
  const notes = notesOf(paragraph)
  return [
    `<tr role="row" id="p${number}">`,
    `<th role="rowheader" scope="row">${number} <span class="status"><span aria-hidden="true">${symbols}</span>` +
      `<span class="hidden">${label}</span></span></th>`,
    `<td role="cell" lang="ko">${marked(paragraph, 'source', numbers)}</td>`,
    `<td role="cell" lang="en">${marked(paragraph, 'target', numbers)}</td>`,
    '</tr>',
    ...(notes.length === 0
      ? []
      : [
          `<tr role="row" class="notes"><td role="cell" class="gap"></td><td role="cell" colspan="2">`,
          `<ol aria-label="Notes on paragraph ${number}">`,
          ...notes.map((annotation) => note(annotation, numbers)),
          '</ol></td></tr>',
        ]),
  ]
}

/** HTML has no overlapping elements: a stretch in two annotations is one mark, with a number where each ends. */
function marked(paragraph: BilingualParagraph, side: Side, numbers: Numbers): string {
  return cutAtSpans(paragraph, side)
    .map((piece) => {
      const references = piece.closing.map((annotation) => {
        const number = numbers.get(annotation) ?? 0
        const label = `Note ${number}: ${KIND_LABELS[annotation.kind]}`
        return `<sup><a href="#note-${number}" id="mark-${number}" aria-label="${label}">${number}</a></sup>`
      })
      const text = escapeHtml(piece.text)
      if (piece.covering.length === 0) return text
      const resolved = piece.covering.every((annotation) => annotation.resolved)
      return `<mark${resolved ? ' class="resolved"' : ''}>${text}</mark>${references.join('')}`
    })
    .join('')
}

function note(annotation: BilingualAnnotation, numbers: Numbers, place = ''): string {
  const number = numbers.get(annotation) ?? 0
  const reference =
    place === ''
      ? `<a class="ref" href="#mark-${number}" aria-label="Back to the words of note ${number}">${number}</a>`
      : `<span class="ref">${number}</span>`
  const quote = `<q lang="${annotation.side === 'source' ? 'ko' : 'en'}">${escapeHtml(annotation.quote)}</q>`
  const body = annotation.body === '' ? '' : ` <span class="body">${escapeHtml(annotation.body)}</span>`
  const replies = annotation.replies.map(
    (reply) => `<span class="reply"><b>Reply</b> <span class="body">${escapeHtml(reply.body)}</span></span>`,
  )
  return (
    `<li id="note-${number}">${reference}<b>${kindText(annotation)}</b> ${place}${quote}${body}` +
    `${replies.join('')}</li>`
  )
}

function notesAtTheEnd(article: BilingualArticle, numbers: Numbers): string[] {
  const notes = placelessNotes(article)
  if (notes.length === 0) return []
  return [
    `<h2 id="notes-without-a-place">${NOTES_WITHOUT_A_PLACE}</h2>`,
    '<ol class="notes" aria-labelledby="notes-without-a-place">',
    ...notes.map(({ paragraph, annotation }) => {
      const side = annotation.side === 'source' ? 'Korean' : 'English'
      return note(
        annotation,
        numbers,
        `<a href="#p${paragraph.number}">paragraph ${paragraph.number}</a>, ${side}: `,
      )
    }),
    '</ol>',
  ]
}
