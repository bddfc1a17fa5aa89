import type { TermColumn } from './layout.ts'

/** Words of headers, folded, by what they say of the column. */
const HEADERS: readonly (readonly [TermColumn, string])[] = [
  [
    'source',
    'korean ko kor kokr kr 한국어 국문 한글 원어 원문 용어 표제어 용어명 source sourceterm srcterm src term 소스 원용어 korean(ko)',
  ],
  [
    'target',
    'english en eng enus engb 영어 영문 번역 번역어 대역어 대역 역어 영어명 영문명 translation target targetterm tgtterm tgt 타깃 타겟 해당영어',
  ],
  [
    'variants',
    'variants variant synonyms synonym aliases 이형 변형 동의어 유의어 이표기 다른표기 약어 한자 hanja abbreviation abbreviations',
  ],
  ['partOfSpeech', 'partofspeech pos 품사 wordclass'],
  ['status', 'status 상태 administrativestatus usage usagestatus termstatus'],
  ['domain', 'domain subject subjectfield field category 분야 주제 분류 영역 범주'],
  ['definition', 'definition meaning 정의 뜻 의미 뜻풀이 설명'],
  ['note', 'note notes comment comments remark remarks description context 비고 메모 주석 참고 코멘트 문맥'],
  ['url', 'url link sourceurl reference ref 링크 출처 주소 참조'],
  ['createdAt', 'created createdat creationdate createddate 작성일 등록일 만든날 생성일'],
  [
    'updatedAt',
    'changed updated updatedat modified lastmodified changedate modifieddate 수정일 바뀐날 변경일',
  ],
]

const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

const BY_WORD = new Map(
  HEADERS.flatMap(([column, words]) => words.split(' ').map((word) => [folded(word), column] as const)),
)

/** What a header cell says its column holds, or null. A code of a language in brackets counts: Term (ko). */
export const columnOfHeader = (cell: string): TermColumn | null => {
  const known = BY_WORD.get(folded(cell))
  if (known) return known
  const tag = /[([]\s*(ko|en)(?:[-_][a-z]{2,4})?\s*[)\]]/iu.exec(cell)?.[1]?.toLowerCase()
  if (tag) return tag === 'ko' ? 'source' : 'target'
  if (/^(?:ko|en)[-_][A-Za-z]{2,4}$/u.test(cell.trim()))
    return cell.trim().startsWith('ko') ? 'source' : 'target'
  return null
}

const share = (cells: readonly string[], test: RegExp): number => {
  const filled = cells.filter((cell) => cell.trim() !== '')
  if (filled.length === 0) return 0
  return filled.filter((cell) => test.test(cell)).length / filled.length
}

/** What the columns hold, by their cells alone: the first mostly of Hangul, the first mostly of Latin, then a note. */
export const guessColumns = (rows: readonly (readonly string[])[]): TermColumn[] => {
  const width = Math.max(0, ...rows.map((row) => row.length))
  const columns = Array.from({ length: width }, (): TermColumn => 'ignore')
  const cellsOf = (column: number) => rows.map((row) => row[column] ?? '')
  const source = columns.findIndex((_, column) => share(cellsOf(column), /\p{Script=Hangul}/u) > 0.5)
  if (source >= 0) columns[source] = 'source'
  const target = columns.findIndex(
    (_, column) =>
      column !== source &&
      share(cellsOf(column), /\p{Script=Latin}/u) > 0.5 &&
      share(cellsOf(column), /\p{Script=Hangul}/u) < 0.2 &&
      share(cellsOf(column), /^https?:/u) < 0.5,
  )
  if (target >= 0) columns[target] = 'target'
  const rest = columns.findIndex(
    (column, at) => column === 'ignore' && cellsOf(at).some((cell) => /\p{L}/u.test(cell)),
  )
  if (rest >= 0) columns[rest] = share(cellsOf(rest), /^https?:/u) > 0.5 ? 'url' : 'note'
  return columns
}

const HANGUL = /\p{Script=Hangul}/u
/** Fewer rows say too little of a column. */
const LEAST_ROWS = 2

/**
 * Whether the columns hold the languages the other way round: next to no Korean where the Korean should be, and Korean
 * where the English should be. Chinese characters count for neither.
 */
export const areSwapped = (pairs: readonly (readonly [source: string, target: string])[]): boolean => {
  const full = pairs.filter(([source, target]) => source.trim() !== '' && target.trim() !== '')
  if (full.length < LEAST_ROWS) return false
  const [sources, targets] = [full.map(([source]) => source), full.map(([, target]) => target)]
  return (
    share(sources, HANGUL) < 0.1 && share(sources, /\p{Script=Latin}/u) > 0.5 && share(targets, HANGUL) > 0.8
  )
}

/**
 * The columns of a table and whether its first row names them. It does when two of its cells are known words, or one and
 * none of the languages is guessed from that row. A column that is named twice is taken where it is named first.
 */
export const recogniseColumns = (
  rows: readonly (readonly string[])[],
): { columns: TermColumn[]; header: boolean; swapped: boolean } => {
  const named = namedColumns(rows[0] ?? [])
  const header =
    named.includes('source') && named.includes('target') ? true : named.filter(Boolean).length >= 2
  if (!header) return { columns: guessColumns(rows), header: false, swapped: false }
  const seen = new Set<TermColumn>()
  const columns = named.map((column): TermColumn => {
    // Spellings may stand in several columns.
    if (column === null || (seen.has(column) && column !== 'variants')) return 'ignore'
    seen.add(column)
    return column
  })
  const guessed = guessColumns(rows.slice(1))
  for (const wanted of ['source', 'target'] as const) {
    if (seen.has(wanted)) continue
    const at = guessed.indexOf(wanted)
    if (at >= 0 && columns[at] === 'ignore') columns[at] = wanted
  }
  const [source, target] = [columns.indexOf('source'), columns.indexOf('target')]
  const body = rows.slice(1).map((row) => [row[source] ?? '', row[target] ?? ''] as const)
  const swapped = source >= 0 && target >= 0 && areSwapped(body)
  // What the cells hold weighs more than what stands above them.
  if (swapped) [columns[source], columns[target]] = ['target', 'source']
  return { columns, header: true, swapped }
}

/** What a row names its columns. memoQ has one Term_Info for each language; that of the English is wanted. */
const namedColumns = (row: readonly string[]): (TermColumn | null)[] => {
  const named = row.map(columnOfHeader)
  const target = named.indexOf('target')
  const info = row.findIndex((cell, at) => at > target && folded(cell) === 'terminfo')
  if (target >= 0 && info >= 0 && !named.includes('status')) named[info] = 'status'
  return named
}
