import { PARTS_OF_SPEECH, TERM_STATUSES, type TermContent } from '../../model/term.ts'
import { trimmed } from './line.ts'

/**
 * The third column: the note, and behind it in brackets what has no column of its own, as
 * `also used in Wuhan [status: forbidden; domain: 경제; variants: 武漢 | 우한시]`. Within the brackets `\` stands before
 * `[ ] ; |` and itself. A note that ends like such brackets is followed by empty ones, so that it stays a note.
 */
export type CommentContent = Pick<
  TermContent,
  'status' | 'partOfSpeech' | 'domain' | 'definition' | 'variants' | 'url' | 'note'
>

const FIELD = /^(status|part of speech|domain|definition|variants|url): (.+)$/su

const escape = (value: string): string => value.replace(/[[\];|\\]/g, '\\$&')
const unescape = (value: string): string => value.replace(/\\(.)/gsu, '$1')

/** Cut where the separator stands bare: a value has it only behind `\\`. */
const fieldsOf = (block: string): string[] => (block.match(/(?:\\.|[^\\;])+/gsu) ?? []).map(trimmed)
const variantsOf = (value: string): string[] =>
  (value.match(/(?:\\.|[^\\|])+/gsu) ?? []).map((variant) => unescape(trimmed(variant)))

export function writeComment(content: CommentContent): string {
  const fields = [
    ['status', content.status === 'preferred' ? '' : content.status],
    ['part of speech', content.partOfSpeech],
    ['domain', escape(content.domain)],
    ['definition', escape(content.definition)],
    ['variants', content.variants.map(escape).join(' | ')],
    ['url', escape(content.url)],
  ]
  const block = fields
    .filter(([, value]) => value)
    .map(([key, value]) => `${key}: ${value}`)
    .join('; ')
  if (!block) return readBlock(content.note) ? `${content.note} []` : content.note
  return content.note ? `${content.note} [${block}]` : `[${block}]`
}

export function readComment(comment: string): CommentContent {
  return (
    readBlock(comment) ?? {
      status: 'preferred',
      partOfSpeech: '',
      domain: '',
      definition: '',
      variants: [],
      url: '',
      note: comment,
    }
  )
}

/** Null where the comment has no brackets that could be from here: other people write brackets too. */
function readBlock(comment: string): CommentContent | null {
  // Within the brackets no bracket is bare, so the last bare one opens them.
  const opening = comment.lastIndexOf(' [')
  if (!comment.endsWith(']') || (opening < 0 && !comment.startsWith('['))) return null
  const block = comment.slice(opening + 2, -1)
  if (/[[\]\\]/.test(block.replace(/\\./gsu, ''))) return null
  const values = new Map<string, string>()
  for (const field of fieldsOf(block)) {
    const [, key, value] = FIELD.exec(field) ?? []
    if (!key || !value || values.has(key)) return null
    values.set(key, value)
  }
  const status = TERM_STATUSES.find((word) => word === (values.get('status') ?? 'preferred'))
  const partOfSpeech = PARTS_OF_SPEECH.find((word) => word === (values.get('part of speech') ?? ''))
  if (status === undefined || partOfSpeech === undefined) return null
  return {
    status,
    partOfSpeech,
    domain: unescape(values.get('domain') ?? ''),
    definition: unescape(values.get('definition') ?? ''),
    variants: variantsOf(values.get('variants') ?? ''),
    url: unescape(values.get('url') ?? ''),
    note: comment.slice(0, Math.max(0, opening)),
  }
}
