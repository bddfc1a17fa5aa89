import type { glossaryContract } from '#contract/glossary.ts'
import type { HandlersOf } from '../context.ts'
import {
  addGlossary,
  attachedGlossaries,
  attachGlossaries,
  getGlossary,
  isRemoved,
  listGlossaries,
  listRemovedGlossaries,
  removeGlossary,
  restoreGlossary,
  updateGlossary,
} from '../db/glossary.ts'
import { inTransaction } from '../db/database.ts'
import { getProject } from '../db/project.ts'
import { runGlossaryExport } from '../jobs/glossaryExport.ts'
import { runHarvest } from '../jobs/glossaryHarvest.ts'
import { runGlossaryImport } from '../jobs/glossaryImport.ts'
import { previewGlossary } from '../jobs/glossaryPreview.ts'
import { rest } from '../jobs/runner.ts'
import { readStarter, writeStarter } from '../starter.ts'

export const glossaryHandlers: HandlersOf<typeof glossaryContract> = {
  'glossary.list': ({ removed }, { db }) => (removed ? listRemovedGlossaries(db) : listGlossaries(db)),
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
  'glossary.remove': async ({ id }, { db, now, changed, session }) => {
    inTransaction(db, () => removeGlossary(db, id, now()))
    await session.room().terms.glossaryMoved(id, false, rest)
    changed({ type: 'term' })
    return null
  },
  'glossary.restore': async ({ id }, { db, changed, session }) => {
    const { before, glossary } = inTransaction(db, () => ({
      before: isRemoved(db, id),
      glossary: restoreGlossary(db, id),
    }))
    if (before) await session.room().terms.glossaryMoved(id, true, rest)
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
  'glossary.addStarter': async (_, { db, now, changed, session }) => {
    const entries = await readStarter(session.resources)
    const { glossary, gone } = writeStarter(db, entries, now())
    const { terms } = session.room()
    terms.update(gone, [])
    await terms.glossaryMoved(glossary.id, true, rest)
    changed({ type: 'term' })
    return glossary
  },
  'glossary.preview': (input, { session }) => previewGlossary(input, session),
  'glossary.import': runGlossaryImport,
  'glossary.export': runGlossaryExport,
  'glossary.harvest': runHarvest,
}
