import { DONE, printJson, type Context } from '../io.ts'
import { withSession } from '../session.ts'
import { setTable } from '../table.ts'

export const articles = (context: Context): Promise<number> =>
  withSession(context, async ({ call }) => {
    const [projects, summaries] = await Promise.all([call('project.list', {}), call('article.list', {})])
    const names = new Map(projects.map(({ id, name }) => [id, name]))
    const rows = summaries.map(({ id, title, projectId, paragraphs, translated, confirmed }) => ({
      id,
      title,
      project: names.get(projectId) ?? '',
      paragraphs,
      translated,
      confirmed,
    }))
    const { io, json } = context
    if (json) printJson(io, { articles: rows })
    else if (rows.length === 0) io.err('No articles yet. Bring some in with `naranhi import FILE`.\n')
    else
      io.out(
        setTable(
          rows,
          [
            { title: 'ID', of: ({ id }) => id },
            { title: 'TITLE', of: ({ title }) => title || '—', flexible: true },
            { title: 'PROJECT', of: ({ project }) => project, flexible: true },
            { title: 'PARAGRAPHS', of: ({ paragraphs }) => paragraphs },
            { title: 'TRANSLATED', of: ({ translated }) => translated },
            { title: 'CONFIRMED', of: ({ confirmed }) => confirmed },
          ],
          io.columns,
        ),
      )
    return DONE
  })
