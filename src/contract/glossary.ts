import { z } from 'zod'
import type { NoticeCode } from '#core/formats/glossary.ts'
import type { Term, TermContent, TermStatus } from '#core/model/term.ts'
import { command, id, ids, job, name, nothing, query, words } from './define.ts'
import { fileRef, type ExportedFile } from './exchange.ts'
import { GLOSSARY_FORMATS, TERM_COLUMNS } from './formats.ts'
import type { ErrorShape } from './error.ts'

export interface Glossary {
  id: number
  name: string
  note: string
  terms: number
  /** Its terms cannot be changed until it is made writable. */
  readOnly: boolean
  /** Attached to projects that are made from now on. */
  forNewProjects: boolean
  createdAt: string
  /** When it was put in the trash; null for one in use. */
  removedAt: string | null
}

/** A glossary as attached to a project; the list is in the order of priority, the weightiest first. */
export interface AttachedGlossary extends Glossary {
  attached: boolean
}

export { GLOSSARY_FORMATS, TERM_COLUMNS, type GlossaryFormat, type TermColumn } from './formats.ts'

export const tableLayout = z.strictObject({
  /** By column, from the left. None: read from the header and the cells, as for another delimiter or sheet. */
  columns: z.array(z.enum(TERM_COLUMNS)).max(200),
  /** Whether the first row names the columns. */
  header: z.boolean(),
  /** One character; only for text. */
  delimiter: z.string().length(1).optional(),
  sheet: z.string().max(200).optional(),
})
export type TableLayout = z.infer<typeof tableLayout>

const source = {
  from: fileRef,
  /** Left out: found out from name and bytes. */
  format: z.enum([...GLOSSARY_FORMATS, 'tbx-dct']).optional(),
  encoding: z.string().max(40).optional(),
  /** For tables; left out: read from the header and the cells. */
  table: tableLayout.optional(),
}

/** What was left out or read otherwise than it stands, with the place it stands at. */
export interface GlossaryNotice {
  code: NoticeCode
  line: number | null
  column: number | null
  detail: string
}

export interface GlossaryPreview {
  name: string
  format: string
  encoding: string
  bytes: number
  entries: number
  /** For tables: how it is read, and the first rows as they stand. */
  table: (TableLayout & { sheets: string[]; rows: string[][] }) | null
  sample: TermContent[]
  notices: GlossaryNotice[]
  /** Of `notices` only the first hundred are carried. */
  noticeCount: number
  error: ErrorShape | null
}

export interface ImportReport {
  batch: number
  glossaryId: number
  read: number
  added: number
  merged: number
  /** Said nothing new. */
  same: number
  skipped: number
  notices: GlossaryNotice[]
  noticeCount: number
}

export interface Candidate {
  source: string
  /** A translation the text itself gives (국내총생산(GDP)), or one guessed from it; empty where there is none. */
  target: string
  variants: string[]
  /** Why it is offered. */
  kind: 'paired' | 'hanja' | 'quoted' | 'name' | 'repeated'
  /** How often it stands in the texts, and in how many paragraphs. */
  count: number
  paragraphs: number
  /** 0–100, for the order only. */
  score: number
  /** The first places, with the sentence around: `start` and `end` are code units of `text`. */
  contexts: {
    articleId: number
    paragraphId: number
    number: number
    text: string
    start: number
    end: number
  }[]
}

export const glossaryContract = {
  /** Those in use, in the order they were made; `removed`: those in the trash, the last one removed first. */
  'glossary.list': query<Glossary[]>()(z.strictObject({ removed: z.boolean().default(false) })),
  'glossary.add': command<Glossary>()(z.strictObject({ name, note: words(5000).default('') })),
  'glossary.update': command<Glossary>()(
    z.strictObject({
      id,
      name: name.optional(),
      note: words(5000).optional(),
      readOnly: z.boolean().optional(),
      forNewProjects: z.boolean().optional(),
    }),
  ),
  /**
   * Puts it in the trash: out of every list and project, until `glossary.restore` brings it back as it was or
   * `trash.empty` deletes it.
   */
  'glossary.remove': command<null>()(z.strictObject({ id })),
  'glossary.restore': command<Glossary>()(z.strictObject({ id })),
  /** All glossaries as they stand to a project: attached ones first, by priority. */
  'glossary.attached': query<AttachedGlossary[]>()(z.strictObject({ projectId: id })),
  /** Says which glossaries a project uses, the weightiest first; others are detached. */
  'glossary.attach': command<AttachedGlossary[]>()(
    z.strictObject({ projectId: id, glossaryIds: z.array(id).max(1000) }),
  ),
  /** Brings in the starter glossary that ships with Naranhi, or brings it up to date. */
  'glossary.addStarter': command<Glossary>()(nothing),

  'glossary.preview': query<GlossaryPreview>()(z.strictObject(source)),
  /**
   * Lands whole or not at all. `existing` says what is done with an entry whose source and target are there:
   * `merge` takes over what the file says and the term leaves open, `overwrite` all the file says, `skip` nothing.
   */
  'glossary.import': job<ImportReport>()(
    z.strictObject({
      ...source,
      into: z.union([id, name]),
      existing: z.enum(['merge', 'overwrite', 'skip']).default('merge'),
    }),
  ),
  'glossary.export': job<{ files: ExportedFile[]; terms: number; notices: GlossaryNotice[] }>()(
    z.strictObject({
      /** One file of all of them. */
      glossaryIds: ids,
      format: z.enum(GLOSSARY_FORMATS),
      /** Puts an apostrophe before cells a spreadsheet would take for a formula; taken off again on reading. */
      defuse: z.boolean().default(true),
      to: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('path'), path: z.string().min(1).max(4096) }),
        z.strictObject({ kind: z.literal('download') }),
      ]),
    }),
  ),
  /** Candidates for new terms, the best first; what the project's glossaries have is left out. */
  'glossary.harvest': job<Candidate[]>()(
    z.strictObject({
      articleIds: ids.optional(),
      projectId: id.optional(),
      limit: z.int().min(1).max(5000).default(500),
    }),
  ),
}

export type { Term, TermStatus }
