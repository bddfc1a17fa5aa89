import type { Term } from '#core/model/term.ts'
import type { CommandSession } from '../../session.ts'
import type { Context } from '../../io.ts'
import { setTable } from '../../table.ts'
import { AppError } from '#contract/error.ts'

/** A term as `--json` prints it. */
export const printedTerm = ({ updatedAt: _, createdAt: __, ...term }: Term) => term

export const termTable = (terms: readonly Term[], { io }: Context): string =>
  setTable(
    terms,
    [
      { title: 'ID', of: ({ id }) => id },
      { title: 'SOURCE', of: ({ source }) => source, flexible: true },
      { title: 'TARGET', of: ({ target }) => target, flexible: true },
      { title: 'STATUS', of: ({ status }) => status },
      { title: 'DOMAIN', of: ({ domain }) => domain, flexible: true },
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
