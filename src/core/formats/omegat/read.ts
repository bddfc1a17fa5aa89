import type { GlossaryEntry, GlossaryNotice, NoticeCode } from '../glossary.ts'
import { readComment } from './comment.ts'
import { trimmed } from './line.ts'

/**
 * An OmegaT glossary: source, target and comment by tabs, `#` before a line of comment. Takes any text; what is no
 * entry is said in `notices` with its line (`too-few-fields`, `no-source`, `no-target`, `extra-fields`).
 */
export function readOmegat(
  text: string,
  _fileName: string,
): { entries: GlossaryEntry[]; notices: GlossaryNotice[] } {
  const entries: GlossaryEntry[] = []
  const notices: GlossaryNotice[] = []
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  lines.forEach((content, index) => {
    if (content.startsWith('#') || trimmed(content) === '') return
    const line = index + 1
    const notice = (code: NoticeCode, column: number, detail: string): void => {
      notices.push({ code, line, column, detail })
    }
    const fields = content.split('\t')
    const [source = '', target = '', comment = ''] = fields.map(trimmed)
    if (fields.length < 2) return notice('too-few-fields', 1, source)
    const secondColumn = (fields[0] ?? '').length + 2
    if (!source) return notice('no-source', 1, target)
    if (!target) return notice('no-target', secondColumn, source)
    if (fields.length > 3 && fields.slice(3).some(trimmed))
      notice(
        'extra-fields',
        fields.slice(0, 3).join('\t').length + 2,
        fields.slice(3).map(trimmed).join(', '),
      )
    entries.push({ source, target, ...readComment(comment), createdAt: '', updatedAt: '', line, column: 1 })
  })
  return { entries, notices }
}
