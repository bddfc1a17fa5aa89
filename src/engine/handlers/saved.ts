import type { SaveResult } from '#contract/article.ts'
import type { CommandContext } from '../context.ts'
import { inTransaction } from '../db/database.ts'
import { saveTargets, type Edit, type Saved } from '../db/save.ts'

/** After COMMIT: memory and counts of terms follow, and everybody is told. */
export const tellSaved = (
  { saved, articles, moved, units }: Saved,
  { changed, session }: CommandContext,
): void => {
  const room = session.room()
  if (units.length > 0) room.memory.follow()
  room.usage.touch(saved.map(({ id }) => id))
  for (const [articleId, paragraphIds] of articles) changed({ type: 'article', articleId, paragraphIds })
  for (const articleId of moved) changed({ type: 'annotation', articleId })
  if (units.length > 0) changed({ type: 'memory' })
}

export const save = (edits: readonly Edit[], context: CommandContext): SaveResult => {
  const { db, now } = context
  const saved = inTransaction(db, () => saveTargets(db, edits, now()))
  const savedAt = now()
  tellSaved(saved, context)
  return { saved: saved.saved, conflicts: saved.conflicts, locked: saved.locked, savedAt }
}
