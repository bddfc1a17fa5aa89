import {
  type HeadFields,
  labelled,
  type PartialHead,
  readFrontMatter,
  Recognition,
  type RemovedPiece,
} from './headFields.ts'
import {
  DATE_LABEL,
  DATE_TIME,
  isoDate,
  isOutletName,
  MAIL,
  OUTLET_WORD,
  outletIn,
  PIPE,
  PLACE,
  readBracket,
  REPORTER,
} from './headPatterns.ts'

export type { HeadFields, RemovedPiece } from './headFields.ts'

export interface RecognisedHead {
  head: HeadFields
  /** The text without the removed pieces, and nothing else changed. */
  body: string
  /** In order, not overlapping. */
  removed: RemovedPiece[]
}

export interface HeadOptions {
  /** Whether a first short line without a full stop is the title. Markdown says so itself and turns this off. */
  titleLine?: boolean
}

const MAX_TITLE = 90
const MAX_HEAD_LINES = 16

/**
 * Recognises the head of a Korean news article: `[더지엠뉴스]`, `더지엠뉴스 구태경 기자 |`,
 * `(서울=연합뉴스) 홍길동 기자 =`, `【베이징=신화】`, date and reporter lines, a title line, `# Title`, front matter.
 *
 * Conservative: what is not surely a head stays in the body, and a text that would be left empty stays
 * whole. `dateline` is an ISO date, empty where the text names no year.
 */
export function recogniseHead(text: string, options: HeadOptions = {}): RecognisedHead {
  const found = new Recognition()
  const front = readFrontMatter(text)
  found.take(front.head)
  found.remove(0, front.end, 'front-matter')
  let cursor = readTopLines(text, front.end, found, options.titleLine ?? true)
  cursor = readPrefixes(text, cursor, text.length, found)
  readEnd(text, cursor, found)
  const body = without(text, found.removed)
  if (body.trim() === '') {
    return { head: { title: '', outlet: '', byline: '', dateline: '' }, body: text, removed: [] }
  }
  return { head: found.head, body, removed: found.removed.sort((one, other) => one.start - other.start) }
}

function without(text: string, removed: readonly RemovedPiece[]): string {
  let body = ''
  let from = 0
  for (const piece of [...removed].sort((one, other) => one.start - other.start)) {
    body += text.slice(from, piece.start)
    from = piece.end
  }
  return body + text.slice(from)
}

/** Reads whole lines of the head; returns where the body, or a prefix before it on its line, begins. */
function readTopLines(text: string, from: number, found: Recognition, titleLine: boolean): number {
  let cursor = from
  for (let count = 0; count < MAX_HEAD_LINES; count++) {
    const start = skipBlank(text, cursor)
    const newline = text.indexOf('\n', start)
    // The last line is body: a head without a body is none.
    if (newline === -1) return cursor
    const end = newline
    const next = skipBlank(text, end)
    const line = text.slice(start, end)
    if (line.length > 200) return cursor
    const heading = /^#\s+(.+?)\s*#*\s*$/.exec(line)?.[1]
    const label =
      /^\s*(제목|언론사|매체|출처|기자|글쓴이|날짜|일자|Title|Source|Outlet|Author|Byline|Date)\s*[:：]\s*(\S.*)$/.exec(
        line,
      )
    const fields = label === null ? {} : labelled(label[1] ?? '', label[2] ?? '')
    const meta = readMetaLine(line)
    if (heading !== undefined && (found.head.title === '' || found.head.title === heading)) {
      found.take({ title: heading })
      found.remove(cursor, next, 'title')
    } else if (Object.values(fields).some((value) => value !== '')) {
      found.take(fields)
      found.remove(cursor, next, 'title' in fields ? 'title' : pieceKind(fields))
    } else if (meta !== null) {
      found.take(meta.fields)
      found.remove(cursor, next, meta.as)
    } else {
      if (!titleLine || found.head.title !== '') return cursor
      const prefixed = new Recognition()
      const titleStart = readPrefixes(text, start, end, prefixed)
      const title = text.slice(titleStart, end).trim()
      if (!looksLikeTitle(title) || !hasSentence(text, end)) return cursor
      found.remove(cursor, start, 'title')
      found.take(prefixed.head)
      for (const piece of prefixed.removed) found.remove(piece.start, piece.end, piece.as)
      found.take({ title })
      found.remove(titleStart, next, 'title')
    }
    cursor = next
  }
  return cursor
}

