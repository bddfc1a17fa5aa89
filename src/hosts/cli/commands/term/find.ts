import type { TermHitDetail } from '#contract/term.ts'
import { DONE, printJson, type Context } from '../../io.ts'
import { withSession } from '../../session.ts'
import { setTable } from '../../table.ts'
import { projectId } from './print.ts'

const printedHits = (hits: readonly TermHitDetail[]) =>
  hits.flatMap(({ start, end, reason, terms }) =>
    terms.map(({ source, target, status }) => ({ source, target, status, start, end, reason })),
  )

/** Why it was found, in a word. */
const reasonText = ({ kind, particle, spelling }: TermHitDetail['reason']): string =>
  [kind, spelling ?? '', particle ? `-${particle}` : ''].filter((part) => part !== '').join(' ')

export const findTerms = (
  context: Context,
  [text]: [string],
  { project }: { project?: string },
): Promise<number> =>
  withSession(context, async (session) => {
    const scope = project === undefined ? {} : { projectId: await projectId(session, project) }
    const hits = printedHits(await session.call('term.find', { text, ...scope }))
    const { io, json } = context
    if (json) printJson(io, { hits })
    else if (hits.length === 0) io.err('No terms in this text.\n')
    else
      io.out(
        setTable(
          hits,
          [
            { title: 'START', of: ({ start }) => start },
            { title: 'END', of: ({ end }) => end },
            { title: 'SOURCE', of: ({ source }) => source, flexible: true },
            { title: 'TARGET', of: ({ target }) => target, flexible: true },
            { title: 'STATUS', of: ({ status }) => status },
            { title: 'FOUND AS', of: ({ reason }) => reasonText(reason) },
          ],
          io.columns,
        ),
      )
    return DONE
  })
