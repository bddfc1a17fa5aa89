import type { ParsedInputOf } from '#contract/index.ts'
import type { Analysis, ArticleAnalysis } from '#contract/pretranslate.ts'
import {
  addCount,
  bandOf,
  countSource,
  noBands,
  noCount,
  type Band,
  type BestMatch,
} from '#core/memory/bands.ts'
import { sourceSignature } from '#core/memory/signature.ts'
import type { JobContext } from '../context.ts'
import { articlesInScope, type ArticleInScope } from '../db/fill.ts'
import { indexReady } from '../index/ready.ts'
import { listParagraphs, type StoredParagraph } from '../db/paragraph.ts'

/** Counts one paragraph after the other into their bands. */
export interface Analyser {
  startArticle(id: number, title: string): void
  add(source: string, best: BestMatch | null): Band
  addSentences(found: { known: number; total: number }): void
  readonly analysis: Analysis
}

export const createAnalyser = (floor: number): Analyser => {
  const analysis: Analysis = {
    articles: [],
    bands: noBands(),
    total: noCount(),
    sentences: { known: 0, total: 0 },
    floor,
  }
  const seen = new Set<string>()
  let article: ArticleAnalysis | null = null
  return {
    startArticle(articleId, title) {
      article = { articleId, title, bands: noBands(), total: noCount() }
      analysis.articles.push(article)
    },
    add(source, best) {
      const signature = sourceSignature(source)
      const band = bandOf(best, seen.has(signature))
      seen.add(signature)
      const count = countSource(source)
      for (const each of [article, analysis]) {
        if (!each) continue
        addCount(each.bands[band], count)
        addCount(each.total, count)
      }
      return band
    },
    addSentences({ known, total }) {
      analysis.sentences.known += known
      analysis.sentences.total += total
    },
    analysis,
  }
}

async function* paragraphsOf(
  articles: readonly ArticleInScope[],
  { db, report, rest, session, signal }: JobContext,
  startArticle: (id: number, title: string) => void,
): AsyncGenerator<StoredParagraph> {
  // What is only found later would be counted as not known.
  await indexReady(session.room().index, signal)
  await rest()
  const total = articles.reduce((sum, { paragraphs }) => sum + paragraphs, 0)
  let done = 0
  for (const { id, title } of articles) {
    startArticle(id, title)
    for (const paragraph of listParagraphs(db, id)) {
      report(done++, total, title)
      yield paragraph
      await rest()
    }
  }
}

/**
 * Every paragraph of the articles, each article as it stands when its turn comes, with how far the work is. Throws
 * `bad-input` and `not-found` at once.
 */
export const paragraphsInScope = (
  scope: Pick<ParsedInputOf<'memory.analyse'>, 'articleIds' | 'projectId'>,
  context: JobContext,
  startArticle: (id: number, title: string) => void,
): AsyncGenerator<StoredParagraph> => paragraphsOf(articlesInScope(context.db, scope), context, startArticle)

export const runAnalysis = async (
  { floor, ...scope }: ParsedInputOf<'memory.analyse'>,
  context: JobContext,
): Promise<Analysis> => {
  const { memory } = context.session.room()
  const analyser = createAnalyser(floor)
  for await (const { id, source } of paragraphsInScope(scope, context, analyser.startArticle)) {
    const band = analyser.add(source, await memory.bestForParagraph(id, floor))
    if (band === 'under' || band === 'none')
      analyser.addSentences(await memory.sentencesKnown(source, floor, id))
  }
  return analyser.analysis
}
