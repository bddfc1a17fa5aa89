import type { ArticleHead } from '../model/article.ts'
import type { DocumentLayout } from './bilingual.ts'

/** UTF-8 bytes of a file name with its extension: file systems allow 255, temporary names need some of them. */
export const MAX_FILE_NAME_BYTES = 200

const SUFFIX: Record<DocumentLayout, string> = { bilingual: 'ko-en', target: 'en' }

/** Names of devices on Windows, whatever follows their first dot. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$) *(?:\.|$)/i

/** What no name may hold: halves of surrogate pairs, controls, invisible marks, noncharacters and private characters. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]+/gu

/**
 * The name of a handed-over file: `우한시 산업 혁신 공동 실험실 ko-en.docx`, `… en.txt`. NFC; safe on Windows,
 * macOS and Linux; at most `MAX_FILE_NAME_BYTES`. Where it is in `taken` (compared without regard to case
 * and normalisation), the article's id is added, and then a count. An article without a title is `Article 7`.
 *
 * @param extension without or with its dot
 */
export function handOverFileName(
  head: Pick<ArticleHead, 'title'>,
  id: number,
  layout: DocumentLayout,
  extension: string,
  taken: Iterable<string> = [],
): string {
  const used = new Set([...taken].map(comparable))
  const dotted = extension.startsWith('.') ? extension : `.${extension}`
  const title = safeTitle(head.title) || `Article ${id}`
  for (let attempt = 0; ; attempt++) {
    const mark = attempt === 0 ? '' : attempt === 1 ? ` (${id})` : ` (${id}-${attempt})`
    const tail = `${mark} ${SUFFIX[layout]}${dotted}`
    const name = `${cutToBytes(title, MAX_FILE_NAME_BYTES - byteLength(tail)).replace(/[ .]+$/, '')}${tail}`
    if (!used.has(comparable(name))) return name
  }
}

/** Names for several files of one folder, no two of them the same. */
export function handOverFileNames(
  files: readonly {
    head: Pick<ArticleHead, 'title'>
    id: number
    layout: DocumentLayout
    extension: string
  }[],
  taken: Iterable<string> = [],
): string[] {
  const used = new Set(taken)
  return files.map(({ head, id, layout, extension }) => {
    const name = handOverFileName(head, id, layout, extension, used)
    used.add(name)
    return name
  })
}

function safeTitle(title: string): string {
  const name = title
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(UNPRINTABLE, '')
    .replace(/[<>"?*]+/g, ' ')
    .replace(/ *[/\\|:]+[ /\\|:]*/g, '-')
    .replace(/ +/g, ' ')
    // A leading dot hides a file, a leading hyphen or tilde means something to a shell.
    .replace(/^[ .~-]+|[ .-]+$/g, '')
  return RESERVED.test(name) ? `_${name}` : name
}

/** As macOS and Windows compare names: without case, in one normal form. */
function comparable(name: string): string {
  return name.normalize('NFC').toLowerCase().toUpperCase()
}

function byteLength(text: string): number {
  let bytes = 0
  for (const character of text) bytes += bytesOf(character)
  return bytes
}

function bytesOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

/** Cut between code points, and not between a letter and the marks that belong to it. */
function cutToBytes(text: string, limit: number): string {
  let kept = ''
  let bytes = 0
  for (const cluster of text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []) {
    bytes += byteLength(cluster)
    if (bytes > limit) break
    kept += cluster
  }
  return kept
}
