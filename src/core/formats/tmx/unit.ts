import { isoDate } from '../tbx/date.ts'
import { isLanguage, unitText, type UnitEntry, type UnitNotice } from '../unit.ts'
import { OWN, type TmxProp, type TmxProps, type TmxVariantProps } from './props.ts'

/** A `tuv` as it was read. */
export interface TmxVariant {
  lang: string
  attributes: Record<string, string>
  text: string
  /** The segment as it stands, where it holds more than text; else null. */
  markup: string | null
  notes: string[]
  props: TmxProp[]
}

/** A `tu` as it was read. */
export interface TmxUnit {
  attributes: Record<string, string>
  notes: string[]
  props: TmxProp[]
  variants: TmxVariant[]
  line: number
  column: number
}

export interface UnitSink {
  onUnit(unit: UnitEntry): void
  onNotice(notice: UnitNotice): void
}

const LINE_BREAK = /[\n\r\v\f\u2028\u2029\u0085]/u

/** Units of one import share their dates. */
let [lastDate, lastIso] = ['', '']
const dateOf = (text: string): string => {
  if (text !== lastDate) [lastDate, lastIso] = [text, isoDate(text)]
  return lastIso
}

/** Gives every pair of a Korean and an English variant; a unit that lacks one of them is told. */
export const takeUnit = (unit: TmxUnit, { onUnit, onNotice }: UnitSink): void => {
  const { line, column } = unit
  const texts = new Map<TmxVariant, string>()
  const of = (language: 'ko' | 'en'): TmxVariant[] =>
    unit.variants.filter((variant) => {
      if (!isLanguage(variant.lang, language)) return false
      const text = unitText(variant.text)
      texts.set(variant, text)
      return text !== ''
    })
  const [sources, targets] = [of('ko'), of('en')]
  const shown = (variant: TmxVariant | undefined): string =>
    (variant ? (texts.get(variant) ?? '') : '').slice(0, 80)
  if (sources.length === 0)
    return onNotice({ code: 'no-source', line, column, detail: shown(targets[0] ?? unit.variants[0]) })
  if (targets.length === 0) return onNotice({ code: 'no-target', line, column, detail: shown(sources[0]) })
  for (const variant of [...sources, ...targets])
    if (LINE_BREAK.test(variant.text.trim()))
      onNotice({ code: 'line-breaks', line, column, detail: shown(variant) })
  for (const source of sources)
    for (const target of targets)
      onUnit(entryOf(unit, source, target, [texts.get(source) ?? '', texts.get(target) ?? '']))
}

const own = (props: readonly TmxProp[], type: string): string =>
  props.find((prop) => prop.type === type)?.text ?? ''
/** As core/memory/signature makes them; anything else is somebody else's. */
const signature = (text: string): string => (/^[0-9a-f]{16}$/.test(text) ? text : '')
const MOST_USES = 2 ** 31 - 1

/**
 * What is read into the unit itself, and written from it: of the variants the English one is heard first, then the unit,
 * then the Korean one. Where a level says otherwise than what was taken, that is kept with the rest.
 */
const entryOf = (
  unit: TmxUnit,
  source: TmxVariant,
  target: TmxVariant,
  [sourceText, targetText]: readonly [string, string],
): UnitEntry => {
  const levels = [target.attributes, unit.attributes, source.attributes]
  const taken = new Map<string, string>()
  const take = <Value>(keys: readonly string[], read: (text: string) => Value, none: Value): Value => {
    for (const key of keys)
      for (const level of levels) {
        const text = level[key]
        if (!text) continue
        const value = read(text)
        if (value === none) continue
        taken.set(key, text)
        return value
      }
    return none
  }
  const author = take(['changeid', 'creationid'], (text) => text.trim(), '')
  const createdAt = take(['creationdate'], dateOf, '')
  const updatedAt = take(['changedate'], dateOf, '') || createdAt
  const useCount = take(
    ['usagecount'],
    (text) => (/^\d{1,10}$/.test(text) ? Math.min(Number(text), MOST_USES) : 0),
    0,
  )
  const notes = [...unit.notes, ...source.notes, ...target.notes]
  return {
    ...{ source: sourceText, target: targetText, author, createdAt, updatedAt, useCount },
    note:
      notes.length === 0
        ? ''
        : notes
            .map((note) => note.trim())
            .filter((note) => note !== '')
            .join('\n'),
    scope: own(unit.props, OWN.scope) === 'sentence' ? 'sentence' : 'paragraph',
    previousSignature: signature(own(unit.props, OWN.previous)),
    nextSignature: signature(own(unit.props, OWN.next)),
    props: propsOf(unit, [source, sourceText], [target, targetText], taken),
    line: unit.line,
    column: unit.column,
  }
}

const OWN_TYPES: ReadonlySet<string> = new Set(Object.values(OWN))

const propsOf = (
  unit: TmxUnit,
  source: readonly [TmxVariant, string],
  target: readonly [TmxVariant, string],
  taken: ReadonlyMap<string, string>,
): string => {
  const rest = (attributes: Record<string, string>): Record<string, string> | null => {
    let kept: Record<string, string> | null = null
    for (const key in attributes) {
      const value = attributes[key] as string
      if (key === 'xml:lang' || key === 'lang' || taken.get(key) === value) continue
      ;(kept ??= {})[key] = value
    }
    return kept
  }
  const props: TmxProps = {}
  const attributes = rest(unit.attributes)
  if (attributes) props.attributes = attributes
  const kept = unit.props.filter(({ type }) => !OWN_TYPES.has(type))
  if (kept.length > 0) props.props = kept
  const variantProps = ([variant, text]: readonly [TmxVariant, string]): TmxVariantProps | null => {
    const of: TmxVariantProps = {}
    // A language that is more than Korean or English is written again as it was.
    if (!/^(?:ko|en)$/iu.test(variant.lang)) of.lang = variant.lang
    const own = rest(variant.attributes)
    if (own) of.attributes = own
    if (variant.props.length > 0) of.props = variant.props
    if (variant.markup !== null) of.seg = { markup: variant.markup, text }
    return Object.keys(of).length > 0 ? of : null
  }
  const [ofSource, ofTarget] = [variantProps(source), variantProps(target)]
  if (ofSource) props.source = ofSource
  if (ofTarget) props.target = ofTarget
  return Object.keys(props).length === 0 ? '' : JSON.stringify(props)
}
