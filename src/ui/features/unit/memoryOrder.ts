/** The ids with one of them at another place; null where nothing would move. */
export const movedTo = (ids: readonly number[], id: number, goal: number): number[] | null => {
  const from = ids.indexOf(id)
  const to = Math.max(0, Math.min(ids.length - 1, goal))
  if (from < 0 || from === to) return null
  return ids.toSpliced(from, 1).toSpliced(to, 0, id)
}