const pieceKind = (fields: PartialHead): RemovedPiece['as'] =>
  fields.byline ? 'byline' : fields.outlet ? 'outlet' : 'dateline'

function skipBlank(text: string, from: number): number {
  let index = from
  while (index < text.length && /\s/.test(text.charAt(index))) index++
  return index
}

function looksLikeTitle(line: string): boolean {
  if (line === '' || line.length > MAX_TITLE) return false
  if (/[.。…:：,，;]["”’'」』)\]]*$/.test(line) && !/…["”’']*$/.test(line)) return false
  return !/^(?:[-*•·▶■◆○●#>|]|\d{1,2}[.)]\s|\||```)/.test(line) && /\p{L}/u.test(line)
}

/** A sentence with its full stop somewhere in the next few thousand code units: there is a body to head. */
const hasSentence = (text: string, from: number): boolean =>
  /\p{L}[.!?。]["”’'」』)\]]*(?:\s|$)|다\./u.test(text.slice(from, from + 4000))

const META_PARTS: readonly {
  pattern: RegExp
  as: RemovedPiece['as']
  read(match: RegExpExecArray): PartialHead | null
}[] = [
  {
    pattern: new RegExp(`(?:${DATE_LABEL}\\s?)?${DATE_TIME}`, 'y'),
    as: 'dateline',
    read: ([all]) => (isoDate(all) === '' ? null : { dateline: isoDate(all) }),
  },
  { pattern: new RegExp(MAIL, 'y'), as: 'mail', read: () => ({}) },
  { pattern: new RegExp(REPORTER, 'y'), as: 'byline', read: ([byline]) => ({ byline }) },
  {
    pattern: /[[【〔［(<]([^[\]【】〔〕［］()<>\n]{2,50})[\]】〕］)>]/y,
    as: 'outlet',
    read: ([, inner = '']) => readBracket(inner),
  },
  {
    pattern: /[가-힣A-Za-z0-9]{2,15}(?![가-힣A-Za-z0-9])/y,
    as: 'outlet',
    read: ([outlet]) => (isOutletName(outlet) ? { outlet } : null),
  },
  { pattern: new RegExp(`(${PLACE})\\s?=\\s?(?=${REPORTER})`, 'y'), as: 'byline', read: () => ({}) },
]

/** A line of nothing but outlet, reporter, mail and dates, in any order; null where it holds anything else. */
function readMetaLine(line: string): { fields: PartialHead; as: RemovedPiece['as'] } | null {
  const found = new Recognition()
  let as: RemovedPiece['as'] | null = null
  let index = 0
  const separators = /[\s|｜│ㅣ/·ㆍ,=:;-]*/y
  for (;;) {
    separators.lastIndex = index
    index += separators.exec(line)?.[0].length ?? 0
    if (index >= line.length) break
    let matched = false
    for (const part of META_PARTS) {
      part.pattern.lastIndex = index
      const match = part.pattern.exec(line)
      const fields = match === null ? null : part.read(match)
      if (match === null || fields === null) continue
      found.take(fields)
      as ??= part.as
      index += match[0].length
      matched = true
      break
    }
    if (!matched) return null
  }
  return as === null ? null : { fields: found.head, as }
}

const PREFIXES: readonly {
  pattern: RegExp
  as: RemovedPiece['as']
  read(match: RegExpExecArray): PartialHead | null
}[] = [
  // [더지엠뉴스], 【베이징=신화】, [아시아경제 홍길동 기자]
  {
    pattern: /\s*[[【〔［]([^[\]【】〔〕［］\n]{2,50})[\]】〕］]\s*/y,
    as: 'outlet',
    read: ([, inner = '']) => readBracket(inner),
  },
  // (서울=연합뉴스) 홍길동 기자 =
  {
    pattern: new RegExp(`\\s*\\(${PLACE}\\s?=\\s?(${OUTLET_WORD})\\)\\s*(?:(${REPORTER})\\s*=\\s*)?`, 'y'),
    as: 'outlet',
    read: ([, outlet = '', byline]) =>
      byline !== undefined
        ? { outlet, byline }
        : isOutletName(outlet.split(/\s/)[0] ?? '')
          ? { outlet }
          : null,
  },
  // 구태경 기자 |, 베이징=홍길동 특파원 =
  {
    pattern: new RegExp(
      `\\s*(?:(${PLACE})\\s?=\\s?)?(${REPORTER})(?:\\s?\\(?${MAIL}\\)?)?\\s*(?:${PIPE}|=)\\s*`,
      'y',
    ),
    as: 'byline',
    read: ([, place = '', byline = '']) => ({ outlet: outletIn(place), byline }),
  },
  // 더지엠뉴스 구태경 기자 |
  {
    pattern: new RegExp(
      `\\s*(${OUTLET_WORD}?)\\s*[=/\\s]\\s*(${REPORTER})(?:\\s?\\(?${MAIL}\\)?)?\\s*(?:${PIPE}|=)\\s*`,
      'y',
    ),
    as: 'byline',
    read: ([, outlet = '', byline = '']) => ({ outlet, byline }),
  },
  // 더지엠뉴스 |
  {
    pattern: new RegExp(`\\s*([가-힣A-Za-z0-9]{2,15})\\s*${PIPE}\\s*`, 'y'),
    as: 'outlet',
    read: ([, outlet = '']) => (isOutletName(outlet) ? { outlet } : null),
  },
]

/** Takes what stands before the first words of the body on its own line; returns where they begin. */
function readPrefixes(text: string, from: number, end: number, found: Recognition): number {
  let cursor = from
  for (let count = 0; count < 3; count++) {
    const before = cursor
    for (const { pattern, as, read } of PREFIXES) {
      pattern.lastIndex = cursor
      const match = pattern.exec(text)
      const fields = match === null ? null : read(match)
      if (match === null || fields === null || cursor + match[0].length > end) continue
      // The last of a text is never taken for its head.
      if (text.slice(cursor + match[0].length, end).trim() === '') continue
      found.take(fields)
      found.remove(cursor, cursor + match[0].length, as)
      cursor += match[0].length
      break
    }
    if (cursor === before) break
  }
  return cursor
}

/** Reporter, mail and date lines below the text, and a reporter's mail behind its last sentence. */
function readEnd(text: string, bodyStart: number, found: Recognition): void {
  let end = text.length
  for (let count = 0; count < 4; count++) {
    const trimmed = text.slice(Math.max(bodyStart, end - 400), end).trimEnd()
    const newline = trimmed.lastIndexOf('\n')
    if (newline === -1) break
    const line = trimmed.slice(newline + 1)
    const lineEnd = Math.max(bodyStart, end - 400) + trimmed.length
    const lineStart = lineEnd - line.length
    const meta = readMetaLine(line)
    // An outlet's name alone may well be the last words of a list.
    if (meta === null || meta.as === 'outlet' || text.slice(bodyStart, lineStart).trim() === '') break
    found.take(meta.fields)
    found.remove(lineStart, end, meta.as)
    end = lineStart
  }
  const tail = text.slice(Math.max(bodyStart, end - 200), end)
  const pattern = new RegExp(
    `(?<=[.!?。]["”’'」』)\\]]{0,3})\\s*[/\\[(]?\\s*(?:(?:${PLACE}\\s?=\\s?)?(${REPORTER})\\s*[=/]?\\s*)?(${MAIL})\\s*[\\])]?\\s*$`,
  )
  const match = pattern.exec(tail)
  if (match === null) return
  found.take({ byline: match[1] ?? '' })
  found.remove(end - match[0].length, end, match[1] === undefined ? 'mail' : 'byline')
}

const MAX_WORKING_TITLE = 40

/**
 * A name for an article without a title: its first words, at most 40 code units, cut between 어절
 * with `…`. Empty for an empty text.
 */
export function workingTitle(body: string): string {
  const start = skipBlank(body, 0)
  const words = (body.slice(start, start + 400).split('\n')[0] ?? '').trim().split(/\s+/)
  const whole = words.join(' ')
  if (whole.length <= MAX_WORKING_TITLE) return whole
  let title = ''
  for (const word of words) {
    const longer = title === '' ? word : `${title} ${word}`
    if (longer.length > MAX_WORKING_TITLE - 1) break
    title = longer
  }
  if (title === '') title = whole.slice(0, MAX_WORKING_TITLE - 1).replace(/[\uD800-\uDBFF]$/, '')
  return `${title.replace(/[,，·]$/, '')}…`
}
