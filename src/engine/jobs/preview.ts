import { AppError } from '#contract/error.ts'
import type { ArticlePreview, ImportItem, ImportPreview, ImportWarning } from '#contract/exchange.ts'
import type { ArticleDraft, DraftWarning } from '#core/formats/draft.ts'
import { countCharacters, countWords } from '#core/text/count.ts'
import { nameOfItem, readItem, type ReadTools } from './drafts.ts'

/** Paragraphs shown of an article, and code units of each. */
const SAMPLE = 12
const SAMPLE_LENGTH = 400
/** Articles of one item that are shown; a file of ten thousand lines would be a preview of megabytes. */
const SHOWN_ARTICLES = 10_000

const detailOf = (warning: DraftWarning): string => {
  if ('paragraph' in warning) return `${warning.paragraph} (${warning.length})`
  return 'count' in warning ? String(warning.count) : ''
}

const sampleOf = ({ paragraphs }: ArticleDraft): string[] =>
  paragraphs
    .slice(0, SAMPLE)
    .map(({ source }) =>
      source.length <= SAMPLE_LENGTH
        ? source
        : `${source.slice(0, SAMPLE_LENGTH).replace(/[\uD800-\uDBFF]$/, '')}…`,
    )

const previewOf = (draft: ArticleDraft, warnings: readonly ImportWarning[]): ArticlePreview => {
  const sum = (count: (text: string) => number) =>
    draft.paragraphs.reduce((total, { source }) => total + count(source), 0)
  return {
    head: draft.head,
    split: draft.split,
    paragraphs: draft.paragraphs.length,
    words: sum(countWords),
    characters: sum(countCharacters),
    sample: sampleOf(draft),
    warnings: [
      ...warnings,
      ...draft.warnings.map((warning) => ({ code: warning.code, detail: detailOf(warning) })),
    ],
  }
}

/** What `import.run` would make of an item. An item that cannot be read carries its error. */
export const previewItem = async (item: ImportItem, tools: ReadTools): Promise<ImportPreview> => {
  try {
    const { articles, warnings, name, encoding, newline, hadBom, bytes } = await readItem(item, tools)
    const previews: ArticlePreview[] = []
    for (const { draft } of articles.slice(0, SHOWN_ARTICLES)) {
      previews.push(previewOf(draft, previews.length === 0 ? warnings : []))
      if (previews.length % 50 === 0) await tools.rest()
    }
    return { name, encoding, newline, hadBom, bytes, articles: previews, error: null }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const empty = { encoding: '', newline: '', hadBom: false, bytes: 0, articles: [] }
    return { ...empty, name: nameOfItem(item), error: error.toShape() }
  }
}
