import type { Candidate } from '#contract/glossary.ts'
import type { ParsedInputOf } from '#contract/index.ts'
import { createHarvest } from '#core/term/harvest.ts'
import type { JobContext } from '../context.ts'
import { listArticles, requireArticles } from '../db/article.ts'
import { getProject } from '../db/project.ts'
import { termSourcesOfArticles, type TermSource } from '../db/termSource.ts'

/** Milliseconds of reading between two rests. */
const BREATH = 12
const PAGE = 50

/** Candidates for new terms, the best first; what the glossaries of the texts' project have is left out. */
export const runHarvest = async (
  { articleIds, projectId, limit }: ParsedInputOf<'glossary.harvest'>,
  { db, session, report, rest }: JobContext,
): Promise<Candidate[]> => {
  const { terms } = session.room()
  if (articleIds) requireArticles(db, articleIds)
  if (projectId !== undefined) getProject(db, projectId)
  const wanted = articleIds ?? listArticles(db, projectId, false).map(({ id }) => id)
  const scopes = new Set<number>()
  const known = (source: string): boolean => [...scopes].some((scope) => terms.has(source, scope))
  const harvest = createHarvest(known)
  const paragraphs = new Map<number, TermSource>()
  let since = performance.now()
  for (let from = 0; from < wanted.length; from += PAGE) {
    const page = termSourcesOfArticles(db, wanted.slice(from, from + PAGE))
    for (const paragraph of page) {
      scopes.add(paragraph.projectId)
      paragraphs.set(paragraph.id, paragraph)
      harvest.add({ id: paragraph.id, text: paragraph.source })
      if (performance.now() - since > BREATH) {
        report(from, wanted.length, paragraph.articleTitle)
        await rest()
        since = performance.now()
      }
    }
  }
  await rest()
  return harvest.candidates(limit).map((candidate) => ({
    ...candidate,
    contexts: candidate.contexts.flatMap((context) => {
      const paragraph = paragraphs.get(context.paragraphId)
      return paragraph ? [{ ...context, articleId: paragraph.articleId, number: paragraph.number }] : []
    }),
  }))
}
