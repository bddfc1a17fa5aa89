import { attribute, text } from '../tbx/escape.ts'
import type { UnitEntry } from '../unit.ts'
import { OWN, type TmxProp, type TmxProps, type TmxVariantProps } from './props.ts'

export type WrittenUnit = Omit<UnitEntry, 'line' | 'column'>

export interface TmxWriterOptions {
  /** Of what writes it: the schema of the workspace. */
  version: string
  /** What the memory's header said when it was brought in. */
  header?: { notes?: string[]; props?: TmxProp[] }
}

/** 20260504T120000Z of an ISO date in UTC; '' for none. */
export const tmxDate = (iso: string): string =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(iso) ? `${iso.slice(0, 19).replace(/[-:]/g, '')}Z` : ''

const attributesOf = (values: Record<string, string>): string =>
  Object.entries(values)
    .filter(([, value]) => value !== '')
    .map(([key, value]) => ` ${key}="${attribute(value)}"`)
    .join('')

const propOf = ({ type, text: said }: TmxProp): string =>
  `<prop type="${attribute(type === '' ? 'x-prop' : type)}">${text(said)}</prop>`

/**
 * Units as TMX 1.4b, part by part. What a file they came from said besides is written again; segments with inline codes as
 * they were, as long as their text was not changed.
 */
export function* writeTmx(
  units: Iterable<WrittenUnit>,
  { version, header }: TmxWriterOptions,
): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n'
  const own = [...(header?.notes ?? []).map((note) => `<note>${text(note)}</note>`)].concat(
    (header?.props ?? []).map(propOf),
  )
  const attributes = attributesOf({
    creationtool: 'Naranhi',
    creationtoolversion: version,
    segtype: 'paragraph',
    'o-tmf': 'Naranhi',
    adminlang: 'en',
    srclang: 'ko',
    datatype: 'plaintext',
  })
  yield own.length === 0
    ? `<header${attributes}/>\n<body>\n`
    : `<header${attributes}>${own.join('')}</header>\n<body>\n`
  for (const unit of units) yield unitOf(unit)
  yield '</body>\n</tmx>\n'
}

const unitOf = (unit: WrittenUnit): string => {
  const props = unit.props === '' ? {} : (JSON.parse(unit.props) as TmxProps)
  const own: TmxProp[] = [
    { type: OWN.scope, text: unit.scope === 'sentence' ? unit.scope : '' },
    { type: OWN.previous, text: unit.previousSignature },
    { type: OWN.next, text: unit.nextSignature },
  ].filter((prop) => prop.text !== '')
  const attributes = attributesOf({
    ...props.attributes,
    creationdate: tmxDate(unit.createdAt),
    changedate: tmxDate(unit.updatedAt),
    creationid: unit.author,
    usagecount: unit.useCount === 0 ? '' : String(unit.useCount),
  })
  const note = unit.note === '' ? '' : `<note>${text(unit.note)}</note>`
  return (
    `<tu${attributes}>${note}${[...(props.props ?? []), ...own].map(propOf).join('')}` +
    `${variantOf('ko', unit.source, props.source)}${variantOf('en', unit.target, props.target)}</tu>\n`
  )
}

const variantOf = (lang: string, said: string, props: TmxVariantProps = {}): string => {
  const { seg } = props
  return (
    `<tuv xml:lang="${attribute(props.lang ?? lang)}"${attributesOf(props.attributes ?? {})}>` +
    `${(props.props ?? []).map(propOf).join('')}<seg>${seg && seg.text === said ? seg.markup : text(said)}</seg></tuv>`
  )
}
