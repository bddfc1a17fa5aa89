import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { FormatError } from '../failure.ts'
import { isoDate } from '../tbx/date.ts'
import { attribute as escapeAttribute, text as escapeText } from '../tbx/escape.ts'
import { isLanguage, unitText, type UnitEntry, type UnitNotice } from '../unit.ts'
import { OWN, type TmxProp, type TmxProps } from './props.ts'

export interface TmxHeader {
  /** Of the file: 1.1 to 1.4. */
  version: string
  attributes: Record<string, string>
  notes: string[]
  props: TmxProp[]
}

export interface TmxReaderOptions {
  fileName: string
  onUnit(unit: UnitEntry): void
  onNotice(notice: UnitNotice): void
  /** Once, when the header has been read. */
  onHeader?(header: TmxHeader): void
  /** For every variant, the language as the file writes it. */
  onLanguage?(code: string): void
}

/** Real files go six deep. */
const MAX_DEPTH = 64
/** Elements of a segment whose content is code of another format and not text. */
const CODES = new Set(['bpt', 'ept', 'it', 'ph', 'ut', 'sub', 'x', 'bx', 'ex', 'g'])
/** Of these the content is text. */
const TEXT_INSIDE = new Set(['hi', 'g'])

interface Variant {
  lang: string
  attributes: Record<string, string>
  text: string
  /** As it stands, where there is more than text. */
  markup: string
  hasCodes: boolean
  notes: string[]
  props: TmxProp[]
}

interface Unit {
  attributes: Record<string, string>
  notes: string[]
  props: TmxProp[]
  variants: Variant[]
  line: number
  column: number
}

/**
 * Reads TMX 1.1 to 1.4b from decoded text in chunks of any size; nothing outside the text is ever fetched. Every pair of a
 * Korean and an English variant of a unit is one entry. A unit that lacks one of them is told with its line and costs
 * itself alone. Throws `FormatError`: `unknown-format` where the root is not `tmx`, `malformed` with line and column of
 * the character at which reading stopped.
 */
