import { AppError } from '#contract/error.ts'
import type { glossaryContract } from '#contract/glossary.ts'
import type { HandlersOf } from '../context.ts'
import {
  addGlossary,
  attachedGlossaries,
  attachGlossaries,
  getGlossary,
  listGlossaries,
  removeGlossary,
  restoreGlossary,
  updateGlossary,
} from '../db/glossary.ts'
import { inTransaction } from '../db/database.ts'
import { getProject } from '../db/project.ts'
import { runGlossaryExport } from '../jobs/glossaryExport.ts'
import { runGlossaryImport } from '../jobs/glossaryImport.ts'
import { previewGlossary } from '../jobs/glossaryPreview.ts'

const unfinished = (): never => {
  throw new AppError('unavailable-here', 'Not built yet.')
}

export const glossaryHandlers: HandlersOf<typeof glossaryContract> = {
  'glossary.list': (_, { db }) => listGlossaries(db),
  'glossary.add': ({ name, note }, { db, now, changed, session }) => {
    const glossary = inTransaction(db, () => getGlossary(db, addGlossary(db, { name, note }, now())))
    session.room().terms.scopesChanged()
    changed({ type: 'term' })
    return glossary
  },
  'glossary.update': ({ id, name, note, readOnly, forNewProjects }, { db, changed }) => {
    const change = {
      ...(name === undefined ? {} : { name }),
      ...(note === undefined ? {} : { note }),
      ...(readOnly === undefined ? {} : { readOnly }),
      ...(forNewProjects === undefined ? {} : { forNewProjects }),
    }
    const glossary = inTransaction(db, () => updateGlossary(db, id, change))
    changed({ type: 'term' })
    return glossary
  },
  'glossary.remove': ({ id }, { db, now, changed, session }) => {
    inTransaction(db, () => removeGlossary(db, id, now()))
    session.room().terms.reset()
    changed({ type: 'term' })
    return null
  },
  'glossary.restore': ({ id }, { db, changed, session }) => {
    const glossary = inTransaction(db, () => restoreGlossary(db, id))
    session.room().terms.reset()
    changed({ type: 'term' })
    return glossary
  },
  'glossary.attached': ({ projectId }, { db }) => {
    getProject(db, projectId)
    return attachedGlossaries(db, projectId)
  },
  'glossary.attach': ({ projectId, glossaryIds }, { db, changed, session }) => {
    const attached = inTransaction(db, () => {
      getProject(db, projectId)
      attachGlossaries(db, projectId, glossaryIds)
      return attachedGlossaries(db, projectId)
    })
    session.room().terms.scopesChanged()
    changed({ type: 'term' })
    return attached
  },
  'glossary.addStarter': unfinished,
  'glossary.preview': (input, { session }) => previewGlossary(input, session),
  'glossary.import': runGlossaryImport,
  'glossary.export': runGlossaryExport,
  'glossary.harvest': unfinished,
}
