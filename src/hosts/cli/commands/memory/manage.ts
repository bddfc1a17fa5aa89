import { AppError } from '#contract/error.ts'
import type { Memory, MemoryRole } from '#contract/memory.ts'
import { DONE, printJson, type Context } from '../../io.ts'
import { withSession, type CommandSession } from '../../session.ts'
import { setTable } from '../../table.ts'

/** A memory as `--json` prints it. */
const printed = ({ id, name, note, units, role, priority, penalty, removedAt }: Memory) => ({
  ...{ id, name, note, units, role, priority, penalty },
  trashed: removedAt !== null,
})

/** The memory of that name, or id. Throws `not-found` that says which there are. */
const memoryNamed = async ({ call }: CommandSession, name: string, removed = false): Promise<Memory> => {
  const memories = await call('memory.list', { removed })
  const wanted = name.normalize('NFC')
  const found =
    memories.find((memory) => memory.name === wanted) ?? memories.find(({ id }) => String(id) === wanted)
  if (!found)
    throw new AppError('not-found', `There is no memory named ${name}${removed ? ' in the trash' : ''}.`, {
      memory: name,
      memories: memories.map((memory) => memory.name),
    })
  return found
}

const tell = ({ io, json }: Context, memory: Memory, said: string): number => {
  if (json) printJson(io, { memory: printed(memory) })
  else io.out(`${said}\n`)
  return DONE
}

export const listMemories = (context: Context, _: [], { trash }: { trash?: true }): Promise<number> =>
  withSession(context, async ({ call }) => {
    const { io, json } = context
    const memories = await call('memory.list', { removed: trash === true })
    if (json) printJson(io, { memories: memories.map(printed) })
    else if (memories.length === 0) io.err(trash ? 'No memory in the trash.\n' : 'No memories.\n')
    else
      io.out(
        setTable(
          memories,
          [
            { title: 'ID', of: ({ id }) => id },
            { title: 'MEMORY', of: ({ name }) => name, flexible: true },
            { title: 'ROLE', of: ({ role }) => role },
            { title: 'PENALTY', of: ({ penalty }) => penalty },
            { title: 'UNITS', of: ({ units }) => units },
            { title: 'NOTE', of: ({ note }) => note, flexible: true },
          ],
          io.columns,
        ),
      )
    return DONE
  })

export const addMemory = (context: Context, [name]: [string], { note }: { note?: string }): Promise<number> =>
  withSession(context, async ({ call }) => {
    const memory = await call('memory.add', { name, ...(note === undefined ? {} : { note }) })
    return tell(context, memory, `Added ${memory.name} (${String(memory.id)}).`)
  })

export interface SetOptions {
  name?: string
  note?: string
  role?: MemoryRole
  penalty?: number
}

export const setMemory = (context: Context, [name]: [string], change: SetOptions): Promise<number> =>
  withSession(context, async (session) => {
    const { id } = await memoryNamed(session, name)
    const memory = await session.call('memory.update', { id, ...change })
    return tell(
      context,
      memory,
      `${memory.name}: ${memory.role}, penalty ${String(memory.penalty)}${memory.note === '' ? '' : `, ${memory.note}`}`,
    )
  })

/** Those not named come after, as they were. */
export const orderMemories = (context: Context, [names]: [string[]]): Promise<number> =>
  withSession(context, async (session) => {
    const ids: number[] = []
    for (const name of names) ids.push((await memoryNamed(session, name)).id)
    const memories = await session.call('memory.order', { ids: [...new Set(ids)] })
    if (context.json) printJson(context.io, { memories: memories.map(printed) })
    else context.io.out(`${memories.map(({ name }, place) => `${String(place + 1)}. ${name}`).join('\n')}\n`)
    return DONE
  })

export const removeMemory = (context: Context, [name]: [string]): Promise<number> =>
  withSession(context, async (session) => {
    const memory = await memoryNamed(session, name)
    await session.call('memory.remove', { id: memory.id })
    return tell(context, memory, `${memory.name} is in the trash; naranhi memory restore brings it back.`)
  })

export const restoreMemory = (context: Context, [name]: [string]): Promise<number> =>
  withSession(context, async (session) => {
    const { id } = await memoryNamed(session, name, true)
    const memory = await session.call('memory.restore', { id })
    return tell(context, memory, `${memory.name} is back.`)
  })

export const mergeMemories = (
  context: Context,
  [name]: [string],
  { into }: { into: string },
): Promise<number> =>
  withSession(context, async (session) => {
    const from = await memoryNamed(session, name)
    const goal = await memoryNamed(session, into)
    const report = await session.run('memory.merge', { id: from.id, into: goal.id })
    if (context.json) printJson(context.io, report)
    else
      context.io.out(
        `${String(report.moved)} units moved into ${goal.name}, ${String(report.merged)} made one with units there.\n`,
      )
    return DONE
  })
