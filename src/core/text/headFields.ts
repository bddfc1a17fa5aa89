import { DATE_DAY, isoDate } from './headPatterns.ts'

export interface HeadFields {
  title: string
  outlet: string
  byline: string
  dateline: string
}
export type PartialHead = Partial<HeadFields>

/** A piece taken out of the text: UTF-16 offsets into what came in, and what it was taken for. */
export interface RemovedPiece {
  start: number
  end: number
  as: 'title' | 'outlet' | 'byline' | 'dateline' | 'mail' | 'front-matter'
}

/** A head while it is being recognised. */
export class Recognition {
  readonly head: HeadFields = { title: '', outlet: '', byline: '', dateline: '' }
  readonly removed: RemovedPiece[] = []

  take(fields: PartialHead): void {
    for (const key of ['title', 'outlet', 'byline', 'dateline'] as const) {
      const value = fields[key]?.trim() ?? ''
      if (value === '' || this.head[key] === value) continue
      if (this.head[key] === '') this.head[key] = value
      else if (key === 'byline') this.head.byline += `, ${value}`
    }
  }

  remove(start: number, end: number, as: RemovedPiece['as']): void {
    if (end > start) this.removed.push({ start, end, as })
  }
}

const LABELS: Readonly<Record<string, keyof HeadFields>> = {
  title: 'title',
  제목: 'title',
  outlet: 'outlet',
  source: 'outlet',
  publisher: 'outlet',
  언론사: 'outlet',
  매체: 'outlet',
  출처: 'outlet',
  author: 'byline',
  byline: 'byline',
  기자: 'byline',
  글쓴이: 'byline',
  date: 'dateline',
  dateline: 'dateline',
  날짜: 'dateline',
  일자: 'dateline',
}

/** What a `label: value` line says, if the label is one of a head's. */
export function labelled(label: string, value: string): PartialHead {
  const name = label.toLowerCase()
  const key = Object.hasOwn(LABELS, name) ? LABELS[name] : undefined
  // An address is no outlet; it stays where it is and is not lost.
  if (key === undefined || /^https?:/.test(value)) return {}
  return { [key]: key === 'dateline' ? isoDate(value) : value }
}

function unquote(value: string): string {
  const trimmed = value.trim()
  return /^(["']).*\1$/.test(trimmed) && trimmed.length > 1 ? trimmed.slice(1, -1) : trimmed
}

/** Front matter at the start of a text: what of it is the head, the lines that are not, and where it ends. */
export function readFrontMatter(text: string): { head: HeadFields; rest: string[]; end: number } {
  const found = new Recognition()
  const block = /^\uFEFF?---[ \t]*\n([\s\S]{0,8000}?)\n---[ \t]*(?:\n|$)/.exec(text)
  const lines = (block?.[1] ?? '').split('\n')
  // Anything but `key: value` lines between the two rules, and they are rules around prose.
  const isData = /^(?:[\p{L}_][\p{L}\p{N}_ -]{0,40}:(?:\s.*)?|\s*|\s+.*|- .*|#.*)$/u
  if (block === null || !lines.every((line) => isData.test(line)))
    return { head: found.head, rest: [], end: 0 }
  for (const line of lines) {
    const pair = /^([\p{L}_][\p{L}\p{N}_-]*)\s*:\s+(.*)$/u.exec(line)
    if (pair !== null) found.take(labelled(pair[1] ?? '', unquote(pair[2] ?? '')))
  }
  return { head: found.head, rest: unsaidLines(lines.join('\n'), found.head), end: block[0].length }
}

/** Lines of removed pieces that say more than the fields of the head do, as a place, an hour, an address. */
export function unsaidLines(pieces: string, head: HeadFields): string[] {
  const values = Object.values(head)
    .filter((value) => value !== '')
    .flatMap((value) => value.split(', '))
  const date = new RegExp(DATE_DAY, 'g')
  return pieces
    .split('\n')
    .filter((line) => {
      let rest = line.replace(/^\s*([\p{L}_]+)\s*[:：]\s/u, (all, label: string) =>
        Object.hasOwn(LABELS, label.toLowerCase()) ? '' : all,
      )
      for (const value of values) rest = rest.replaceAll(value, ' ')
      rest = rest.replace(date, (all) => (isoDate(all) === head.dateline ? ' ' : all))
      return /[\p{L}\p{N}]/u.test(rest)
    })
    .map((line) => line.trim())
}
