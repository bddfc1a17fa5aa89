import { AppError } from '#contract/error.ts'
import type { PartOfSpeech, Term, TermStatus } from '#core/model/term.ts'
import { DONE, printJson, type Context } from '../../io.ts'
import { withSession } from '../../session.ts'
import type { Command } from 'commander'
import { glossaryId, printedTerm, termTable } from './print.ts'

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

const printOne = (context: Context, term: Term): number => {
  if (context.json) printJson(context.io, printedTerm(term))
  else context.io.out(termTable([term], context))
  return DONE
}

export const addTerm = (
  context: Context,
  [source, target]: [string, string],
  options: TermOptions,
): Promise<number> =>
  withSession(context, async (session) => {
    const { glossary } = options
    const place = glossary === undefined ? {} : { glossaryId: await glossaryId(session, glossary) }
    return printOne(
      context,
      await session.call('term.add', { ...content(options), ...place, source, target }),
    )
  })

export const editTerm = (
  context: Context,
  [id]: [number],
  options: TermOptions,
  command: Command,
): Promise<number> => {
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
    return printOne(context, (await session.call('term.update', { id, ...change })).term)
  })
}

export const removeTerms = (context: Context, [ids]: [number[]]): Promise<number> =>
  withSession(context, async ({ call }) => {
    for (const id of ids) await call('term.get', { id })
    await call('term.remove', { ids })
    if (context.json) printJson(context.io, { removed: ids })
    else context.io.out(`${ids.length} removed\n`)
    return DONE
  })
