import type { projectContract } from '#contract/project.ts'
import type { HandlersOf } from '../context.ts'
import { backUp } from '../db/backup.ts'
import { inTransaction } from '../db/database.ts'
import { recordKnown, recordKnownBefore } from '../db/known.ts'
import {
  addProject,
  getProject,
  listProjects,
  renameProject,
  restoreProject,
  trashProject,
} from '../db/project.ts'
import { countTrash, deleteTrash, listTrash } from '../db/trash.ts'

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
    if (trash.projects.length + trash.articles.length === 0) return { projects: 0, articles: 0 }
    await backUp(workspace, 'trash', session.clock)
    recordKnownBefore(workspace, countTrash(db, trash))
    try {
      return deleteTrash(db, trash)
    } finally {
      recordKnown(workspace)
      changed({ type: 'library' })
    }
  },
}
