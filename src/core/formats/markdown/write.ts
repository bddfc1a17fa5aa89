import type { Side } from '../../model/annotation.ts'
import type {
  BilingualAnnotation,
  BilingualArticle,
  BilingualParagraph,
  DocumentLayout,
} from '../bilingual.ts'
import {
  countArticle,
  isUntranslated,
  kindText,
  NOTES_WITHOUT_A_PLACE,
  statusText,
  untranslatedText,
  englishTitle,
} from '../labels.ts'
import { reporting, type WriteOptions } from '../progress.ts'
import { cutAtSpans, placedOn, placelessNotes, storable } from '../spans.ts'
import { asLine, escapeInline, escapeMarkdown } from './escape.ts'

export interface MarkdownOptions extends WriteOptions {
  layout: DocumentLayout
}

/**
 * One article as Markdown (CommonMark with GitHub's footnotes), front matter first. `bilingual`: for each
 * paragraph a line with its number and status, the Korean as a block quote, the English below it, and its
 * annotations as footnotes. Blocks and no table: cells cannot hold long text on a narrow screen.
 * `target`: title and English paragraphs, gaps marked `[untranslated: …]`, no footnotes.
 */
export function writeMarkdown(article: BilingualArticle, options: MarkdownOptions): string {
  const blocks = [...frontMatter(article), ...titleBlocks(article, options.layout)]
  const footnotes = new Footnotes()
  for (const paragraph of reporting(article.paragraphs, options)) {
    if (options.layout === 'bilingual') blocks.push(...bilingualBlocks(paragraph, footnotes))
    else blocks.push(targetBlock(paragraph))
  }
  if (options.layout === 'bilingual') blocks.push(...notesAtTheEnd(article))
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`
}

/** Double-quoted YAML holds JSON strings as they are. Keys are those the Markdown reader knows. */
function frontMatter(article: BilingualArticle): string[] {
  const { head } = article
  const counts = countArticle(article)
  const fields: [string, string | number][] = [
    ['title', head.title],
    ['headline', head.headline],
    ['outlet', head.outlet],
    ['author', head.byline],
    ['date', head.dateline],
    ['url', head.sourceUrl],
    ['note', head.note],
    ['paragraphs', counts.paragraphs],
    ['confirmed', counts.confirmed],
    ['eojeol', counts.eojeol],
    ['characters', counts.sourceCharacters],
    ['words', counts.targetWords],
    ['exported', article.exportedAt],
  ]
  const lines = fields
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `${key}: ${typeof value === 'number' ? value : JSON.stringify(storable(value))}`)
  return [`---\n${lines.join('\n')}\n---`]
}

function titleBlocks(article: BilingualArticle, layout: MarkdownOptions['layout']): string[] {
  const { title, headline } = article.head
  if (layout === 'target') return heading('#', englishTitle(article).text)
  return [...heading('#', title), ...heading('##', headline)]
}

function heading(level: '#' | '##', text: string): string[] {
  const title = text.trim()
  // A closing run of # would be taken for the end of the heading.
  return title === ''
    ? []
    : [`${level} ${escapeMarkdown(title).replace(/#+$/, (run) => run.replaceAll('#', '\\#'))}`]
}

function targetBlock(paragraph: BilingualParagraph): string {
  return escapeMarkdown(isUntranslated(paragraph) ? untranslatedText(paragraph.source) : paragraph.target)
}

/** Footnotes count through the article, so that their names are unique in the file. */
class Footnotes {
  readonly #numbers = new Map<BilingualAnnotation, number>()

  number(annotation: BilingualAnnotation): number {
    const known = this.#numbers.get(annotation)
    if (known !== undefined) return known
    this.#numbers.set(annotation, this.#numbers.size + 1)
    return this.#numbers.size
  }
}

function bilingualBlocks(paragraph: BilingualParagraph, footnotes: Footnotes): string[] {
  const annotations = [...placedOn(paragraph, 'source'), ...placedOn(paragraph, 'target')]
  for (const annotation of annotations) footnotes.number(annotation)
  const source = withReferences(paragraph, 'source', footnotes)
  const target = isUntranslated(paragraph) ? '' : withReferences(paragraph, 'target', footnotes)
  return [
    `**${paragraph.number}** ${statusText(paragraph)}`,
    source === '' ? '>' : `> ${source}`,
    ...(target === '' ? [] : [target]),
    ...annotations.map((annotation) => definition(annotation, footnotes)),
  ]
}

function withReferences(paragraph: BilingualParagraph, side: Side, footnotes: Footnotes): string {
  let line = ''
  let stretch = ''
  let afterReference = false
  for (const piece of cutAtSpans(paragraph, side)) {
    // Only where a note ends is the line broken: what is escaped must be seen whole.
    stretch += piece.text
    if (piece.closing.length === 0) continue
    line += escapeAfter(stretch, afterReference)
    line += piece.closing.map((annotation) => `[^${footnotes.number(annotation)}]`).join('')
    stretch = ''
    afterReference = true
  }
  return asLine(line + escapeAfter(stretch, afterReference))
}

/** `[^1](…)` would be a link (우한시[^1](武漢)), `[^1]:` at the start of a line a definition. */
function escapeAfter(text: string, afterReference: boolean): string {
  const escaped = escapeInline(text)
  return afterReference ? escaped.replace(/^[(:]/, '\\$&') : escaped
}

function definition(annotation: BilingualAnnotation, footnotes: Footnotes): string {
  return `[^${footnotes.number(annotation)}]: ${noteText(annotation)}`
}

/** Label, quotation and body; further lines and replies are paragraphs of the same note, indented by four. */
function noteText(annotation: BilingualAnnotation, indent = '    ', place = ''): string {
  const [first = '', ...further] = lines(annotation.body)
  const quote = `“${escapeInline(annotation.quote)}”`
  const opening = `**${kindText(annotation)}** ${place}${quote}${first === '' ? '' : `: ${escapeInline(first)}`}`
  const replies = annotation.replies.flatMap((reply) => {
    const [said = '', ...more] = lines(reply.body)
    return [`**Reply** ${escapeInline(said)}`, ...more.map((line) => escapeMarkdown(line))]
  })
  return [opening, ...further.map((line) => escapeMarkdown(line)), ...replies].join(`\n\n${indent}`)
}

function lines(body: string): string[] {
  const all = body.split(/\r\n|\r|\n/)
  return [all[0] ?? '', ...all.slice(1).filter((line) => line.trim() !== '')]
}

function notesAtTheEnd(article: BilingualArticle): string[] {
  const notes = placelessNotes(article)
  if (notes.length === 0) return []
  const items = notes.map(({ paragraph, annotation }) => {
    const side = annotation.side === 'source' ? 'Korean' : 'English'
    return `- ${noteText(annotation, '  ', `paragraph ${paragraph.number}, ${side}: `)}`
  })
  return [`## ${NOTES_WITHOUT_A_PLACE}`, ...items]
}
