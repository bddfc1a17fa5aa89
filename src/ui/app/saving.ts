/** Whoever holds unsaved text says here how it is written, so that the window can be closed without knowing whom to ask. */
const savers = new Set<() => Promise<void>>()

/** Gives back the function that takes the saver away. */
export const provideSaver = (save: () => Promise<void>): (() => void) => {
  savers.add(save)
  return () => {
    savers.delete(save)
  }
}

export const saveAll = async (): Promise<void> => {
  await Promise.all([...savers].map((save) => save()))
}
