import { computed, ref, shallowRef } from 'vue'
import type { TranslationUnit } from '#core/model/memory.ts'
import { call } from '../../app/client.ts'
import { messageOf } from '../../app/errors.ts'
import { useJobWork } from '../../app/jobWork.ts'
import { likeliest } from './keepOrder.ts'

export type DuplicateKind = 'same' | 'targets'
export type Decision = 'merged' | 'kept'

type Group = readonly TranslationUnit[]
interface Decided {
  group: Group
  decision: Decision
  /** 0 where nothing was changed. */
  batch: number
}

/** Groups looked at in one go; once they are gone through, the next ones are looked for. */
const GROUPS = 500

/** Groups of duplicate units gone through one by one, each decision with its way back. */
export const useUnitReview = () => {
  const search = useJobWork('unit.duplicates')
  const kind = ref<DuplicateKind>('same')
  const memoryId = ref<number | null>(null)
  const groups = shallowRef<readonly Group[]>([])
  /** How many there are in all, which may be more than are here. */
  const total = ref(0)
  const decisions = shallowRef<ReadonlyMap<number, Decided>>(new Map())
  /** In the order they were made. */
  const order = shallowRef<readonly number[]>([])
  const loaded = ref(false)
  const place = ref(0)
  const kept = ref(0)
  const problem = ref('')
  const busy = ref(false)

  const group = computed((): Group | undefined => groups.value[place.value])
  const decision = computed(() => decisions.value.get(place.value)?.decision)
  const decided = computed(() => decisions.value.size)
  const counts = computed(() => {
    const count = (wanted: Decision) =>
      [...decisions.value.values()].filter((each) => each.decision === wanted).length
    return { merged: count('merged'), kept: count('kept') }
  })
  const show = (goal: number) => {
    place.value = Math.max(0, Math.min(groups.value.length, goal))
    problem.value = ''
    kept.value = likeliest(groups.value[place.value] ?? [])
  }

  const load = async () => {
    loaded.value = false
    decisions.value = new Map()
    order.value = []
    groups.value = []
    total.value = 0
    const found = await search.run({
      kind: kind.value,
      limit: GROUPS,
      ...(memoryId.value === null ? {} : { memoryIds: [memoryId.value] }),
    })
    if (!found) return
    groups.value = found.groups
    total.value = found.total
    loaded.value = true
    show(0)
  }
  const guarded = async (work: () => Promise<void>) => {
    if (busy.value) return
    busy.value = true
    try {
      await work()
    } catch (error) {
      problem.value = messageOf(error)
    } finally {
      busy.value = false
    }
  }
  const nextOpen = (after: number): number => {
    const ahead = groups.value.findIndex((_, index) => index > after && !decisions.value.has(index))
    const any = ahead >= 0 ? ahead : groups.value.findIndex((_, index) => !decisions.value.has(index))
    return any >= 0 ? any : groups.value.length
  }
  const decide = (as: Decision, work: (now: Group) => Promise<number>) =>
    guarded(async () => {
      const now = group.value
      if (!now || decision.value) return
      const mine = place.value
      const batch = await work(now)
      decisions.value = new Map(decisions.value).set(mine, { group: now, decision: as, batch })
      order.value = [...order.value, mine]
      show(nextOpen(mine))
    })
  const merge = () =>
    decide('merged', async (now) => {
      const ids = now.flatMap(({ id }) => (id === kept.value ? [] : [id]))
      return (await call('unit.merge', { keep: kept.value, ids })).batch
    })
  const keepAll = () => decide('kept', () => Promise.resolve(0))
  const undo = () =>
    guarded(async () => {
      const last = order.value.at(-1)
      const what = last === undefined ? undefined : decisions.value.get(last)
      if (last === undefined || !what) return
      if (what.batch !== 0) await call('unit.undo', { batch: what.batch })
      const rest = new Map(decisions.value)
      rest.delete(last)
      decisions.value = rest
      order.value = order.value.slice(0, -1)
      show(last)
    })
  return {
    ...{
      kind,
      memoryId,
      groups,
      total,
      loaded,
      place,
      group,
      kept,
      decision,
      decided,
      counts,
      problem,
      busy,
    },
    undoable: computed(() => order.value.length),
    search,
    ...{ load, show, merge, keepAll, undo },
    step: (by: 1 | -1) => show(Math.min(groups.value.length - 1, place.value + by)),
  }
}
