import type { Analysis } from '#contract/pretranslate.ts'
import { BANDS } from '#core/memory/bands.ts'
import { DONE, printJson, type Context } from '../../io.ts'
import { withSession } from '../../session.ts'
import { setTable } from '../../table.ts'

/** The bands of an analysis, the best first, and what they come to. */
export const bandTable = ({ bands, total }: Analysis, columns: number | null): string =>
  setTable(
    [...BANDS.map((band) => ({ band: band as string, ...bands[band] })), { band: 'in all', ...total }],
    [
      { title: 'BAND', of: ({ band }) => band },
      { title: 'PARAGRAPHS', of: ({ paragraphs }) => paragraphs },
      { title: '어절', of: ({ words }) => words },
      { title: 'CHARACTERS', of: ({ characters }) => characters },
    ],
    columns,
  )

export const analyse = (context: Context, [given]: [number[]], { min }: { min?: number }): Promise<number> =>
  withSession(context, async ({ run }) => {
    const analysis = await run('memory.analyse', {
      articleIds: [...new Set(given)],
      ...(min === undefined ? {} : { floor: min }),
    })
    const { io, json } = context
    if (json) printJson(io, analysis)
    else {
      io.out(bandTable(analysis, io.columns))
      const { known, total } = analysis.sentences
      if (total > 0)
        io.out(`Sentences known in the paragraphs under 75 %: ${String(known)} of ${String(total)}\n`)
    }
    return DONE
  })
