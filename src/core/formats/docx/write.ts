import {
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { BilingualArticle, BilingualParagraph, DocumentLayout } from '../bilingual.ts'
import {
  countArticle,
  englishTitle,
  isUntranslated,
  kindText,
  LOCK_SYMBOL,
  missingText,
  NOTES_WITHOUT_A_PLACE,
  STATUS_SYMBOLS,
  untranslatedText,
} from '../labels.ts'
import { reporting, type WriteOptions } from '../progress.ts'
import { placelessNotes, storable } from '../spans.ts'
import { CommentWriter, noteParagraphs } from './comments.ts'
import {
  CELL_MARGINS,
  COLUMNS,
  GREY,
  NORMAL_STYLE,
  packageParts,
  PAGE,
  scriptRun,
  STYLES,
  SYMBOL_RUN,
  TABLE_BORDERS,
  TABLE_WIDTH,
} from './style.ts'
import { details, linkSource, titleBlock, englishTitleParagraph } from './titleBlock.ts'
import { withFixedDates } from './zipDates.ts'

export interface DocxOptions extends WriteOptions {
  layout: DocumentLayout
}

/** Lines of a column above which a row may break over pages; a page holds about 50. */
const LONG_ROW_LINES = 24
/** Characters of a line in the Korean and in the English column. */
const SOURCE_LINE = 19
const TARGET_LINE = 44

/**
 * One article as a Word document (ECMA-376, transitional), A4 portrait.
 *
 * `bilingual`: a table of number and status, Korean, English; annotations of both sides are comments on
 * their words, replies threaded below them, resolved ones marked so; those that have lost their
 * words stand under "Notes without a place". `target`: title and English paragraphs without notes; a
 * paragraph without a translation is a highlighted `[untranslated: …]` holding the source.
 *
 * The same article gives the same bytes. `onProgress` counts the paragraphs built; packing comes after.
 */
export async function writeDocx(article: BilingualArticle, options: DocxOptions): Promise<Uint8Array> {
  const title = storable(options.layout === 'target' ? englishTitle(article).text : article.head.title)
  const writer = new CommentWriter(article.exportedAt)
  const body =
    options.layout === 'bilingual' ? bilingual(article, writer, options) : targetOnly(article, options)
  const document = new Document({
    title,
    creator: 'Naranhi',
    externalStyles: NORMAL_STYLE,
    styles: STYLES,
    comments: { children: writer.comments },
    sections: [{ properties: { page: PAGE }, footers: { default: footer(title) }, children: body }],
  })
  if (options.layout === 'bilingual') linkSource(document, article)
  const parts = packageParts(title, article.exportedAt)
  const bytes = await Packer.pack(document, 'uint8array', undefined, parts)
  return withFixedDates(bytes)
}

function bilingual(article: BilingualArticle, writer: CommentWriter, options: WriteOptions): FileChild[] {
  const rows = [headerRow()]
  for (const paragraph of reporting(article.paragraphs, options)) rows.push(row(paragraph, writer))
  return [
    ...titleBlock(article),
    new Table({
      rows,
      width: TABLE_WIDTH,
      columnWidths: COLUMNS,
      layout: TableLayoutType.FIXED,
      borders: TABLE_BORDERS,
      margins: CELL_MARGINS,
    }),
    ...notesAtTheEnd(article),
  ]
}

function targetOnly(article: BilingualArticle, options: WriteOptions): FileChild[] {
  const missing = missingText(countArticle(article))
  const children: FileChild[] = [...englishTitleParagraph(article)]
  if (missing !== '') children.push(details(missing, 'en', { after: 240 }))
  for (const paragraph of reporting(article.paragraphs, options)) {
    const run = isUntranslated(paragraph)
      ? new TextRun({
          ...scriptRun('ko'),
          text: storable(untranslatedText(paragraph.source)),
          highlight: 'yellow',
        })
      : new TextRun({ ...scriptRun('en'), text: storable(paragraph.target) })
    children.push(new Paragraph({ style: 'BodyText', widowControl: true, children: [run] }))
  }
  return children
}

function headerRow(): TableRow {
  const labels = ['No.', 'Korean', 'English']
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: labels.map((label, column) =>
      cell(
        column,
        new Paragraph({
          style: column === 0 ? 'RowNumber' : 'Details',
          spacing: { after: 0 },
          children: [new TextRun({ ...scriptRun('en'), text: label, bold: true, color: '3C4043' })],
        }),
        { shading: { type: ShadingType.CLEAR, fill: 'F1F3F4', color: 'auto' } },
      ),
    ),
  })
}

