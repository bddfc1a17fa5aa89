import type { PartOfSpeech, TermStatus } from '../../model/term.ts'

const STATUS = new Map<string, TermStatus>(
  (
    [
      ['preferred', 'preferred 권장 우선 승인 approved recommended ok yes 사용 preferredterm-admn-sts'],
      ['admitted', 'admitted 허용 allowed acceptable accepted admittedterm-admn-sts'],
      ['deprecated', 'deprecated 비권장 지양 obsolete notrecommended superseded deprecatedterm-admn-sts'],
      ['forbidden', 'forbidden 금지 donotuse prohibited rejected 사용금지 no'],
    ] as const
  ).flatMap(([status, words]) => words.split(' ').map((word) => [word, status] as const)),
)
const PARTS = new Map<string, PartOfSpeech>(
  (
    [
      ['noun', 'noun n 명사 보통명사 common'],
      ['name', 'name propernoun proper 고유명사 고유 pn 인명 지명'],
      ['verb', 'verb v 동사'],
      ['adjective', 'adjective adj 형용사'],
      ['other', 'other adverb adv 부사 기타 phrase 구'],
    ] as const
  ).flatMap(([part, words]) => words.split(' ').map((word) => [word, part] as const)),
)

const folded = (text: string): string => text.normalize('NFC').toLowerCase().replace(/[\s_]/gu, '')

/** What memoQ says of a term in one cell (CasePermissive;HalfPrefix;Forbidden): of all that only one thing is a status. */
const TERM_INFO = /^(?:case\w+|\w*prefix|exact|fuzzy|custom|forbidden)(?:[;,|\s]+\w+)*$/iu
const ofTermInfo = (cell: string): TermStatus | null =>
  TERM_INFO.test(cell.trim()) ? (/\bforbidden\b/iu.test(cell) ? 'forbidden' : 'preferred') : null

/** The status a word says, in English or Korean; null for none that is known. */
export const readStatus = (cell: string): TermStatus | null => STATUS.get(folded(cell)) ?? ofTermInfo(cell)
export const readPartOfSpeech = (cell: string): PartOfSpeech | null => PARTS.get(folded(cell)) ?? null

/** ISO 8601 in UTC of a date or time as tables have it (2025-03-01, 2025.3.1, ISO); empty for anything else. */
export const readDate = (cell: string): string => {
  const found =
    /^(\d{4})[-./]\s?(\d{1,2})[-./]\s?(\d{1,2})\.?(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(?:Z|([+-]\d{2}):?(\d{2}))?)?$/u.exec(
      cell.trim(),
    )
  if (!found) return ''
  const [
    ,
    year,
    month,
    day,
    hour = '0',
    minute = '0',
    second = '0',
    fraction = '0',
    zone = '0',
    zoneMinute = '0',
  ] = found
  const at = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour) - Number(zone),
    Number(minute) - Math.sign(Number(zone) || 1) * Number(zoneMinute),
    Number(second),
    Number(fraction.padEnd(3, '0')),
  )
  const date = new Date(at)
  return date.getUTCMonth() === Number(month) - 1 || hour !== '0' ? date.toISOString() : ''
}

const VARIANT_SIGNS = [/[;|]/u, /[,，、]/u] as const

/** Cut at the signs that are not behind a `\`. */
const cutAt = (cell: string, isSign: (at: number) => boolean): string[] => {
  const parts: string[] = ['']
  for (let at = 0; at < cell.length; at++) {
    const sign = cell.charAt(at)
    if (sign === '\\' && at + 1 < cell.length) parts.push((parts.pop() ?? '') + sign + cell.charAt(++at))
    else if (isSign(at)) parts.push('')
    else parts.push((parts.pop() ?? '') + sign)
  }
  return parts
}

/**
 * Variants in one cell: `;` or `|` between them, and `\` before a sign that belongs to a variant. Where there is neither,
 * commas part them (新能源车, NEV), but for those inside of a number (1,000).
 */
export const readVariants = (cell: string): string[] => {
  const byBar = cutAt(cell, (at) => VARIANT_SIGNS[0].test(cell.charAt(at)))
  const parts =
    byBar.length > 1
      ? byBar
      : cutAt(
          cell,
          (at) =>
            VARIANT_SIGNS[1].test(cell.charAt(at)) &&
            !(/\d/u.test(cell.charAt(at - 1)) && /\d/u.test(cell.charAt(at + 1))),
        )
  return parts.map((part) => part.replace(/\\(.)/gsu, '$1').trim()).filter((part) => part !== '')
}

export const writeVariants = (variants: readonly string[]): string =>
  variants.map((variant) => variant.replace(/[\\;|,，、]/gu, (sign) => `\\${sign}`)).join('; ')

/** What a spreadsheet would take for a formula, and what would be taken for a cell that was defused. */
const DANGEROUS = /^['=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u

/** An apostrophe before what a spreadsheet would run, and before an apostrophe, so that one is always to be taken off. */
export const defused = (cell: string): string => (DANGEROUS.test(cell) ? `'${cell}` : cell)

/** Takes off the apostrophe that `defused` puts; others stay (’90s, 'quoted'). */
export const undefused = (cell: string): string =>
  cell.startsWith("'") && DANGEROUS.test(cell.slice(1)) ? cell.slice(1) : cell
