import { onScopeDispose, shallowRef } from 'vue'
import { call, listen } from '../../app/client.ts'

/** Milliseconds without a change of what is shown, and after a change of what is counted. */
const STILL = 160
const SETTLED = 900

export interface TermUses {
  /** How often a term's translation is used; undefined as long as it has not been counted. */
  of(id: number): number | undefined
  /** Says which terms are shown. */
  want(ids: readonly number[]): void
}

/** Counts the uses of the terms that are shown, once the table stands still. */
export const useTermUses = (): TermUses => {
  const counts = shallowRef<ReadonlyMap<number, number>>(new Map())
  let shown: readonly number[] = []
  let timer = 0
  let stale = false

  const count = async () => {
    const ids = stale ? [...shown] : shown.filter((id) => !counts.value.has(id))
    if (ids.length === 0) return
    stale = false
    // Without a count the column stays empty: it is told where the list itself cannot be fetched.
    const found = await call('term.uses', { ids }).catch(() => [])
    counts.value = new Map([...counts.value, ...found.map(({ id, uses }) => [id, uses] as const)])
  }
  const countIn = (wait: number) => {
    clearTimeout(timer)
    timer = window.setTimeout(() => void count(), wait)
  }
  onScopeDispose(
    listen((event) => {
      if (!['term', 'article', 'structure', 'library', 'elsewhere'].includes(event.type)) return
      // What is counted is shown until it is counted anew; what is out of sight is forgotten.
      counts.value = new Map(
        shown.flatMap((id) => {
          const uses = counts.value.get(id)
          return uses === undefined ? [] : [[id, uses] as const]
        }),
      )
      stale = true
      countIn(SETTLED)
    }),
  )
  onScopeDispose(() => clearTimeout(timer))
  return {
    of: (id) => counts.value.get(id),
    want(ids) {
      shown = ids
      countIn(stale ? SETTLED : STILL)
    },
  }
}
