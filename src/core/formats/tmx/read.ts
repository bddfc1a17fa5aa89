import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { FormatError } from '../failure.ts'
import { attribute as escapeAttribute, text as escapeText } from '../tbx/escape.ts'
import { entityPlace } from '../xml.ts'
import { plainUnit } from './plain.ts'
import type { TmxProp } from './props.ts'
import { takeUnit, type TmxUnit, type TmxVariant, type UnitSink } from './unit.ts'

export interface TmxHeader {
  /** Of the file: 1.1 to 1.4. */
  version: string
  attributes: Record<string, string>
  notes: string[]
  props: TmxProp[]
}

export interface TmxReaderOptions extends UnitSink {
  fileName: string
  /** Once, when the header has been read. */
  onHeader?(header: TmxHeader): void
  /** For every variant, the language as the file writes it. */
  onLanguage?(code: string): void
}

/** Real files go six deep. */
const MAX_DEPTH = 64
/** Elements of a segment whose content is code of another format and not text. What `hi` and `g` hold is text. */
const CODES = new Set(['bpt', 'ept', 'it', 'ph', 'ut', 'sub', 'x', 'bx', 'ex'])

/**
 * Reads TMX 1.1 to 1.4b from decoded text in chunks of any size; nothing outside the text is ever fetched. Every pair of a
 * Korean and an English variant of a unit is one entry. A unit that lacks one of them is told with its line and costs
 * itself alone. Throws `FormatError`: `unknown-format` where the root is not `tmx`, `malformed` with line and column of
 * the character at which reading stopped. After that it is of no further use.
 */
