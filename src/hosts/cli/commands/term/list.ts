import type { Term, TermStatus } from '#core/model/term.ts'
import { DONE, printJson, type Context } from '../../io.ts'
import { withSession } from '../../session.ts'
import { glossaryId, glossaryNames, printedTerm, termTable } from './print.ts'

/** Most the contract gives at once; a larger glossary is fetched in turns. */
const PAGE = 100_000

export interface ListOptions {
  search?: string
  status?: TermStatus
  domain?: string
  glossary?: string
}

export const listTerms = (
  context: Context,
  _: [],
  { search = '', status, domain, glossary }: ListOptions,
): Promise<number> =>
  withSession(context, async (session) => {
    const filter = {
      search,
      ...(status === undefined ? {} : { status }),
      ...(domain === undefined ? {} : { domain }),
      ...(glossary === undefined ? {} : { glossaryIds: [await glossaryId(session, glossary)] }),
    }
    const terms: Term[] = []
    for (let total = 1; terms.length < total;) {
      const page = await session.call('term.list', { ...filter, offset: terms.length, limit: PAGE })
      total = page.terms.length === 0 ? 0 : page.total
      terms.push(...page.terms)
    }
    const names = await glossaryNames(session)
    if (context.json) printJson(context.io, { terms: terms.map((term) => printedTerm(term, names)) })
    else if (terms.length === 0) context.io.err('No terms.\n')
    else context.io.out(termTable(terms, names, context))
    return DONE
  })
