import { ConcreteHyperlink, type Document, HeadingLevel, Paragraph, TextRun } from 'docx'
import type { BilingualArticle } from '../bilingual.ts'
import {
  countArticle,
  englishTitle,
  exportedText,
  linkable,
  LOCK_SYMBOL,
  originText,
  progressText,
  STATUS_LABELS,
  STATUS_SYMBOLS,
  volumeText,
} from '../labels.ts'
import { storable } from '../spans.ts'
import { type Script, scriptRun, SYMBOL_RUN } from './style.ts'

/** The id of the link to the source's address; that of an `ExternalHyperlink` would be random. */
const SOURCE_LINK = 'SourceAddress'
const HYPERLINK = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink'

const title = (text: string, script: Script): Paragraph[] =>
  text.trim() === ''
    ? []
    : [
        new Paragraph({
          heading: HeadingLevel.TITLE,
          children: [new TextRun({ ...scriptRun(script), text: storable(text) })],
        }),
      ]

/** The title of the English text alone. */
export function englishTitleParagraph(article: BilingualArticle): Paragraph[] {
  const { text, script } = englishTitle(article)
  return title(text, script)
}

export function titleBlock(article: BilingualArticle): Paragraph[] {
  const { head } = article
  const counts = countArticle(article)
  const origin = originText(article)
  const address = storable(head.sourceUrl)
  const link = linkable(address)
  const run = new TextRun({
    ...scriptRun('en'),
    text: address,
    ...(link === '' ? {} : { style: 'Hyperlink' }),
  })
  const block = [...title(head.title, 'ko'), ...title(head.headline, 'en')]
  if (origin !== '') block.push(details(origin, 'ko'))
  if (address !== '')
    block.push(
      new Paragraph({
        style: 'Details',
        children: [link === '' ? run : new ConcreteHyperlink([run], SOURCE_LINK)],
      }),
    )
  block.push(
    details(volumeText(counts), 'ko'),
    details(`${progressText(counts)} · exported ${exportedText(article.exportedAt)}`, 'en'),
  )
  for (const line of head.note.split(/\r\n|\r|\n/).filter((text) => text.trim() !== ''))
    block.push(details(line, 'ko'))
  return [...block, legend()]
}

/** Gives the address in the title block its target; for documents that have one. */
export function linkSource(document: Document, { head }: BilingualArticle): void {
  const link = linkable(head.sourceUrl)
  if (link === '') return
  document.Document.Relationships.addRelationship(SOURCE_LINK, HYPERLINK, link, 'External')
}

export function details(text: string, script: Script, spacing: { after?: number } = {}): Paragraph {
  return new Paragraph({
    style: 'Details',
    children: [new TextRun({ ...scriptRun(script), text: storable(text) })],
    ...(spacing.after === undefined ? {} : { spacing }),
  })
}

/** What the symbols in the first column mean. */
function legend(): Paragraph {
  const signs = [
    ...(['untranslated', 'draft', 'confirmed'] as const).map((status) => [
      STATUS_SYMBOLS[status],
      STATUS_LABELS[status],
    ]),
    [LOCK_SYMBOL, 'locked'],
  ]
  return new Paragraph({
    style: 'Details',
    spacing: { before: 60, after: 160 },
    children: signs.flatMap(([symbol = '', label = ''], index) => [
      new TextRun({ ...SYMBOL_RUN, text: symbol }),
      new TextRun({ ...scriptRun('en'), text: ` ${label}${index < signs.length - 1 ? '    ' : ''}` }),
    ]),
  })
}
