import type { BilingualArticle } from '../bilingual.ts'
import { isUntranslated, untranslatedText } from '../labels.ts'
import { reporting, type WriteOptions } from '../progress.ts'
import { storable } from '../spans.ts'

/**
 * The translation alone as plain text for UTF-8 without BOM: one paragraph a line, an empty line between two,
 * LF, a newline at the end. A paragraph without a translation is there as `[untranslated: …]` with its
 * source. The title is not in it: what an article is called in Korean is no part of its English text.
 */
export function writeText(article: BilingualArticle, options: WriteOptions = {}): string {
  const lines: string[] = []
  for (const paragraph of reporting(article.paragraphs, options)) {
    const text = isUntranslated(paragraph) ? untranslatedText(paragraph.source) : paragraph.target
    lines.push(storable(text).replace(/[\r\n]+/g, ' '))
  }
  return lines.map((line) => `${line}\n`).join('\n')
}
