interface Attachable {
  id: number
  attached: boolean
}

/** Attached ones before the others. */
const inOrder = <Each extends Attachable>(list: readonly Each[]): Each[] => [
  ...list.filter(({ attached }) => attached),
  ...list.filter(({ attached }) => !attached),
]

/** The list with an attached one at another place among the attached; null where nothing would move. */
export const attachedAt = <Each extends Attachable>(
  list: readonly Each[],
  id: number,
  goal: number,
): Each[] | null => {
  const attached = list.filter((each) => each.attached)
  const from = attached.findIndex((each) => each.id === id)
  const to = Math.max(0, Math.min(attached.length - 1, goal))
  const moved = attached[from]
  if (!moved || from === to) return null
  attached.splice(from, 1)
  attached.splice(to, 0, moved)
  return [...attached, ...list.filter((each) => !each.attached)]
}

/** The list with one attached, as the last of them, or no longer attached. */
export const attachedOrNot = <Each extends Attachable>(list: readonly Each[], id: number): Each[] => {
  const found = list.find((each) => each.id === id)
  if (!found) return [...list]
  const rest = list.filter((each) => each.id !== id)
  return inOrder([
    ...rest.filter(({ attached }) => attached),
    { ...found, attached: !found.attached },
    ...rest.filter(({ attached }) => !attached),
  ])
}
