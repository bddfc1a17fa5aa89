import type { projectContract } from '#contract/project.ts'
import type { HandlersOf } from '../context.ts'
import { backUp } from '../db/backup.ts'
import { inTransaction, type Writer } from '../db/database.ts'
import { deleteGlossary, deleteSomeTerms, listRemovedGlossaries } from '../db/glossary.ts'
import { recordKnown, recordKnownBefore } from '../db/known.ts'
import {
  addProject,
  getProject,
  listProjects,
  renameProject,
  restoreProject,
  trashProject,
} from '../db/project.ts'
import { deleteMemory, deleteSomeUnits, removedMemories } from '../db/memories.ts'
import { countTrash, deleteTrash, listTrash } from '../db/trash.ts'
import { rest } from '../jobs/runner.ts'

/** Terms or units deleted in one transaction: some milliseconds. */
const PART = 300

/** Something of any size, a part at a time. False where it was brought back meanwhile. */
const deleteForGood = async (
  db: Writer,
  id: number,
  some: (db: Writer, id: number, most: number) => boolean,
  whole: (db: Writer, id: number) => boolean,
): Promise<boolean> => {
  while (inTransaction(db, () => some(db, id, PART))) await rest()
  return inTransaction(db, () => whole(db, id))
}

export const projectHandlers: HandlersOf<typeof projectContract> = {
  'project.list': ({ trashed }, { db }) => listProjects(db, trashed),
  'project.add': ({ name }, { db, now, changed }) => {
    const project = inTransaction(db, () => getProject(db, addProject(db, name, now())))
    changed({ type: 'library' })
    return project
  },
  'project.rename': ({ id, name }, { db, now, changed }) => {
    const project = inTransaction(db, () => {
      getProject(db, id)
      renameProject(db, id, name, now())
      return getProject(db, id)
    })
    changed({ type: 'library' })
    return project
  },
  'project.trash': ({ id }, { db, now, changed }) => {
    inTransaction(db, () => {
      getProject(db, id)
      trashProject(db, id, now())
    })
    changed({ type: 'library' })
    return null
  },
  'project.restore': ({ id }, { db, changed }) => {
    const project = inTransaction(db, () => {
      getProject(db, id, 'any')
      restoreProject(db, id)
      return getProject(db, id)
    })
    changed({ type: 'library' })
    return project
  },
  'trash.empty': async (_, { session, changed }) => {
    const { workspace } = session.room()
    const { db } = workspace
    // Listed before the backup is made: what is put in the trash meanwhile is in no backup and stays.
    const trash = listTrash(db)
    const removed = listRemovedGlossaries(db).map(({ id }) => id)
    const memoryIds = removedMemories(db)
    if (trash.projects.length + trash.articles.length + removed.length + memoryIds.length === 0)
      return { projects: 0, articles: 0, glossaries: 0, memories: 0 }
    await backUp(workspace, 'trash', session.clock)
    recordKnownBefore(workspace, countTrash(db, trash))
    try {
      const { projects, articles } = deleteTrash(db, trash)
      let glossaries = 0
      for (const id of removed) if (await deleteForGood(db, id, deleteSomeTerms, deleteGlossary)) glossaries++
      let memories = 0
      for (const id of memoryIds) if (await deleteForGood(db, id, deleteSomeUnits, deleteMemory)) memories++
      return { projects, articles, glossaries, memories }
    } finally {
      recordKnown(workspace)
      changed({ type: 'library' })
      if (removed.length > 0) changed({ type: 'term' })
      if (memoryIds.length > 0) {
        session.room().memory.follow()
        changed({ type: 'memory' })
      }
    }
  },
}