export const createTmxReader = (options: TmxReaderOptions): { write(chunk: string): void; close(): void } => {
  const parser = new SaxesParser({ xmlns: false, position: true })
  let depth = 0
  let version = ''
  let header: TmxHeader | null = null
  let unit: TmxUnit | null = null
  let variant: TmxVariant | null = null
  /** Text of a `note` or `prop` that is open. */
  let said: { kind: 'note' | 'prop'; attributes: Record<string, string>; text: string } | null = null
  /** How many elements are open inside of the segment; -1 outside of one. */
  let inside = -1
  /** Of these, how many hold code and not text. */
  let codes = 0
  // Where the last unit begins; and behind the last thing that ended.
  let begun = { line: 1, column: 1 }
  let mark = { line: 1, column: 1 }

  /** Plain units are kept from the parser; this is how many lines and columns (of one of its lines) it is behind. */
  let [behindLines, behindColumns, behindOn] = [0, 0, 0]
  /** How much the parser was given, and how much of it when a unit last ended. */
  let [given, unitEnded] = [0, -1]
  let giving = false
  /** Characters of its line the parser has read. Once it has read what it was given, it counts that twice. */
  const parserColumn = (): number =>
    giving ? parser.columnIndex : given - (parser.position - parser.columnIndex)
  /** Line, and how many characters of it were read. */
  const here = (): { line: number; column: number } => ({
    line: parser.line + behindLines,
    column: parserColumn() + (parser.line === behindOn ? behindColumns : 0),
  })
  let plain = true

  const fail = (code: 'malformed' | 'unknown-format', message: string, at = here()): never => {
    const place = { line: at.line, column: Math.max(1, at.column) }
    throw new FormatError(code, { fileName: options.fileName, ...place }, message)
  }
  const markBehind = (): void => {
    const { line, column } = here()
    mark = { line, column: column + 1 }
  }
  parser.on('error', (error) => {
    const message = error.message.replace(/^\d+:\d+: /, '')
    // That is noticed only where the text ends, or the chunk.
    if (message.startsWith('text data outside')) fail('malformed', message, mark)
    fail('malformed', message)
  })
  parser.on('doctype', (text) => {
    const place = entityPlace(text, mark)
    if (place) fail('malformed', 'entities declared in the file are not read', place)
    markBehind()
  })
  parser.on('xmldecl', ({ version: xml }) => {
    // Other characters are allowed then, and other line breaks.
    if (xml !== undefined && xml !== '1.0') plain = false
    markBehind()
  })
  parser.on('comment', markBehind)
  parser.on('processinginstruction', markBehind)

  const addText = (text: string): void => {
    if (inside >= 0 && variant) {
      // Escaped only once it is known that there is more than text.
      if (variant.markup !== null) variant.markup += escapeText(text)
      if (codes === 0) variant.text += text
    } else if (said) said.text += text
  }
  parser.on('text', (text) => {
    addText(text)
    if (inside < 0) mark = here()
  })
  parser.on('cdata', (text) => {
    addText(text)
    if (inside < 0) markBehind()
  })

  const openInside = (name: string, tag: SaxesTagPlain, own: TmxVariant): void => {
    let attributes = ''
    for (const [key, value] of Object.entries(tag.attributes))
      attributes += ` ${key}="${escapeAttribute(value)}"`
    own.markup = `${own.markup ?? escapeText(own.text)}<${name}${attributes}${tag.isSelfClosing ? '/' : ''}>`
    inside++
    if (CODES.has(name)) codes++
  }

  parser.on('opentagstart', (tag) => {
    // The name and the character after it have been read; after a line break the place of what came before is left.
    if (depth === 0 || tag.name === 'tu' || tag.name === 'TU') {
      const { line, column } = here()
      begun = column === 0 ? mark : { line, column: column - tag.name.length - 1 }
    }
  })

  parser.on('opentag', (tag) => {
    const name = tag.name.toLowerCase()
    depth++
    if (depth === 1) {
      if (name !== 'tmx') fail('unknown-format', `<${tag.name}> is no TMX`, begun)
      version = tag.attributes.version ?? ''
    }
    if (depth > MAX_DEPTH) fail('malformed', `elements stand more than ${String(MAX_DEPTH)} deep`)
    if (inside >= 0 && variant) return openInside(name, tag, variant)
    if (depth < 3) markBehind()
    const { attributes } = tag
    switch (name) {
      case 'header':
        header = { version, attributes, notes: [], props: [] }
        break
      case 'tu':
        unit = { attributes, notes: [], props: [], variants: [], ...begun }
        variant = null
        break
      case 'tuv': {
        const lang = attributes['xml:lang'] ?? attributes.lang ?? ''
        options.onLanguage?.(lang)
        variant = { lang, attributes, text: '', markup: null, notes: [], props: [] }
        break
      }
      case 'seg':
        if (variant) inside = 0
        break
      case 'note':
      case 'prop':
        said = { kind: name, attributes, text: '' }
        break
    }
  })

  const endSaid = (): void => {
    if (!said) return
    const owner = variant ?? unit ?? header
    const { type = '', ...attributes } = said.attributes
    if (said.kind === 'note') owner?.notes.push(said.text)
    else
      owner?.props.push({
        ...{ type, text: said.text },
        ...(Object.keys(attributes).length > 0 ? { attributes } : {}),
      })
    said = null
  }

  parser.on('closetag', (tag) => {
    const name = tag.name.toLowerCase()
    depth--
    if (depth < 3) markBehind()
    if (inside > 0 && variant) {
      if (!tag.isSelfClosing) variant.markup = `${variant.markup ?? ''}</${name}>`
      inside--
      if (CODES.has(name)) codes--
      return
    }
    switch (name) {
      case 'seg':
        inside = -1
        break
      case 'note':
      case 'prop':
        endSaid()
        break
      case 'header':
        if (header) options.onHeader?.(header)
        break
      case 'tuv':
        if (variant) unit?.variants.push(variant)
        variant = null
        break
      case 'tu':
        if (unit) takeUnit(unit, options)
        unit = null
        if (depth === 2) unitEnded = parser.position
        break
    }
  })

  /** Gives text to the parser; whether a unit ended with it. */
  const give = (text: string): boolean => {
    given += text.length
    giving = true
    parser.write(text)
    giving = false
    return unitEnded === given
  }

  /** Text that is not yet read, and whether the parser stands behind a unit, with only white space up to the next. */
  let rest = ''
  let between = false
  let clean = true
  /** So far no end of the unit was found in the rest. */
  let looked = 0

  /** Takes the plain unit from `from` to `end`, with what stands before it from `at`; false where it is none. */
  const takePlain = (text: string, at: number, from: number, end: number): boolean => {
    const found = clean && plain ? plainUnit(text, from, end) : null
    if (!found) return false
    const start = here()
    const first = moved(start, text, at, from)
    for (const { lang } of found.variants) options.onLanguage?.(lang)
    takeUnit({ ...found, line: first.line, column: first.column + 1 }, options)
    const last = moved(first, text, from, end)
    behindLines = last.line - parser.line
    behindColumns = last.column - parserColumn()
    behindOn = parser.line
    mark = { line: last.line, column: last.column + 1 }
    return true
  }

  /** Reads what can be read of a text; gives what is left for later. */
  const read = (text: string): string => {
    let at = 0
    while (at < text.length) {
      if (!between) {
        const end = plain ? text.indexOf(UNIT_END, at) : -1
        const to = end < 0 ? text.length : end + UNIT_END.length
        between = give(text.slice(at, to)) && plain
        at = to
        continue
      }
      let from = at
      while (isSpace(text.charCodeAt(from))) from++
      if (text.length - from < UNIT_BEGIN.length && UNIT_BEGIN.startsWith(text.slice(from))) break
      if (!text.startsWith(UNIT_BEGIN, from)) {
        between = false
        continue
      }
      const end = text.indexOf(UNIT_END, Math.max(from, looked))
      if (end < 0) {
        if (text.length - at > MOST_HELD) {
          between = false
          continue
        }
        looked = text.length - at - UNIT_END.length
        return text.slice(at)
      }
      const to = end + UNIT_END.length
      if (!takePlain(text, at, from, to)) between = give(text.slice(at, to))
      at = to
      looked = 0
    }
    looked = 0
    return text.slice(at)
  }

  return {
    write(chunk) {
      const good = chunk.isWellFormed() && !NOT_XML.test(chunk)
      clean = good && (clean || rest === '')
      rest = read(rest + chunk)
      if (rest === '') clean = true
    },
    close() {
      give(rest)
      rest = ''
      giving = true
      parser.close()
    },
  }
}

const UNIT_BEGIN = '<tu'
const UNIT_END = '</tu>'
/** A unit longer than that, in code units, is the parser's. */
const MOST_HELD = 1 << 20
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/
const isSpace = (unit: number): boolean => unit === 32 || unit === 10 || unit === 13 || unit === 9

/** The place behind a stretch of text that begins at `start`; CRLF, CR and LF all end a line. */
const moved = (
  start: { line: number; column: number },
  text: string,
  from: number,
  to: number,
): { line: number; column: number } => {
  if (from === to) return start
  // Cut out first, or a sign that is seldom would be looked for in all that follows.
  const stretch = text.slice(from, to)
  let { line } = start
  let begun = -1
  for (let at = stretch.indexOf('\n'); at >= 0; at = stretch.indexOf('\n', at + 1)) {
    line++
    begun = at + 1
  }
  for (let at = stretch.indexOf('\r'); at >= 0; at = stretch.indexOf('\r', at + 1)) {
    if (stretch.charCodeAt(at + 1) === 10) continue
    line++
    begun = Math.max(begun, at + 1)
  }
  return begun < 0
    ? { line, column: start.column + stretch.length }
    : { line, column: stretch.length - begun }
}
