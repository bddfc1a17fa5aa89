import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { readFrontMatter } from '../../text/headFields.ts'
import { normaliseNewlines } from '../../text/normalise.ts'
import type { ArticleDraft, ReadOptions } from '../draft.ts'
import { FormatError } from '../failure.ts'
import { assembleArticle, refuseUnstorable } from '../text/assemble.ts'

/** UTF-16 code units. Parsing keeps a tree of the whole text, about a hundred times its size. */
export const MAX_MARKDOWN_CODE_UNITS = 2_000_000

// Emphasis beside Korean particles (`**‘중부’**이자`) is none by CommonMark's flanking rules; the CJK extension mends that.
// One tilde is a range (`21~23일, 24~25일`) and never strikes out.
const processor = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(remarkCjkFriendly)

type Root = ReturnType<typeof processor.parse>
type Node = Root['children'][number]

interface Block {
  text: string
  /** Line of the file, from 1. */
  line: number
}

/**
 * A Markdown file (CommonMark with GitHub's tables, strikethrough and footnotes) as an article. Headings, paragraphs, list
 * items, block quotes and table cells become paragraphs in reading order, as plain text: emphasis marks
 * and link targets go, the words of links and images stay. The first `# ` heading, or `title:` in front matter, is
 * the title. `auto` and `line` keep the blocks as they are; `sentence` cuts within them; `none` joins them.
 *
 * Throws FormatError `too-large` (read it as plain text then), `not-storable`, `no-text`, `paragraph-too-long`,
 * `too-many-paragraphs`.
 */
export function readMarkdownArticle(text: string, options: ReadOptions = {}): ArticleDraft {
  const file = options.fileName === undefined ? {} : { fileName: options.fileName }
  const incoming = normaliseNewlines(text.replace(/^\uFEFF/, ''))
  if (incoming.length > MAX_MARKDOWN_CODE_UNITS) {
    throw new FormatError(
      'too-large',
      { ...file, length: incoming.length, limit: MAX_MARKDOWN_CODE_UNITS, advice: 'text' },
      'Too long to read as Markdown',
    )
  }
  refuseUnstorable(incoming, options)
  const front = readFrontMatter(incoming)
  const skippedLines = incoming.slice(0, front.end).split('\n').length - 1
  const source = incoming.slice(front.end)
  const reader = new BlockReader(source, skippedLines)
  for (const node of processor.parse(source).children) reader.readBlock(node)

  const blocks = reader.blocks
  const head = { ...front.head }
  const heading = reader.title
  if (heading !== null && (head.title === '' || head.title === heading.text)) {
    head.title = heading.text
    blocks.splice(blocks.indexOf(heading), 1)
  }
  const split = options.split ?? 'auto'
  return assembleArticle(blocks.map((block) => block.text).join('\n'), {
    ...options,
    split: split === 'auto' ? 'line' : split,
    head,
    notes: front.rest,
    titleLine: false,
    mixedNewlines: /\r\n/.test(text) && /(?<!\r)\n/.test(text),
    lineNumbers: blocks.map((block) => block.line),
    warnings: [
      ...(reader.comments > 0 ? [{ code: 'comments-dropped' as const, count: reader.comments }] : []),
      ...(reader.markup > 0 ? [{ code: 'markup-dropped' as const, count: reader.markup }] : []),
    ],
  })
}

/** HTML element names that are markup; `<CASA>` or `<AI>` in a text is a title in angle brackets and stays. */
const HTML_TAG =
  /<\/?(?:a|abbr|article|aside|b|blockquote|br|caption|center|cite|code|col|colgroup|dd|del|details|div|dl|dt|em|figcaption|figure|font|footer|h[1-6]|header|hr|i|iframe|img|ins|kbd|li|main|mark|nav|ol|p|pre|q|rp|rt|ruby|s|section|small|span|strike|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|u|ul|video)(?:\s[^<>]*)?\/?>/gi

class BlockReader {
  readonly blocks: Block[] = []
  title: Block | null = null
  comments = 0
  markup = 0
  private readonly source: string
  private readonly skippedLines: number

  constructor(source: string, skippedLines: number) {
    this.source = source
    this.skippedLines = skippedLines
  }

  readBlock(node: Node, prefix = ''): void {
    const line = (node.position?.start.line ?? 1) + this.skippedLines
    switch (node.type) {
      case 'heading': {
        const block = this.add(this.inline(node.children), line)
        if (node.depth === 1 && this.title === null) this.title = block
        return
      }
      case 'paragraph':
      case 'tableCell':
        this.add(prefix + this.inline(node.children), line)
        return
      case 'code':
        node.value.split('\n').forEach((text, index) => this.add(text, line + index))
        return
      case 'html':
        for (const text of this.html(node.value).split('\n')) this.add(text, line)
        return
      case 'list': {
        // A list that starts at neither 0 nor 1 is more likely a date (`2025. 4. 23.`) than a list: its number is text.
        const isText = node.ordered === true && (node.start ?? 1) > 1
        node.children.forEach((item, index) => {
          this.readItem(item, (index === 0 ? prefix : '') + (isText ? this.marker(item) : ''))
        })
        return
      }
      case 'definition':
      case 'thematicBreak':
        return
      default:
        if ('children' in node) for (const child of node.children) this.readBlock(child)
    }
  }

  private readItem(item: Node, prefix: string): void {
    if (!('children' in item)) return
    const [first, ...others] = item.children
    const takesPrefix = first?.type === 'paragraph' || first?.type === 'list'
    if (!takesPrefix) this.add(prefix, (item.position?.start.line ?? 1) + this.skippedLines)
    if (first !== undefined) this.readBlock(first, takesPrefix ? prefix : '')
    for (const child of others) this.readBlock(child)
  }

  private marker(item: Node): string {
    const start = item.position?.start.offset ?? 0
    return `${/^\d+[.)]/.exec(this.source.slice(start, start + 12))?.[0] ?? ''} `
  }

  private add(text: string, line: number): Block | null {
    const plain = text.replace(/\s*\n\s*| {2,}/g, ' ').trim()
    if (plain === '') return null
    const block = { text: plain, line }
    this.blocks.push(block)
    return block
  }

  private inline(nodes: readonly Node[]): string {
    let text = ''
    for (const node of nodes) {
      if (node.type === 'text' || node.type === 'inlineCode') text += node.value
      else if (node.type === 'break') text += ' '
      else if (node.type === 'html') text += this.html(node.value)
      else if (node.type === 'image' || node.type === 'imageReference') text += node.alt ?? ''
      else if (node.type === 'footnoteReference') text += `[^${node.label ?? node.identifier}]`
      else if ('children' in node) text += this.inline(node.children)
    }
    return text
  }

  private html(value: string): string {
    const withoutComments = value.replace(/<!--[\s\S]*?(?:-->|$)/g, () => {
      this.comments++
      return ''
    })
    return withoutComments.replace(HTML_TAG, (tag) => {
      this.markup++
      return /^<(?:br|\/?p|\/?div|\/?t[dr])\b/i.test(tag) ? '\n' : ''
    })
  }
}
