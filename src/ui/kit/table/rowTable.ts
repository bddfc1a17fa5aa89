import { onScopeDispose, ref, watch, type Ref } from 'vue'
import { until, useDebounceFn } from '@vueuse/core'
import type { AppEvent } from '#contract/event.ts'
import { listen } from '../../app/client.ts'
import { useRowChoice } from './rowChoice.ts'
import type { RowPages } from './rowPages.ts'

export interface RowTableOptions<Row, Column> {
  pages: RowPages<Row>
  /** What the list is narrowed to and ordered by: with any change of it the list begins anew. */
  asked: (() => unknown)[]
  isChange(event: AppEvent): boolean
  column: Column
  moveTo(index: number): void
  toTop(): void
}

/** The list behind a table: follows its filter and what is done to its rows, and keeps the place. */
export const useRowTable = <Row extends { id: number }, Column>(options: RowTableOptions<Row, Column>) => {
  const { pages } = options
  const choice = useRowChoice()
  const current = ref(0)
  const column = ref(options.column) as Ref<Column>
  /** The row the keyboard stays with wherever it goes. */
  let followed: number | null = null
  /** While many rows are changed, the list waits until all of it is done. */
  let held = false

  const refresh = async () => {
    if (held) return
    await pages.refresh()
    const id = followed
    followed = null
    if (id !== null && pages.at(current.value)?.id !== id) {
      const place = await pages.placeOf(id)
      if (place >= 0) options.moveTo(place)
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
    options.toTop()
    answered.value = mine
  }, 120)
  watch(options.asked, () => {
    asked.value++
    void anew()
  })
  onScopeDispose(
    listen((event) => {
      if (options.isChange(event)) void refreshSoon()
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
