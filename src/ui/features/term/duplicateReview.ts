import { computed, ref, shallowRef, watch } from 'vue'
import type { DuplicateGroup } from '#contract/term.ts'
import { call } from '../../app/client.ts'
import { messageOf } from '../../app/errors.ts'
import { t } from '../../app/i18n.ts'
import { useGlossaries } from './glossaryStore.ts'
import { likeliest, usesOf } from './mergeOrder.ts'

export type Decision = 'merged' | 'kept' | 'admitted'

interface Decided {
  group: DuplicateGroup
  decision: Decision
  /** 0 where nothing was changed. */
  batch: number
}

const keyOf = ({ kind, terms }: DuplicateGroup): string => `${kind} ${terms.map(({ id }) => id).join(' ')}`

/**
 * Groups of duplicates gone through one by one, each decision with its way back. Those decided about come first, then
 * those that are still there: one decision may make an end of other groups, or leave less of them.
 */
export const useDuplicateReview = () => {
  const glossaries = useGlossaries()
  const done = shallowRef<readonly Decided[]>([])
  const open = shallowRef<readonly DuplicateGroup[]>([])
  const loaded = ref(false)
  const place = ref(0)
  const kept = ref(0)
  const uses = shallowRef<ReadonlyMap<number, number>>(new Map())
  const problem = ref('')
  const busy = ref(false)

  const groups = computed(() => [...done.value.map(({ group }) => group), ...open.value])
  const group = computed(() => groups.value[place.value])
  const decision = computed(() => done.value[place.value]?.decision)
  const decided = computed(() => done.value.length)
  const undoable = computed(() => done.value.length)
  const counts = computed(() => {
    const count = (wanted: Decision) => done.value.filter((each) => each.decision === wanted).length
    return { merged: count('merged'), kept: count('kept'), admitted: count('admitted') }
  })

  watch(group, async (now, before) => {
    // Fetched anew, it is another list of the same terms.
    if (now && before && keyOf(now) === keyOf(before)) return
    problem.value = ''
    if (!now) return
    kept.value = likeliest(now.terms, new Map(), glossaries.isReadOnly)
    const counted = await usesOf(now.terms.map(({ id }) => id)).catch(() => new Map<number, number>())
    if (group.value !== now) return
    uses.value = counted
    kept.value = likeliest(now.terms, counted, glossaries.isReadOnly)
  })
  const fetch = async () => {
    const all = await call('term.duplicates', {})
    // What shall stay as it is would come again and again.
    const left = new Set(done.value.map((each) => keyOf(each.group)))
    open.value = all.filter((each) => !left.has(keyOf(each)))
  }
  const load = async () => {
    try {
      await fetch()
    } catch (error) {
      problem.value = messageOf(error)
    }
    loaded.value = true
  }
  const step = (by: 1 | -1) => {
    place.value = Math.max(0, Math.min(groups.value.length - 1, place.value + by))
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
  const decide = (as: Decision, work: (now: DuplicateGroup) => Promise<number>) =>
    guarded(async () => {
      const now = group.value
      if (!now || decision.value) return
      const batch = await work(now)
      const after = place.value - done.value.length
      done.value = [...done.value, { group: now, decision: as, batch }]
      open.value = open.value.filter((each) => each !== now)
      if (batch !== 0) await fetch()
      // On to the one behind it; past the end once all are decided.
      const next = after < open.value.length ? after : 0
      place.value = open.value.length === 0 ? groups.value.length : done.value.length + next
    })
  const merge = () =>
    decide('merged', async ({ terms }) => {
      const ids = terms.map(({ id }) => id)
      return (await call('term.merge', { into: kept.value, ids })).batch
    })
  const keepAll = () => decide('kept', () => Promise.resolve(0))
  /** One stays preferred, the others become admitted. */
  const admitOthers = () =>
    decide('admitted', async ({ terms }) => {
      const ids = terms.flatMap(({ id }) => (id === kept.value ? [] : [id]))
      return (await call('term.change', { ids, change: { status: 'admitted' } })).batch
    })
  const undo = () =>
    guarded(async () => {
      const last = done.value.at(-1)
      if (!last) return
      const left = last.batch === 0 ? 0 : (await call('term.undo', { batch: last.batch })).kept
      done.value = done.value.slice(0, -1)
      await fetch()
      const back = open.value.findIndex((each) => keyOf(each) === keyOf(last.group))
      place.value = done.value.length + Math.max(0, back)
      if (left > 0) problem.value = t('term.undoKept', { count: left })
    })
  return {
    ...{ groups, loaded, place, group, kept, uses, decision, decided, counts, undoable, problem, busy },
    ...{ load, step, merge, keepAll, admitOthers, undo },
  }
}
