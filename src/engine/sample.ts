import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '#contract/error.ts'
import { ANNOTATION_KINDS } from '#core/model/annotation.ts'
import { makeAnchor } from '#core/model/anchor.ts'
import { PARAGRAPH_STATUSES } from '#core/model/article.ts'
import { TERM_STATUSES } from '#core/model/term.ts'
import { addAnnotation, addReply, getAnnotation, updateAnnotation } from './db/annotation.ts'
import { addArticle, keepPlace } from './db/article.ts'
import { inTransaction, type Writer } from './db/database.ts'
import { writtenMemory } from './db/memory.ts'
import type { OpenedWorkspace } from './db/open.ts'
import { addParagraph, type StoredParagraph } from './db/paragraph.ts'
import { addProject } from './db/project.ts'
import { keepConfirmed } from './db/save.ts'
import { readStarter, writeStarter } from './starter.ts'
import { readSettings, writeSettings } from './db/setting.ts'
import { value } from './db/statement.ts'
import { glossaryForNew, glossaryNamed } from './db/glossary.ts'
import { addTerm, EMPTY_CONTENT, findTwin } from './db/term.ts'
import type { EngineOptions } from './engine.ts'
import { readBytes } from './files/read.ts'

const head = z.object({
  title: z.string(),
  headline: z.string().default(''),
  outlet: z.string().default(''),
  byline: z.string().default(''),
  dateline: z.string().default(''),
  sourceUrl: z.string().default(''),
  note: z.string().default(''),
})

const sampleShape = z.object({
  project: z.object({ name: z.string().min(1) }),
  glossary: z.object({
    name: z.string().min(1),
    terms: z.array(
      z.object({
        source: z.string().min(1),
        target: z.string().min(1),
        status: z.enum(TERM_STATUSES).default('preferred'),
        domain: z.string().default(''),
        note: z.string().default(''),
      }),
    ),
  }),
  articles: z.array(
    z.object({
      head,
      paragraphs: z
        .array(
          z.object({
            source: z.string().min(1),
            target: z.string().default(''),
            status: z.enum(PARAGRAPH_STATUSES).default('untranslated'),
            locked: z.boolean().default(false),
          }),
        )
        .min(1),
      annotations: z
        .array(
          z.object({
            /** From 1. */
            paragraph: z.int().positive(),
            side: z.enum(['source', 'target']),
            quote: z.string().min(1),
            /** Which of several, from 1. */
            occurrence: z.int().positive().default(1),
            kind: z.enum(ANNOTATION_KINDS),
            body: z.string().default(''),
            resolved: z.boolean().default(false),
            replies: z.array(z.string()).default([]),
          }),
        )
        .default([]),
    }),
  ),
})
export type Sample = z.output<typeof sampleShape>
type SampleArticle = Sample['articles'][number]

/** Throws `file-not-found`, `file-unreadable`, `text-invalid`. */
export const readSample = async (resources: string): Promise<Sample> => {
  const path = join(resources, 'sample', 'project.json')
  const text = new TextDecoder().decode(await readBytes(path))
  try {
    return sampleShape.parse(JSON.parse(text))
  } catch (error) {
    throw new AppError('text-invalid', 'The sample project cannot be read.', {
      path,
      cause: error instanceof Error ? error.message.slice(0, 500) : '',
    })
  }
}

const indexOfNth = (text: string, quote: string, occurrence: number): number => {
  let at = -1
  for (let count = 0; count < occurrence; count++) {
    at = text.indexOf(quote, at + 1)
    if (at < 0) break
  }
  return at
}

const addAnnotations = (
  db: Writer,
  article: SampleArticle,
  articleId: number,
  paragraphs: readonly StoredParagraph[],
  at: string,
): void => {
  for (const annotation of article.annotations) {
    const paragraph = paragraphs[annotation.paragraph - 1]
    const text = paragraph?.[annotation.side] ?? ''
    const quote = annotation.quote.normalize('NFC')
    const start = indexOfNth(text, quote, annotation.occurrence)
    if (!paragraph || start < 0)
      throw new AppError('text-invalid', 'An annotation of the sample quotes what is not there.', { quote })
    const { side, kind, body } = annotation
    const anchor = makeAnchor(text, start, start + quote.length)
    const id = addAnnotation(db, { articleId, paragraphId: paragraph.id, side, anchor, kind, body }, at)
    for (const reply of annotation.replies) addReply(db, id, reply, at)
    if (annotation.resolved) updateAnnotation(db, id, { ...getAnnotation(db, id), resolved: true }, at)
  }
}

const addSampleArticle = (db: Writer, projectId: number, article: SampleArticle, at: string): number => {
  const articleId = addArticle(db, { projectId, head: article.head, at })
  const paragraphs = article.paragraphs.map((paragraph, position) =>
    addParagraph(db, { ...paragraph, articleId, position, origin: 'import' }, at),
  )
  // Neighbours are part of a unit, so all have to stand first.
  for (const paragraph of paragraphs) keepConfirmed(db, paragraph, at, 'sample')
  addAnnotations(db, article, articleId, paragraphs, at)
  const next = paragraphs.find(({ status, locked }) => status === 'untranslated' && !locked)
  if (next) keepPlace(db, articleId, next.id, 0)
  return articleId
}

export interface SampleIds {
  projectId: number
  articleIds: number[]
  /** The one that is half translated. */
  openArticleId: number
}

/** Writes the sample project; terms that are there already are left as they are. */
export const writeSample = (db: Writer, sample: Sample, at: string): SampleIds =>
  inTransaction(db, () => {
    const glossaryId = glossaryNamed(db, sample.glossary.name, at)
    const projectId = addProject(db, sample.project.name, at)
    for (const term of sample.glossary.terms) {
      const wanted = { ...EMPTY_CONTENT, ...term, glossaryId, origin: 'sample' }
      if (!findTwin(db, wanted)) addTerm(db, wanted, at)
    }
    const articleIds = sample.articles.map((article) => addSampleArticle(db, projectId, article, at))
    const half = sample.articles.findIndex(({ paragraphs }) => {
      const done = paragraphs.filter(({ target }) => target !== '').length
      return done > 0 && done < paragraphs.length
    })
    return { projectId, articleIds, openArticleId: articleIds[Math.max(0, half)] ?? 0 }
  })

/** A new workspace gets its memory, its glossary and, where it is wanted, the sample project. */
export const prepareNew = async (
  workspace: OpenedWorkspace,
  options: EngineOptions,
  clock: () => Date,
): Promise<void> => {
  const { db } = workspace
  const at = clock().toISOString()
  // What cannot be read is no reason not to start; `workspace.addSample` says what is wrong with it.
  const wanted = workspace.created && options.withSample !== false
  const sample = wanted ? await readSample(options.resources).catch(() => null) : null
  if (sample) {
    try {
      // The project's own glossary first: it weighs more than what ships with Naranhi.
      const { openArticleId } = writeSample(db, sample, at)
      const starter = await readStarter(options.resources).catch(() => null)
      if (starter) writeStarter(db, starter, at)
      if (readSettings(db).lastArticle === null) writeSettings(db, { lastArticle: openArticleId })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
    }
  }
  // Looked at first: an opening that has nothing to write must not wait for whoever is writing.
  const ready =
    value<number>(db, 'SELECT (SELECT count(*) FROM memory) * (SELECT count(*) FROM glossary)') ?? 0
  if (ready > 0) return
  inTransaction(db, () => {
    writtenMemory(db, at)
    glossaryForNew(db, undefined, at)
  })
}
