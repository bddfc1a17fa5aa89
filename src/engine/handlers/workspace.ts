import type { workspaceContract } from '#contract/workspace.ts'
import type { HandlersOf } from '../context.ts'
import { backUp, listBackups } from '../db/backup.ts'
import { readSample, writeSample } from '../sample.ts'

export const workspaceHandlers: HandlersOf<typeof workspaceContract> = {
  'workspace.state': (_, { session }) => session.state(),
  'workspace.backups': (_, { session }) => listBackups(session.path),
  'workspace.backUp': (_, { session }) => backUp(session.room().workspace, 'asked', session.clock),
  'workspace.restore': async ({ backup }, { session, changed }) => {
    await session.restore(backup)
    changed({ type: 'workspace' })
    return session.state()
  },
  'workspace.reopen': async (_, { session, changed }) => {
    await session.reopen()
    changed({ type: 'workspace' })
    return session.state()
  },
  'workspace.addSample': async (_, context) => {
    const sample = await readSample(context.session.resources)
    const added = writeSample(context.db, sample, context.now())
    const { terms, memory } = context.session.room()
    terms.reset()
    memory.follow()
    for (const type of ['library', 'term', 'memory'] as const) context.changed({ type })
    return added
  },
}
