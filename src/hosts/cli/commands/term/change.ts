import { AppError } from '#contract/error.ts'
import type { PartOfSpeech, Term, TermStatus } from '#core/model/term.ts'
import { DONE, printJson, type Context } from '../../io.ts'
import { withSession, type CommandSession } from '../../session.ts'
import type { Command } from 'commander'
import { glossaryId, glossaryNames, printedTerm, termTable } from './print.ts'

/** What `term add` and `term edit` may say of a term. */
export interface TermOptions {
  source?: string
  target?: string
  variant?: string[]
  status?: TermStatus
  pos?: PartOfSpeech
  domain?: string
  definition?: string
  note?: string
  url?: string
  glossary?: string
}

const content = ({ source, target, variant, status, pos, domain, definition, note, url }: TermOptions) => ({
  ...(source === undefined ? {} : { source }),
  ...(target === undefined ? {} : { target }),
  // One empty variant takes all away.
  ...(variant === undefined ? {} : { variants: variant.filter((each) => each.trim() !== '') }),
  ...(status === undefined ? {} : { status }),
  ...(pos === undefined ? {} : { partOfSpeech: pos }),
  ...(domain === undefined ? {} : { domain }),
  ...(definition === undefined ? {} : { definition }),
  ...(note === undefined ? {} : { note }),
  ...(url === undefined ? {} : { url }),
})

const printOne = async (context: Context, session: CommandSession, term: Term): Promise<number> => {
  const names = await glossaryNames(session)
  if (context.json) printJson(context.io, printedTerm(term, names))
  else context.io.out(termTable([term], names, context))
  return DONE
}

/** Both words of a term have to say something. */
const requireWords = (command: Command, words: Readonly<Record<string, string | undefined>>): void => {
  for (const [name, word] of Object.entries(words))
    if (word !== undefined && word.trim() === '')
      command.error(`error: the ${name} of a term cannot be empty`)
}

export const addTerm = (
  context: Context,
  [source, target]: [string, string],
  options: TermOptions,
  command: Command,
): Promise<number> => {
  requireWords(command, { source, target })
  return withSession(context, async (session) => {
    const { glossary } = options
    const place = glossary === undefined ? {} : { glossaryId: await glossaryId(session, glossary) }
    const added = await session.call('term.add', { ...content(options), ...place, source, target })
    return printOne(context, session, added)
  })
}

export const editTerm = (
  context: Context,
  [id]: [number],
  options: TermOptions,
  command: Command,
): Promise<number> => {
  requireWords(command, { source: options.source, target: options.target })
  const change = content(options)
  const { glossary } = options
  if (Object.keys(change).length === 0 && glossary === undefined)
    command.error('error: say what is to change: --source, --target, --status, …')
  return withSession(context, async (session) => {
    if (glossary !== undefined) {
      const place = await glossaryId(session, glossary)
      const { skipped } = await session.call('term.change', { ids: [id], change: { glossaryId: place } })
      const [refused] = skipped
      if (refused?.reason === 'duplicate')
        throw new AppError('duplicate', 'The same term is in that glossary already.', { term: id })
      if (refused) throw new AppError('read-only-glossary', 'The glossary is read-only.', { term: id })
    }
    const { term } = await session.call('term.update', { id, ...change })
    return printOne(context, session, term)
  })
}

export const removeTerms = (context: Context, [ids]: [number[]]): Promise<number> =>
  withSession(context, async ({ call }) => {
    for (const id of ids)
      await call('term.get', { id }).catch((error: unknown) => {
        if (!(error instanceof AppError) || error.code !== 'not-found') throw error
        throw new AppError('not-found', `There is no term ${id}; nothing was removed.`, { term: id })
      })
    await call('term.remove', { ids })
    if (context.json) printJson(context.io, { removed: ids })
    else context.io.out(`${ids.length} removed\n`)
    return DONE
  })
