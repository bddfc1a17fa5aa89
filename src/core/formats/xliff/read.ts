import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { FormatError } from '../failure.ts'
import { isLanguage, unitText, type UnitEntry, type UnitNotice } from '../unit.ts'
import { entityPlace } from '../xml.ts'

export interface XliffReaderOptions {
  fileName: string
  onUnit(unit: UnitEntry): void
  onNotice(notice: UnitNotice): void
  onShape?(shape: { version: string; source: string; target: string }): void
}

const MAX_DEPTH = 128
/** Inline elements whose content is code of another format and not text. */
const CODES = new Set(['bpt', 'ept', 'it', 'ph', 'x', 'bx', 'ex', 'sub', 'pc-start', 'sc', 'ec', 'cp'])

/** Proposals, with sources and targets that are not the file's own. */
const PROPOSALS = new Set(['alt-trans', 'matches'])
const prefixOf = (name: string): string => name.slice(0, Math.max(0, name.indexOf(':')))

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
  /** Whether the languages said are others than Korean and English; where none are said they are taken for these. */
  let foreign = false
  let source: Side | null = null
  let target: Side | null = null
  /** The side whose text is being read, and how deep it began. */
  let open: { side: Side; depth: number } | null = null
  const marks: (string | null)[] = []
  let codes = 0
  let notes: string[] = []
  let note: string | null = null
  /** How deep the proposals stand that are open; 0 outside of them. */
  let proposals = 0
  /** Of XLIFF's own elements. */
  let prefix = ''
  // Where the last unit begins; and behind the last thing that ended.
  let place = { line: 1, column: 1 }
  let mark = { line: 1, column: 1 }

  const fail = (
    code: 'malformed' | 'unknown-format',
    message: string,
    at = { line: parser.line, column: parser.columnIndex },
  ): never => {
    const { line, column } = at
    throw new FormatError(code, { fileName: options.fileName, line, column: Math.max(1, column) }, message)
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
    const at = entityPlace(text, mark)
    if (at) fail('malformed', 'entities declared in the file are not read', at)
    markBehind()
  })
  parser.on('xmldecl', markBehind)
  parser.on('comment', markBehind)
  parser.on('processinginstruction', markBehind)
  parser.on('opentagstart', (tag) => {
    const name = localName(tag.name)
    if (depth === 0 || name === 'trans-unit' || name === 'segment')
      // The name and the character after it have been read; after a line break the place of what came before is left.
      place =
        parser.columnIndex === 0
          ? mark
          : { line: parser.line, column: parser.columnIndex - tag.name.length - 1 }
  })

  const setLanguages = (from: string | undefined, to: string | undefined): void => {
    languages = { source: from ?? languages.source, target: to ?? languages.target }
    const { source: one, target: other } = languages
    swapped = isLanguage(one, 'en') && isLanguage(other, 'ko')
    const is = (code: string, wanted: 'ko' | 'en') => code === '' || isLanguage(code, wanted)
    foreign = !swapped && !(is(one, 'ko') && is(other, 'en'))
    options.onShape?.({ version, ...languages })
  }

  const addText = (text: string): void => {
    if (note !== null) note += text
    if (!open || codes > 0) return
    const mark = marks.findLast((each) => each !== null)
    open.side.whole += text
    if (mark) open.side.segments.set(mark, (open.side.segments.get(mark) ?? '') + text)
  }
  parser.on('text', (text) => {
    addText(text)
    mark = { line: parser.line, column: parser.columnIndex }
  })
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
      if (name !== 'xliff') fail('unknown-format', `<${tag.name}> is no XLIFF`, place)
      version = attributes.version ?? ''
      prefix = prefixOf(tag.name)
      if (attributes.srcLang !== undefined) setLanguages(attributes.srcLang, attributes.trgLang)
    }
    if (open) {
      const isSegment = name === 'mrk' && attributes.mtype === 'seg'
      marks.push(isSegment ? (attributes.mid ?? '') : null)
      if (CODES.has(name)) codes++
      return
    }
    if (proposals > 0) return
    // What a tool says in its own namespace may hold earlier versions and matches.
    if (PROPOSALS.has(name) || prefixOf(tag.name) !== prefix) {
      proposals = depth
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
        break
      case 'unit':
        notes = []
        break
      case 'source':
      case 'seg-source':
      case 'target':
        start(tag)
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
    if (foreign) return options.onNotice({ code: 'no-source', ...place, detail: one.slice(0, 80) })
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
    markBehind()
    if (proposals > 0) {
      if (depth < proposals) proposals = 0
      return
    }
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
