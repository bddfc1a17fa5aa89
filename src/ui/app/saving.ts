/**
 * Whoever holds unsaved text says here how it is written, so that the window can be closed without knowing whom to ask.
 * A saver resolves with whether everything it holds is on disk.
 */
const savers = new Set<() => Promise<boolean>>()

/** Gives back the function that takes the saver away. */
export const provideSaver = (save: () => Promise<boolean>): (() => void) => {
  savers.add(save)
  return () => {
    savers.delete(save)
  }
}

/** Whether everything is on disk now. */
export const saveAll = async (): Promise<boolean> => {
  const saved = await Promise.all([...savers].map((save) => save().catch(() => false)))
  return saved.every(Boolean)
}
