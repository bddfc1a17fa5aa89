import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { FormatError } from '../failure.ts'
import { attribute as escapeAttribute, text as escapeText } from '../tbx/escape.ts'
import { entityPlace } from '../xml.ts'
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

  const fail = (
    code: 'malformed' | 'unknown-format',
    message: string,
    at = { line: parser.line, column: parser.columnIndex },
  ): never => {
    const place = { line: at.line, column: Math.max(1, at.column) }
    throw new FormatError(code, { fileName: options.fileName, ...place }, message)
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
    const place = entityPlace(text, mark)
    if (place) fail('malformed', 'entities declared in the file are not read', place)
    markBehind()
  })
  parser.on('xmldecl', markBehind)
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
    if (inside < 0) mark = { line: parser.line, column: parser.columnIndex }
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
    if (depth === 0 || tag.name === 'tu' || tag.name === 'TU')
      begun =
        parser.columnIndex === 0
          ? mark
          : { line: parser.line, column: parser.columnIndex - tag.name.length - 1 }
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
        break
    }
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
