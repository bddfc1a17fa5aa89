import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { FormatError } from '../failure.ts'
import { isLanguage, unitText, type UnitEntry, type UnitNotice } from '../unit.ts'

export interface XliffReaderOptions {
  fileName: string
  onUnit(unit: UnitEntry): void
  onNotice(notice: UnitNotice): void
  onShape?(shape: { version: string; source: string; target: string }): void
}

const MAX_DEPTH = 128
/** Inline elements whose content is code of another format and not text. */
const CODES = new Set(['bpt', 'ept', 'it', 'ph', 'x', 'bx', 'ex', 'sub', 'pc-start', 'sc', 'ec', 'cp'])

/** Text of one side, in pieces where a tool has cut it into segments (`mrk mtype="seg"`). */
interface Side {
  whole: string
  segments: Map<string, string>
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase()

/**
 * Reads XLIFF 1.2 (with the segments of sdlxliff and mqxliff) and 2.x from decoded text in chunks of any size: each
 * segment that has a translation is one entry. Throws `FormatError`: `unknown-format` where the root is no `xliff`,
 * `malformed` with line and column of the character at which reading stopped.
 */
export const createXliffReader = (
  options: XliffReaderOptions,
): { write(chunk: string): void; close(): void } => {
  const parser = new SaxesParser({ xmlns: false, position: true })
  let depth = 0
  let version = ''
  let languages = { source: '', target: '' }
  let swapped = false
  let source: Side | null = null
  let target: Side | null = null
  /** The side whose text is being read, and how deep it began. */
  let open: { side: Side; depth: number } | null = null
  const marks: (string | null)[] = []
  let codes = 0
  let notes: string[] = []
  let note: string | null = null
  let place = { line: 1, column: 1 }

  const fail = (code: 'malformed' | 'unknown-format', message: string): never => {
    throw new FormatError(
      code,
      { fileName: options.fileName, line: parser.line, column: Math.max(1, parser.columnIndex) },
      message,
    )
  }
  parser.on('error', (error) => fail('malformed', error.message.replace(/^\d+:\d+: /, '')))
  parser.on('doctype', (text) => {
    if (/<!ENTITY/i.test(text)) fail('malformed', 'entities declared in the file are not read')
  })

  const setLanguages = (from: string | undefined, to: string | undefined): void => {
    languages = { source: from ?? languages.source, target: to ?? languages.target }
    swapped = isLanguage(languages.source, 'en') && isLanguage(languages.target, 'ko')
    options.onShape?.({ version, ...languages })
  }

  const addText = (text: string): void => {
    if (note !== null) note += text
    if (!open || codes > 0) return
    const mark = marks.findLast((each) => each !== null)
    open.side.whole += text
    if (mark) open.side.segments.set(mark, (open.side.segments.get(mark) ?? '') + text)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)

  const start = (tag: SaxesTagPlain): void => {
    const side: Side = { whole: '', segments: new Map() }
    if (localName(tag.name) === 'target') target = side
    else source = side
    open = { side, depth }
  }

  parser.on('opentag', (tag) => {
    const name = localName(tag.name)
    const { attributes } = tag
    depth++
    if (depth > MAX_DEPTH) fail('malformed', `elements stand more than ${String(MAX_DEPTH)} deep`)
    if (depth === 1) {
      if (name !== 'xliff') fail('unknown-format', `<${tag.name}> is no XLIFF`)
      version = attributes.version ?? ''
      if (attributes.srcLang !== undefined) setLanguages(attributes.srcLang, attributes.trgLang)
    }
    if (open) {
      const isSegment = name === 'mrk' && attributes.mtype === 'seg'
      marks.push(isSegment ? (attributes.mid ?? '') : null)
      if (CODES.has(name)) codes++
      return
    }
    switch (name) {
      case 'file':
        if (attributes['source-language'] !== undefined)
          setLanguages(attributes['source-language'], attributes['target-language'])
        break
      case 'trans-unit':
      case 'segment':
        source = null
        target = null
        if (name === 'trans-unit') notes = []
        place = { line: parser.line, column: Math.max(1, parser.columnIndex) }
        break
      case 'unit':
        notes = []
        break
      case 'source':
      case 'seg-source':
      case 'target':
        start(tag)
        break
      case 'alt-trans':
        break
      case 'note':
        note = ''
        break
    }
  })

  const emit = (from: string, to: string): void => {
    const [korean, english] = swapped ? [to, from] : [from, to]
    const [one, other] = [unitText(korean), unitText(english)]
    // What has no translation yet is no unit, and nothing to be told of.
    if (one === '' || other === '') return
    options.onUnit({
      ...{ source: one, target: other, author: '', note: notes.join('\n'), createdAt: '', updatedAt: '' },
      ...{ useCount: 0, scope: 'paragraph', previousSignature: '', nextSignature: '', props: '', ...place },
    })
  }

  const endUnit = (): void => {
    if (!source || !target) return
    if (target.segments.size > 0)
      for (const [mark, said] of target.segments) emit(source.segments.get(mark) ?? '', said)
    else emit(source.whole, target.whole)
    source = null
    target = null
  }

  parser.on('closetag', (tag) => {
    const name = localName(tag.name)
    depth--
    if (open && depth >= open.depth) {
      marks.pop()
      if (CODES.has(name)) codes--
      return
    }
    if (open) open = null
    if (name === 'note' && note !== null) {
      if (note.trim() !== '') notes.push(note.trim())
      note = null
    }
    if (name === 'trans-unit' || name === 'segment') endUnit()
  })

  return {
    write(chunk) {
      parser.write(chunk)
    },
    close() {
      parser.close()
    },
  }
}
