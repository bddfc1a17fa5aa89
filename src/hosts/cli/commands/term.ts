import type { TermHitDetail } from '#contract/term.ts'
import type { Term, TermStatus } from '#core/model/term.ts'
import { DONE, printJson, type Context } from '../io.ts'
import { withSession } from '../session.ts'
import { setTable } from '../table.ts'

const printed = ({ id, source, target, status, domain, note }: Term) => ({
  id,
  source,
  target,
  status,
  domain,
  note,
})

const table = (terms: readonly Term[], { io }: Context): string =>
  setTable(
    terms,
    [
      { title: 'SOURCE', of: ({ source }) => source, flexible: true },
      { title: 'TARGET', of: ({ target }) => target, flexible: true },
      { title: 'STATUS', of: ({ status }) => status },
      { title: 'DOMAIN', of: ({ domain }) => domain, flexible: true },
    ],
    io.columns,
  )

interface TermOptions {
  status?: TermStatus
  domain?: string
  note?: string
}

export const addTerm = (
  context: Context,
  [source, target]: [string, string],
  { status, domain, note }: TermOptions,
): Promise<number> =>
  withSession(context, async ({ call }) => {
    const term = await call('term.add', {
      source,
      target,
      ...(status ? { status } : {}),
      ...(domain ? { domain } : {}),
      ...(note ? { note } : {}),
    })
    if (context.json) printJson(context.io, printed(term))
    else context.io.out(table([term], context))
    return DONE
  })

/** Most the contract gives at once; a larger glossary is fetched in turns. */
const PAGE = 100_000

export const listTerms = (context: Context, _: [], { search = '' }: { search?: string }): Promise<number> =>
  withSession(context, async ({ call }) => {
    const terms: Term[] = []
    for (let total = 1; terms.length < total;) {
      const page = await call('term.list', { search, offset: terms.length, limit: PAGE })
      total = page.terms.length === 0 ? 0 : page.total
      terms.push(...page.terms)
    }
    if (context.json) printJson(context.io, { terms: terms.map(printed) })
    else if (terms.length === 0) context.io.err('No terms.\n')
    else context.io.out(table(terms, context))
    return DONE
  })

const printedHits = (hits: readonly TermHitDetail[]) =>
  hits.flatMap(({ start, end, reason, terms }) =>
    terms.map(({ source, target, status }) => ({ source, target, status, start, end, reason })),
  )

/** What stands behind a term, in a word. */
const reasonText = ({ kind, particle }: TermHitDetail['reason']): string =>
  particle ? `${kind} -${particle}` : kind

export const findTerms = (context: Context, [text]: [string]): Promise<number> =>
  withSession(context, async ({ call }) => {
    const hits = printedHits(await call('term.find', { text }))
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
