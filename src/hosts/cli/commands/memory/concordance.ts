import { DONE, printJson, type Context } from '../../io.ts'
import { withSession } from '../../session.ts'
import { setTable } from '../../table.ts'

interface ConcordanceOptions {
  side?: 'both' | 'source' | 'target'
  regex?: boolean
  exactSpaces?: boolean
  ignoreParticles?: boolean
  limit?: number
}

export const concordance = (
  context: Context,
  [text]: [string],
  { side, regex, exactSpaces, ignoreParticles, limit }: ConcordanceOptions,
): Promise<number> =>
  withSession(context, async ({ call }) => {
    await call('memory.ready', {})
    const found = await call('memory.concordance', {
      text,
      ...(side === undefined ? {} : { side }),
      ...(limit === undefined ? {} : { limit }),
      regex: regex === true,
      ignoreSpaces: exactSpaces !== true,
      ignoreParticles: ignoreParticles === true,
    })
    const hits = found.hits.map(({ unit, memoryName, articleTitle, source, target }) => ({
      ...{ source: unit.source, target: unit.target, origin: unit.origin, memory: memoryName },
      ...{ article: articleTitle, sourceSpans: source, targetSpans: target },
    }))
    const { io, json } = context
    const { total, looked, of } = found
    if (json) printJson(io, { hits, total, looked, of })
    else if (hits.length === 0) io.err('No unit has this.\n')
    else {
      io.out(
        setTable(
          hits,
          [
            { title: 'SOURCE', of: ({ source }) => source, flexible: true },
            { title: 'TARGET', of: ({ target }) => target, flexible: true },
            { title: 'MEMORY', of: ({ memory }) => memory, flexible: true },
          ],
          io.columns,
        ),
      )
      if (total === null) io.err(`The latest ${String(hits.length)} are shown; there may be more.\n`)
    }
    return DONE
  })
