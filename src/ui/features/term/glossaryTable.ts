import { onScopeDispose, ref, watch } from 'vue'
import { until, useDebounceFn } from '@vueuse/core'
import { listen } from '../../app/client.ts'
import type { Column } from './columns.ts'
import { useGlossaryFilter } from './glossaryFilter.ts'
import { useTermChoice } from './termChoice.ts'
import { useTermPages } from './termPages.ts'

/** The list behind the glossary's table: follows the filter and what is done to terms, and keeps the place. */
export const useGlossaryTable = (moveTo: (index: number) => void, toTop: () => void) => {
  const filter = useGlossaryFilter()
  const pages = useTermPages(() => ({ ...filter.query, ...filter.order }))
  const choice = useTermChoice()
  const current = ref(0)
  const column = ref<Column>('target')
  /** The term the keyboard stays with wherever its row goes. */
  let followed: number | null = null
  /** While many terms are changed, the list waits until all of it is done. */
  let held = false

  const refresh = async () => {
    if (held) return
    await pages.refresh()
    const id = followed
    followed = null
    if (id !== null && pages.at(current.value)?.id !== id) {
      const place = await pages.placeOf(id)
      if (place >= 0) moveTo(place)
    }
    current.value = Math.max(0, Math.min(current.value, pages.total.value - 1))
  }
  const refreshSoon = useDebounceFn(() => void refresh(), 120)
  /** How often something else was asked for, and up to which of these the list follows. */
  const asked = ref(0)
  const answered = ref(0)
  const anew = useDebounceFn(async () => {
    const mine = asked.value
    current.value = 0
    await refresh()
    toTop()
    answered.value = mine
  }, 120)
  watch([() => filter.query, () => filter.order], () => {
    asked.value++
    void anew()
  })
  onScopeDispose(
    listen((event) => {
      if (event.type === 'term' || event.type === 'elsewhere') void refreshSoon()
    }),
  )
  void refresh()

  return {
    ...{ pages, choice, current, column },
    follow: (id: number) => {
      followed = id
    },
    /** When the list shows what was last asked for: a key pressed right after a word must not act on what was there before. */
    settled: () => until(() => answered.value >= asked.value).toBe(true),
    /** Does a long work without fetching the list at every step of it. */
    async during<Result>(work: () => Promise<Result>): Promise<Result> {
      held = true
      try {
        return await work()
      } finally {
        held = false
        await refresh()
      }
    },
  }
}
