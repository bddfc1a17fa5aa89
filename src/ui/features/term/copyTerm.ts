import type { Term } from '#core/model/term.ts'
import { call } from '../../app/client.ts'

/** Puts a copy into the first glossary that may be written. Throws what `term.add` throws. */
export const copyToOwn = (term: Term, projectId: number | null): Promise<Term> => {
  const { source, variants, target, partOfSpeech, status, domain, definition, note, url } = term
  return call('term.add', {
    ...{ source, variants, target, partOfSpeech, status, domain, definition, note, url },
    ...(projectId === null ? {} : { projectId }),
  })
}
