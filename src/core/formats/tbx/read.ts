import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { FormatError } from '../failure.ts'
import type { GlossaryEntry, GlossaryNotice } from '../glossary.ts'
import { entriesOf } from './concept.ts'
import { localName, type TbxElement } from './tree.ts'

export type TbxStyle = 'martif' | 'dca' | 'dct'

export interface TbxReaderOptions {
  fileName: string
  onEntry(entry: GlossaryEntry): void
  onNotice(notice: GlossaryNotice): void
  /** Once, when the first element is read. */
  onStyle?(style: TbxStyle): void
}

/** Real files go eight deep; a thousandfold nesting is made to exhaust the reader. */
export const MAX_DEPTH = 64

/** The same category may stand at every entry: said once, and not for endlessly many names. */
const MAX_UNREAD = 100

/** Elements that are named for their place and say what they are in `type`. */
const TYPED = new Set(['descrip', 'admin', 'termNote', 'xref', 'ref', 'transac'])

/**
 * Reads TBX v2 (martif), v3 DCA and v3 DCT from decoded text in chunks of any size; nothing outside the text is ever
 * fetched. Throws `FormatError`: `unknown-format` where the root is neither `martif` nor `tbx`, `malformed` with line
 * and column of the character at which reading stopped. After that it is of no further use.
 */
export function createTbxReader(options: TbxReaderOptions): { write(chunk: string): void; close(): void } {
  const parser = new SaxesParser({ xmlns: false, position: true })
  const open: TbxElement[] = []
  const unread = new Set<string>()
  let depth = 0
  // Where the next tag begins: behind the last thing that ended, or where the text before it did.
  let mark = { line: 1, column: 1 }

  const fail = (
    code: 'malformed' | 'unknown-format',
    message: string,
    at = { line: parser.line, column: parser.columnIndex },
  ): never => {
    const column = Math.max(1, at.column)
    throw new FormatError(code, { fileName: options.fileName, line: at.line, column }, message)
  }
  const markBehind = (): void => {
    mark = { line: parser.line, column: parser.columnIndex + 1 }
  }

  parser.on('error', (error) => {
    const message = error.message.replace(/^\d+:\d+: /, '')
    // That is noticed only where the text ends, or the chunk.
    if (message.startsWith('text data outside')) fail('malformed', message, mark)
    fail('malformed', message)
  })
  parser.on('doctype', (text) => {
    const at = text.search(/<!ENTITY/i)
    if (at >= 0) fail('malformed', 'entities declared in the file are not read', placeIn(text, at, mark))
    markBehind()
  })
  parser.on('xmldecl', markBehind)
  parser.on('comment', markBehind)
  parser.on('processinginstruction', markBehind)

  const addText = (text: string): void => {
    open.at(-1)?.children.push(text)
  }
  parser.on('text', (text) => {
    addText(text)
    mark = { line: parser.line, column: parser.columnIndex }
  })
  parser.on('cdata', (text) => {
    addText(text)
    markBehind()
  })

  parser.on('opentagstart', (tag) => {
    // White space at the very start of a file is no text to the parser, so the mark stayed behind; the name and the
    // character after it have been read.
    if (depth === 0 && parser.columnIndex > 0)
      mark = { line: parser.line, column: parser.columnIndex - tag.name.length - 1 }
  })
  parser.on('opentag', (tag) => {
    const name = localName(tag.name)
    depth++
    if (depth === 1) startRoot(name, tag)
    if (depth > MAX_DEPTH) fail('malformed', `elements stand more than ${MAX_DEPTH} deep`, mark)
    if (open.length > 0 || name === 'termEntry' || name === 'conceptEntry') {
      const element = elementOf(name, tag, mark)
      open.at(-1)?.children.push(element)
      open.push(element)
    }
    markBehind()
  })
  parser.on('closetag', () => {
    depth--
    const element = open.pop()
    if (element && open.length === 0) endConcept(element)
    markBehind()
  })

  function startRoot(name: string, tag: SaxesTagPlain): void {
    if (name !== 'martif' && name !== 'tbx') fail('unknown-format', `<${tag.name}> is no TBX`, mark)
    const style = tag.attributes.style?.trim().toLowerCase() === 'dct' ? 'dct' : 'dca'
    options.onStyle?.(name === 'martif' ? 'martif' : style)
  }

  function endConcept(concept: TbxElement): void {
    const { line, column } = concept
    const { entries, notice } = entriesOf(concept, (code, detail) => {
      const key = `${code} ${detail}`
      if (unread.has(key) || unread.size >= MAX_UNREAD) return
      unread.add(key)
      options.onNotice({ code, line, column, detail })
    })
    if (notice) options.onNotice(notice)
    for (const entry of entries) options.onEntry(entry)
  }

  return {
    write(chunk) {
      parser.write(chunk)
    },
    close() {
      parser.close()
    },
  }
}

/** The place of an offset in what follows `<!DOCTYPE`, which stands at `start`. */
function placeIn(doctype: string, offset: number, start: { line: number; column: number }): typeof start {
  const lines = doctype.slice(0, offset).split('\n')
  const last = lines.at(-1) ?? ''
  if (lines.length === 1) return { line: start.line, column: start.column + '<!DOCTYPE'.length + last.length }
  return { line: start.line + lines.length - 1, column: last.length + 1 }
}

function elementOf(name: string, tag: SaxesTagPlain, at: { line: number; column: number }): TbxElement {
  const { attributes } = tag
  return {
    name,
    category: TYPED.has(name) ? (attributes.type ?? name) : name,
    lang: attributes['xml:lang'] ?? attributes.lang ?? '',
    id: attributes.id ?? attributes['xml:id'] ?? '',
    target: (attributes.target ?? '').trim(),
    children: [],
    ...at,
  }
}
