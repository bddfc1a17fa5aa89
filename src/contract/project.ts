import { z } from 'zod'
import type { Project } from '#core/model/article.ts'
import { command, id, name, nothing, query } from './define.ts'

export const projectContract = {
  'project.list': query<Project[]>()(z.strictObject({ trashed: z.boolean().default(false) })),
  'project.add': command<Project>()(z.strictObject({ name })),
  'project.rename': command<Project>()(z.strictObject({ id, name })),
  /** Puts the project and its articles in the trash. */
  'project.trash': command<null>()(z.strictObject({ id })),
  /** Brings the project back with the articles that went with it. */
  'project.restore': command<Project>()(z.strictObject({ id })),
  /** Deletes for good what is in the trash; a verified backup is made first. */
  'trash.empty': command<{
    projects: number
    articles: number
    glossaries: number
    memories: number
  }>()(nothing),
}
