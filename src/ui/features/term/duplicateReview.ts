import { computed, ref, shallowRef, watch } from 'vue'
import type { DuplicateGroup } from '#contract/term.ts'
import { call } from '../../app/client.ts'
import { messageOf } from '../../app/errors.ts'
import { t } from '../../app/i18n.ts'
import { likeliest, usesOf } from './mergeOrder.ts'

export type Decision = 'merged' | 'kept' | 'admitted'

/** Groups of duplicates gone through one by one, each decision with its way back. */
export const useDuplicateReview = () => {
  const groups = shallowRef<readonly DuplicateGroup[]>([])
  const loaded = ref(false)
  const place = ref(0)
  const kept = ref(0)
  const uses = shallowRef<ReadonlyMap<number, number>>(new Map())
  const decisions = ref(new Map<number, Decision>())
  /** In the order they were made; a batch of 0 changed nothing. */
  const made: { place: number; batch: number }[] = []
  const undoable = ref(0)
  const problem = ref('')
  const busy = ref(false)

  const group = computed(() => groups.value[place.value])
  const decided = computed(() => decisions.value.size)
  const counts = computed(() => {
    const all = [...decisions.value.values()]
    const count = (wanted: Decision) => all.filter((each) => each === wanted).length
    return { merged: count('merged'), kept: count('kept'), admitted: count('admitted') }
  })

  watch(group, async (now) => {
    problem.value = ''
    if (!now) return
    kept.value = likeliest(now.terms, new Map())
    const counted = await usesOf(now.terms.map(({ id }) => id)).catch(() => new Map<number, number>())
    if (group.value !== now) return
    uses.value = counted
    kept.value = likeliest(now.terms, counted)
  })
  const load = async () => {
    try {
      groups.value = await call('term.duplicates', {})
    } catch (error) {
      problem.value = messageOf(error)
    }
    loaded.value = true
  }
  const step = (by: 1 | -1) => {
    place.value = Math.max(0, Math.min(groups.value.length - 1, place.value + by))
  }
  /** On to the next group nothing was decided about; past the end once all are decided. */
  const goOn = () => {
    const open = groups.value.map((_, index) => index).filter((index) => !decisions.value.has(index))
    place.value = open.find((index) => index > place.value) ?? open[0] ?? groups.value.length
  }
  const decide = async (decision: Decision, work: (now: DuplicateGroup) => Promise<number>) => {
    const now = group.value
    if (!now || busy.value || decisions.value.has(place.value)) return
    busy.value = true
    try {
      made.push({ place: place.value, batch: await work(now) })
      undoable.value = made.length
      decisions.value.set(place.value, decision)
      goOn()
    } catch (error) {
      problem.value = messageOf(error)
    } finally {
      busy.value = false
    }
  }
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
  const undo = async () => {
    const last = made.at(-1)
    if (!last || busy.value) return
    busy.value = true
    try {
      const { kept: left } = last.batch === 0 ? { kept: 0 } : await call('term.undo', { batch: last.batch })
      made.pop()
      undoable.value = made.length
      decisions.value.delete(last.place)
      place.value = last.place
      if (left > 0) problem.value = t('term.undoKept', { count: left })
    } catch (error) {
      problem.value = messageOf(error)
    } finally {
      busy.value = false
    }
  }
  return {
    ...{ groups, loaded, place, group, kept, uses, decisions, decided, counts, undoable, problem, busy },
    ...{ load, step, goOn, merge, keepAll, admitOthers, undo },
  }
}