export const createTmxReader = (options: TmxReaderOptions): { write(chunk: string): void; close(): void } => {
  const parser = new SaxesParser({ xmlns: false, position: true })
  let depth = 0
  let version = ''
  let header: TmxHeader | null = null
  let unit: Unit | null = null
  let variant: Variant | null = null
  /** Text of a `note` or `prop` that is open. */
  let said: { kind: 'note' | 'prop'; type: string; text: string } | null = null
  /** Elements inside the segment that is open; null outside of one. */
  let inside: string[] | null = null
  let codes = 0

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

  const addText = (text: string): void => {
    if (inside && variant) {
      if (variant.hasCodes) variant.markup += escapeText(text)
      if (codes === 0) variant.text += text
    } else if (said) said.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)

  const openInside = (name: string, tag: SaxesTagPlain, own: Variant): void => {
    const attributes = Object.entries(tag.attributes)
      .map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`)
      .join('')
    // Until the first code there is only text, and nothing to be kept besides.
    if (!own.hasCodes) own.markup = escapeText(own.text)
    own.hasCodes = true
    own.markup += `<${name}${attributes}${tag.isSelfClosing ? '/' : ''}>`
    inside?.push(name)
    if (CODES.has(name) && !TEXT_INSIDE.has(name)) codes++
  }

  parser.on('opentag', (tag) => {
    const name = tag.name.toLowerCase()
    depth++
    if (depth === 1) {
      if (name !== 'tmx') fail('unknown-format', `<${tag.name}> is no TMX`)
      version = tag.attributes.version ?? ''
    }
    if (depth > MAX_DEPTH) fail('malformed', `elements stand more than ${String(MAX_DEPTH)} deep`)
    if (inside && variant) return openInside(name, tag, variant)
    const { attributes } = tag
    switch (name) {
      case 'header':
        header = { version, attributes, notes: [], props: [] }
        break
      case 'tu':
        unit = {
          ...{ attributes, notes: [], props: [], variants: [] },
          ...{ line: parser.line, column: Math.max(1, parser.columnIndex) },
        }
        break
      case 'tuv': {
        const lang = attributes['xml:lang'] ?? attributes.lang ?? ''
        options.onLanguage?.(lang)
        variant = {
          ...{ lang, attributes, text: '', markup: '', hasCodes: false },
          ...{ notes: [], props: [] },
        }
        break
      }
      case 'seg':
        if (variant) inside = []
        break
      case 'note':
      case 'prop':
        said = { kind: name, type: attributes.type ?? '', text: '' }
        break
    }
  })

  const endSaid = (): void => {
    if (!said) return
    const owner = variant ?? unit ?? header
    if (said.kind === 'note') owner?.notes.push(said.text)
    else owner?.props.push({ type: said.type, text: said.text })
    said = null
  }

  parser.on('closetag', (tag) => {
    const name = tag.name.toLowerCase()
    depth--
    if (inside && variant) {
      if (name === 'seg' && inside.length === 0) inside = null
      else {
        if (!tag.isSelfClosing) variant.markup += `</${name}>`
        inside.pop()
        if (CODES.has(name) && !TEXT_INSIDE.has(name)) codes--
      }
      return
    }
    switch (name) {
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
        if (unit) endUnit(unit, options)
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

/** Units of one import share their dates. */
let [lastDate, lastIso] = ['', '']
const dateOf = (text: string): string => {
  if (text !== lastDate) [lastDate, lastIso] = [text, isoDate(text)]
  return lastIso
}

const endUnit = (unit: Unit, { onUnit, onNotice }: TmxReaderOptions): void => {
  const { line, column } = unit
  const sources = unit.variants.filter(({ lang, text }) => isLanguage(lang, 'ko') && unitText(text) !== '')
  const targets = unit.variants.filter(({ lang, text }) => isLanguage(lang, 'en') && unitText(text) !== '')
  if (sources.length === 0)
    return onNotice({ code: 'no-source', line, column, detail: targets[0]?.text.trim().slice(0, 80) ?? '' })
  if (targets.length === 0)
    return onNotice({ code: 'no-target', line, column, detail: sources[0]?.text.trim().slice(0, 80) ?? '' })
  for (const source of sources)
    for (const target of targets) {
      for (const { text } of [source, target])
        if (text.includes('\n') && text.trim().includes('\n'))
          onNotice({ code: 'line-breaks', line, column, detail: unitText(text).slice(0, 80) })
      onUnit(entryOf(unit, source, target))
    }
}

const own = (props: readonly TmxProp[], type: string): string =>
  props.find((prop) => prop.type === type)?.text ?? ''

const entryOf = (unit: Unit, source: Variant, target: Variant): UnitEntry => {
  const levels = [target.attributes, unit.attributes, source.attributes]
  const first = (...keys: string[]): string => {
    for (const key of keys) for (const level of levels) if (level[key]) return level[key]
    return ''
  }
  const uses = Number(first('usagecount'))
  return {
    source: unitText(source.text),
    target: unitText(target.text),
    author: first('changeid', 'creationid'),
    note: [...unit.notes, ...source.notes, ...target.notes]
      .map((note) => note.trim())
      .filter((note) => note !== '')
      .join('\n'),
    createdAt: dateOf(first('creationdate')),
    updatedAt: dateOf(first('changedate', 'creationdate')),
    useCount: Number.isSafeInteger(uses) && uses > 0 ? uses : 0,
    scope: own(unit.props, OWN.scope) === 'sentence' ? 'sentence' : 'paragraph',
    previousSignature: own(unit.props, OWN.previous),
    nextSignature: own(unit.props, OWN.next),
    props: propsOf(unit, source, target),
    line: unit.line,
    column: unit.column,
  }
}

/** Attributes that are read into the unit itself, and written from it. */
const READ = new Set([
  'xml:lang',
  'lang',
  'creationdate',
  'changedate',
  'creationid',
  'changeid',
  'usagecount',
])
const OWN_TYPES: ReadonlySet<string> = new Set(Object.values(OWN))

const propsOf = (unit: Unit, source: Variant, target: Variant): string => {
  const rest = (attributes: Record<string, string>) =>
    Object.fromEntries(Object.entries(attributes).filter(([key]) => !READ.has(key)))
  const props: TmxProps = {}
  const attributes = rest(unit.attributes)
  if (Object.keys(attributes).length > 0) props.attributes = attributes
  const kept = unit.props.filter(({ type }) => !OWN_TYPES.has(type))
  if (kept.length > 0) props.props = kept
  for (const [side, variant] of [
    ['source', source],
    ['target', target],
  ] as const) {
    const of = {
      // A language that is more than Korean or English is written again as it was.
      ...(/^(?:ko|en)$/iu.test(variant.lang) ? {} : { lang: variant.lang }),
      ...(Object.keys(rest(variant.attributes)).length > 0 ? { attributes: rest(variant.attributes) } : {}),
      ...(variant.props.length > 0 ? { props: variant.props } : {}),
      ...(variant.hasCodes ? { seg: { markup: variant.markup, text: unitText(variant.text) } } : {}),
    }
    if (Object.keys(of).length > 0) props[side] = of
  }
  return Object.keys(props).length === 0 ? '' : JSON.stringify(props)
}
