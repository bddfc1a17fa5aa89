import { DONE, printJson, type Context } from '../../io.ts'
import { withSession } from '../../session.ts'
import { setTable } from '../../table.ts'
import { projectId } from './print.ts'
import type { Command } from 'commander'

export interface HarvestOptions {
  project?: string
  limit?: number
}

export const harvest = (
  context: Context,
  [articleIds]: [number[] | undefined],
  { project, limit }: HarvestOptions,
  command: Command,
): Promise<number> => {
  if ((articleIds === undefined || articleIds.length === 0) && project === undefined)
    command.error('error: say which articles, or a --project')
  return withSession(context, async (session) => {
    const candidates = await session.run('glossary.harvest', {
      ...(articleIds && articleIds.length > 0 ? { articleIds } : {}),
      ...(project === undefined ? {} : { projectId: await projectId(session, project) }),
      ...(limit === undefined ? {} : { limit }),
    })
    const { io, json } = context
    if (json) printJson(io, { candidates })
    else if (candidates.length === 0) io.err('Nothing that is not in the glossary already.\n')
    else
      io.out(
        setTable(
          candidates,
          [
            { title: 'SOURCE', of: ({ source }) => source, flexible: true },
            { title: 'TARGET', of: ({ target }) => target, flexible: true },
            { title: 'KIND', of: ({ kind }) => kind },
            { title: 'TIMES', of: ({ count }) => count },
            { title: 'SCORE', of: ({ score }) => Math.round(score) },
          ],
          io.columns,
        ),
      )
    return DONE
  })
}