function row(paragraph: BilingualParagraph, writer: CommentWriter): TableRow {
  const { number, status, locked, source, target } = paragraph
  const symbols = `${STATUS_SYMBOLS[status]}${locked ? ` ${LOCK_SYMBOL}` : ''}`
  const lines = Math.max(source.length / SOURCE_LINE, target.length / TARGET_LINE)
  return new TableRow({
    cantSplit: lines <= LONG_ROW_LINES,
    children: [
      cell(
        0,
        new Paragraph({
          style: 'RowNumber',
          children: [
            new TextRun({ ...scriptRun('en'), text: String(number) }),
            new TextRun({ ...SYMBOL_RUN, text: symbols, break: 1, size: 16 }),
          ],
        }),
      ),
      cell(1, new Paragraph({ style: 'SourceText', children: writer.runs(paragraph, 'source') })),
      cell(2, new Paragraph({ style: 'TargetText', children: writer.runs(paragraph, 'target') })),
    ],
  })
}

function cell(
  column: number,
  content: Paragraph,
  extra: Partial<ConstructorParameters<typeof TableCell>[0]> = {},
) {
  return new TableCell({
    ...extra,
    width: { size: COLUMNS[column] ?? 0, type: WidthType.DXA },
    verticalAlign: VerticalAlign.TOP,
    children: [content],
  })
}

/** Annotations that have lost their words: listed with what they said and where they stood last. */
function notesAtTheEnd(article: BilingualArticle): Paragraph[] {
  const notes = placelessNotes(article)
  if (notes.length === 0) return []
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      children: [new TextRun({ ...scriptRun('en'), text: NOTES_WITHOUT_A_PLACE })],
    }),
    ...notes.flatMap(({ paragraph, annotation }) => [
      new Paragraph({
        keepNext: true,
        spacing: { before: 140 },
        children: [
          new TextRun({
            ...scriptRun('en'),
            size: 18,
            color: GREY,
            text: `Paragraph ${paragraph.number}, ${annotation.side === 'source' ? 'Korean' : 'English'}: `,
          }),
          new TextRun({
            ...scriptRun(annotation.side === 'source' ? 'ko' : 'en'),
            size: 18,
            color: GREY,
            text: `“${storable(annotation.quote)}”`,
          }),
        ],
      }),
      ...noteParagraphs(kindText(annotation), annotation.body),
      ...annotation.replies.flatMap((reply) => noteParagraphs('Reply', reply.body)),
    ]),
  ]
}

function footer(title: string): Footer {
  const style = { size: 16, color: GREY }
  return new Footer({
    children: [
      new Paragraph({
        border: { top: { style: BorderStyle.SINGLE, size: 4, color: 'C9CDD2', space: 6 } },
        tabStops: [{ type: 'right', position: TABLE_WIDTH.size }],
        children: [
          new TextRun({ ...scriptRun('ko'), ...style, text: shortened(title) }),
          new TextRun({
            ...scriptRun('en'),
            ...style,
            children: ['\t', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  })
}

/** A title that leaves room for the page number on its line. */
function shortened(title: string): string {
  const characters = [...title]
  return characters.length <= 48 ? title : `${characters.slice(0, 47).join('')}…`
}
