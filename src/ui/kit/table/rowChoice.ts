import { computed, shallowRef, triggerRef, type ComputedRef } from 'vue'

export interface RowChoice {
  count: ComputedRef<number>
  has(id: number): boolean
  ids(): number[]
  toggle(id: number, place: number): void
  /** Where a range begins. */
  anchor(place: number): void
  /** Chooses from the anchor to here, besides what was chosen when the anchor was set. */
  extend(place: number, idsBetween: (first: number, last: number) => Promise<number[]>): Promise<void>
  set(ids: readonly number[]): void
  drop(ids: readonly number[]): void
  clear(): void
}

/** The rows that are chosen, by id, whether they are shown or not. */
export const useRowChoice = (): RowChoice => {
  // Changed in place: it may hold all ids of a long list.
  const chosen = shallowRef(new Set<number>())
  let start = 0
  let ranged: readonly number[] = []
  let asked = 0

  const replace = (next: Iterable<number>) => (chosen.value = new Set(next))
  return {
    count: computed(() => chosen.value.size),
    has: (id) => chosen.value.has(id),
    ids: () => [...chosen.value],
    toggle(id, place) {
      if (!chosen.value.delete(id)) chosen.value.add(id)
      triggerRef(chosen)
      start = place
      ranged = []
    },
    anchor(place) {
      start = place
      ranged = []
    },
    async extend(place, idsBetween) {
      const mine = ++asked
      const ids = await idsBetween(Math.min(start, place), Math.max(start, place))
      if (mine !== asked) return
      for (const id of ranged) chosen.value.delete(id)
      // What was chosen before stays chosen when the range is drawn back over it.
      ranged = ids.filter((id) => !chosen.value.has(id))
      for (const id of ids) chosen.value.add(id)
      triggerRef(chosen)
    },
    set: (ids) => {
      ranged = []
      replace(ids)
    },
    drop(ids) {
      for (const id of ids) chosen.value.delete(id)
      triggerRef(chosen)
    },
    clear() {
      ranged = []
      replace([])
    },
  }
}
