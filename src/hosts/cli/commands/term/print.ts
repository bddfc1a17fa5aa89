import type { Term } from '#core/model/term.ts'
import type { CommandSession } from '../../session.ts'
import type { Context } from '../../io.ts'
import { setTable } from '../../table.ts'
import { AppError } from '#contract/error.ts'

/** The name of a glossary by its id. */
export type GlossaryNames = ReadonlyMap<number, string>

export const glossaryNames = async ({ call }: CommandSession): Promise<GlossaryNames> =>
  new Map((await call('glossary.list', {})).map(({ id, name }) => [id, name]))

/** A term as `--json` prints it. */
export const printedTerm = ({ updatedAt: _, createdAt: __, ...term }: Term, names: GlossaryNames) => ({
  ...term,
  glossary: names.get(term.glossaryId) ?? '',
})

export const termTable = (terms: readonly Term[], names: GlossaryNames, { io }: Context): string =>
  setTable(
    terms,
    [
      { title: 'ID', of: ({ id }) => id },
      { title: 'SOURCE', of: ({ source }) => source, flexible: true },
      { title: 'TARGET', of: ({ target }) => target, flexible: true },
      { title: 'VARIANTS', of: ({ variants }) => variants.join('; '), flexible: true },
      { title: 'STATUS', of: ({ status }) => status },
      { title: 'DOMAIN', of: ({ domain }) => domain, flexible: true },
      { title: 'GLOSSARY', of: ({ glossaryId }) => names.get(glossaryId) ?? '', flexible: true },
    ],
    io.columns,
  )

/** The id of the glossary of that name. Throws `not-found` that says which there are. */
export const glossaryId = async ({ call }: CommandSession, name: string): Promise<number> => {
  const glossaries = await call('glossary.list', {})
  const wanted = name.normalize('NFC')
  const found = glossaries.find((glossary) => glossary.name === wanted)
  if (!found)
    throw new AppError('not-found', `There is no glossary named ${name}.`, {
      glossary: name,
      glossaries: glossaries.map((glossary) => glossary.name),
    })
  return found.id
}

/** The id of the project of that name. Throws `not-found`. */
export const projectId = async ({ call }: CommandSession, name: string): Promise<number> => {
  const projects = await call('project.list', {})
  const found = projects.find((project) => project.name === name.normalize('NFC'))
  if (!found)
    throw new AppError('not-found', `There is no project named ${name}.`, {
      project: name,
      projects: projects.map((project) => project.name),
    })
  return found.id
}
