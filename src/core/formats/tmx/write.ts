import { attribute, holdsIllegal, text } from '../tbx/escape.ts'
import type { UnitEntry, UnitNotice } from '../unit.ts'
import { OWN, type TmxProp, type TmxProps, type TmxVariantProps } from './props.ts'

export type WrittenUnit = Omit<UnitEntry, 'line' | 'column'>

export interface TmxWriterOptions {
  /** Of what writes it: the schema of the workspace. */
  version: string
  /** What the memory's header said when it was brought in. */
  header?: { notes?: string[]; props?: TmxProp[] }
  /** Told of units with characters that no XML can hold; they are left out. */
  onNotice?(notice: UnitNotice): void
}

/** 20260504T120000Z of an ISO date in UTC; '' for none. */
export const tmxDate = (iso: string): string =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(iso) ? `${iso.slice(0, 19).replace(/[-:]/g, '')}Z` : ''

/** Of another namespace, which the file does not declare. */
const isForeign = (key: string): boolean => key.includes(':') && !key.startsWith('xml:')

const attributesOf = (values: Readonly<Record<string, string>>): string => {
  let written = ''
  for (const key in values) {
    const value = values[key] as string
    if (value !== '' && key !== 'xmlns' && !isForeign(key)) written += ` ${key}="${attribute(value)}"`
  }
  return written
}

const propOf = ({ type, text: said, attributes }: TmxProp): string =>
  `<prop type="${attribute(type === '' ? 'x-prop' : type)}"${attributes ? attributesOf(attributes) : ''}>` +
  `${text(said)}</prop>`

/** What stands before the units of a TMX 1.4b. */
export const tmxHead = ({ version, header }: TmxWriterOptions): string => {
  const own = [
    ...(header?.notes ?? []).map((note) => `<note>${text(note)}</note>`),
    ...(header?.props ?? []).map(propOf),
  ].join('')
  const attributes = attributesOf({
    creationtool: 'Naranhi',
    creationtoolversion: version,
    segtype: 'paragraph',
    'o-tmf': 'Naranhi',
    adminlang: 'en',
    srclang: 'ko',
    datatype: 'plaintext',
  })
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n' +
    `<header${attributes}${own === '' ? '/>' : `>${own}</header>`}\n<body>\n`
  )
}

/** What stands behind them. */
export const TMX_FOOT = '</body>\n</tmx>\n'

/**
 * A unit. What a file it came from said besides is written again; segments with inline codes as they were, as long as their
 * text was not changed.
 */
export const tmxUnit = (unit: WrittenUnit, onNotice?: (notice: UnitNotice) => void): string => {
  if (onNotice && [unit.source, unit.target, unit.note, unit.author].some(holdsIllegal))
    onNotice({ code: 'characters-dropped', line: null, column: null, detail: unit.source.slice(0, 80) })
  return unitOf(unit)
}

/** Units as TMX 1.4b, part by part. */
export function* writeTmx(units: Iterable<WrittenUnit>, options: TmxWriterOptions): Generator<string> {
  yield tmxHead(options)
  for (const unit of units) yield tmxUnit(unit, options.onNotice)
  yield TMX_FOOT
}

const unitOf = (unit: WrittenUnit): string => {
  const props = unit.props === '' ? {} : (JSON.parse(unit.props) as TmxProps)
  const own: TmxProp[] = [
    { type: OWN.scope, text: unit.scope === 'sentence' ? unit.scope : '' },
    { type: OWN.previous, text: unit.previousSignature },
    { type: OWN.next, text: unit.nextSignature },
  ].filter((prop) => prop.text !== '')
  // What the file said otherwise at the unit than at its English variant stays where it stood.
  const dates = { creationdate: tmxDate(unit.createdAt), changedate: tmxDate(unit.updatedAt) }
  const said: Record<string, string> = {
    ...dates,
    [hasCreator(props) ? 'changeid' : 'creationid']: unit.author,
    usagecount: unit.useCount === 0 ? '' : String(unit.useCount),
  }
  const ofUnit: Record<string, string> = { ...props.attributes }
  const ofTarget: Record<string, string> = { ...props.target?.attributes }
  for (const key in said) (ofUnit[key] === undefined ? ofUnit : ofTarget)[key] = said[key] as string
  const note = unit.note === '' ? '' : `<note>${text(unit.note)}</note>`
  return (
    `<tu${attributesOf(ofUnit)}>${note}${[...(props.props ?? []), ...own].map(propOf).join('')}` +
    `${variantOf('ko', unit.source, props.source)}` +
    `${variantOf('en', unit.target, { ...props.target, attributes: ofTarget })}</tu>\n`
  )
}

/** Somebody made it and somebody else changed it: the author is the latter. */
const hasCreator = ({ attributes, target }: TmxProps): boolean =>
  (attributes?.creationid ?? target?.attributes?.creationid) !== undefined

const variantOf = (lang: string, said: string, props: TmxVariantProps = {}): string => {
  const { seg } = props
  const own = (props.props ?? []).map(propOf).join('')
  return (
    `<tuv xml:lang="${attribute(props.lang ?? lang)}"${attributesOf(props.attributes ?? {})}>` +
    `${own}<seg>${seg && seg.text === said ? seg.markup : text(said)}</seg></tuv>`
  )
}
