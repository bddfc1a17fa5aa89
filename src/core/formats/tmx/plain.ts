import type { TmxProp } from './props.ts'
import type { TmxUnit, TmxVariant } from './unit.ts'

/*
 * Nearly all units of a memory are plain: a `tu` with its `tuv`, notes and props, and segments of text alone. These are
 * read here, ten times as fast as by the parser; whatever is anything else, or wrong in any way, is left to it.
 */

const SPACE = 32
const isSpace = (unit: number): boolean => unit === SPACE || unit === 10 || unit === 9 || unit === 13
/** No underscore: `__proto__` is left to the parser with all else that is rare. */
const isName = (unit: number): boolean =>
  (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || unit === 58 || unit === 45 || unit === 46
const NOT_IN_VALUE = /[&<\n\t\r]/

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** A character by its number, or null for one no XML can hold. */
const characterOf = (code: number): string | null =>
  code === 9 ||
  code === 10 ||
  code === 13 ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x1_0000 && code <= 0x10_ffff)
    ? String.fromCodePoint(code)
    : null

/** What raw text says; null where that is for the parser to decide. */
const saidBy = (raw: string): string | null => {
  if (raw.includes(']]>')) return null
  const lines = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw
  if (!lines.includes('&')) return lines
  let good = true
  const text = lines.replace(
    /&(?:#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))|([a-z]{2,4}));|&/g,
    (_, hex?: string, decimal?: string, name?: string) => {
      const found =
        hex !== undefined
          ? characterOf(parseInt(hex, 16))
          : decimal !== undefined
            ? characterOf(Number(decimal))
            : name !== undefined && Object.hasOwn(ENTITIES, name)
              ? ENTITIES[name]
              : null
      if (typeof found === 'string') return found
      good = false
      return ''
    },
  )
  return good ? text : null
}

/**
 * The plain unit that stands in `text` from `from` (at its `<tu`) up to `end` (behind its `</tu>`), without its place; null
 * for what is not plain. The text must hold no character that XML cannot hold.
 */
export const plainUnit = (
  text: string,
  from: number,
  end: number,
): Omit<TmxUnit, 'line' | 'column'> | null => {
  let at = from

  const skipSpace = (): void => {
    while (isSpace(text.charCodeAt(at))) at++
  }
  /** Attributes of the tag whose name ends at `at`, up to and with its `>`. */
  const readAttributes = (): Record<string, string> | null => {
    const attributes: Record<string, string> = {}
    for (;;) {
      const before = at
      skipSpace()
      if (text.charCodeAt(at) === 62) {
        at++
        return attributes
      }
      if (at === before) return null
      const begun = at
      while (isName(text.charCodeAt(at))) at++
      const name = text.slice(begun, at)
      const quote = text[at + 1]
      if (name === '' || text.charCodeAt(at) !== 61 || (quote !== '"' && quote !== "'")) return null
      const closed = text.indexOf(quote, at + 2)
      if (closed < 0 || closed >= end) return null
      const value = text.slice(at + 2, closed)
      if (NOT_IN_VALUE.test(value) || Object.hasOwn(attributes, name)) return null
      attributes[name] = value
      at = closed + 1
    }
  }
  /** Text up to a closing tag that must be the next tag. */
  const readText = (closing: string): string | null => {
    const next = text.indexOf('<', at)
    if (next < 0 || !text.startsWith(closing, next)) return null
    const said = saidBy(text.slice(at, next))
    at = next + closing.length
    return said
  }
  /** A note or prop, where one stands; false where it is not plain. */
  const readSaid = (into: { notes: string[]; props: TmxProp[] }): boolean | null => {
    const isNote = text.startsWith('<note', at)
    if (!isNote && !text.startsWith('<prop', at)) return null
    at += 5
    const attributes = readAttributes()
    const said = attributes && readText(isNote ? '</note>' : '</prop>')
    if (!attributes || said === null) return false
    if (isNote) into.notes.push(said)
    else {
      const { type = '', ...rest } = attributes
      into.props.push({ type, text: said, ...(Object.keys(rest).length > 0 ? { attributes: rest } : {}) })
    }
    return true
  }
  const readVariant = (): TmxVariant | null => {
    at += 4
    const attributes = readAttributes()
    if (!attributes) return null
    const lang = attributes['xml:lang'] ?? attributes.lang ?? ''
    const variant: TmxVariant = { lang, attributes, text: '', markup: null, notes: [], props: [] }
    for (;;) {
      skipSpace()
      const said = readSaid(variant)
      if (said === null) break
      if (!said) return null
    }
    if (!text.startsWith('<seg>', at)) return null
    at += 5
    const segment = readText('</seg>')
    if (segment === null) return null
    variant.text = segment
    skipSpace()
    if (!text.startsWith('</tuv>', at)) return null
    at += 6
    return variant
  }

  at += 3
  const attributes = readAttributes()
  if (!attributes) return null
  const unit = { attributes, notes: [], props: [], variants: [] as TmxVariant[] }
  for (;;) {
    skipSpace()
    if (text.startsWith('<tuv', at)) {
      const variant = readVariant()
      if (!variant) return null
      unit.variants.push(variant)
      continue
    }
    if (at === end - 5) return unit
    if (readSaid(unit) !== true) return null
  }
}
