import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { AppError } from '#contract/error.ts'
import type { MemoryMatch } from '#core/model/memory.ts'
import { DONE, printJson, type Context } from '../../io.ts'
import { withSession, type CommandSession } from '../../session.ts'
import { setTable } from '../../table.ts'
import type { Command } from 'commander'

interface FindOptions {
  min?: number
  limit?: number
  from?: string
}

/** A match as `--json` prints it. */
const printed = ({ score, wordScore, kind, unit, penalty, values, repair, memoryName }: MemoryMatch) => ({
  score,
  wordScore,
  kind,
  source: unit.source,
  target: unit.target,
  origin: unit.origin,
  memory: memoryName,
  penalty,
  values,
  repaired: repair === null ? null : { target: repair.target, complete: repair.complete },
})

/** What stands at `--min` or over; without it the floor goes down where nothing is found. */
const find = async ({ call }: CommandSession, text: string, { min, limit }: FindOptions) => {
  const { matches } = await call('memory.find', {
    text,
    ...(min === undefined ? {} : { floor: min, lower: false }),
    ...(limit === undefined ? {} : { limit }),
  })
  return matches.map(printed)
}

/** Lines of a file, or of standard input for `-`. Throws `file-not-found`. */
async function* linesOf(path: string): AsyncGenerator<string> {
  const input = path === '-' ? process.stdin : createReadStream(path)
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) yield line
  } catch (error) {
    throw new AppError('file-not-found', `${path} cannot be read.`, { path, cause: String(error) })
  }
}

/** One answer a line, each with the time of its look-up alone, in ms. */
const findEach = (context: Context, from: string, options: FindOptions): Promise<number> =>
  withSession(context, async (session) => {
    const { io } = context
    await session.call('memory.ready', {})
    for await (const line of linesOf(from)) {
      const query = line.trim()
      if (query === '') continue
      const began = performance.now()
      const matches = await find(session, query, options)
      const ms = Math.round((performance.now() - began) * 1000) / 1000
      io.out(`${JSON.stringify({ query, matches, ms })}\n`)
    }
    return DONE
  })

export const findMatches = async (
  context: Context,
  [text]: [string | undefined],
  options: FindOptions,
  command: Command,
): Promise<number> => {
  if ((text === undefined) === (options.from === undefined))
    command.error('error: give either a text or --from FILE')
  if (options.from !== undefined) return findEach(context, options.from, options)
  return withSession(context, async (session) => {
    // One asks once: all that is there has to be in.
    await session.call('memory.ready', {})
    const matches = await find(session, text ?? '', options)
    const { io, json } = context
    if (json) printJson(io, { matches })
    else if (matches.length === 0) io.err('The memory has nothing like this.\n')
    else
      io.out(
        setTable(
          matches,
          [
            { title: 'SCORE', of: ({ score }) => Math.floor(score) },
            { title: 'WORDS', of: ({ wordScore }) => Math.floor(wordScore) },
            { title: 'KIND', of: ({ kind }) => kind },
            { title: 'SOURCE', of: ({ source }) => source, flexible: true },
            { title: 'TARGET', of: ({ target }) => target, flexible: true },
            { title: 'REPAIRED', of: ({ repaired }) => repaired?.target ?? '', flexible: true },
          ],
          io.columns,
        ),
      )
    return DONE
  })
}
