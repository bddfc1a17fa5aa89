import type { Command } from 'commander'
import { DONE, printJson, type Context } from '../io.ts'
import { withSession } from '../session.ts'
import { bandTable } from './memory/analyse.ts'

interface PretranslateOptions {
  min?: number
  repair: boolean
  sentences: boolean
  confirmContext?: boolean
  overDrafts?: boolean
  undo?: number
}

export const pretranslate = (
  context: Context,
  [given]: [number[] | undefined],
  { min, repair, sentences, confirmContext, overDrafts, undo }: PretranslateOptions,
  command: Command,
): Promise<number> => {
  const articleIds = [...new Set(given ?? [])]
  if ((articleIds.length === 0) === (undo === undefined))
    command.error('error: give either articles or --undo RUN')
  const { io, json } = context
  return withSession(context, async ({ call, run }) => {
    if (undo !== undefined) {
      const undone = await call('pretranslate.undo', { run: undo })
      if (json) printJson(io, undone)
      else
        io.out(
          `${String(undone.changed)} taken back, ${String(undone.left)} left as they were changed to since.\n`,
        )
      return DONE
    }
    const report = await run('pretranslate.run', {
      articleIds,
      ...(min === undefined ? {} : { floor: min }),
      ...{ repair, sentences, confirmContext: confirmContext === true, overDrafts: overDrafts === true },
    })
    if (json) printJson(io, report)
    else {
      io.out(bandTable(report.analysis, io.columns))
      const { filled, repaired, assembled, confirmed, left } = report
      io.out(
        `${String(filled)} filled (${String(repaired)} repaired, ${String(assembled)} from sentences, ${String(confirmed)} confirmed); ` +
          `left: ${String(left.translated)} translated, ${String(left.locked)} locked, ${String(left.changed)} changed meanwhile\n` +
          `Taken back by: naranhi pretranslate --undo ${String(report.run)}\n`,
      )
    }
    return DONE
  })
}
