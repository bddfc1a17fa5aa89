import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import type { UnitSort } from '#contract/unit.ts'
import type { UnitScope } from '#core/model/memory.ts'
import { useShell } from '../../app/shell.ts'

/** A filter as `unit.list` and `unit.ids` take it. */
export interface UnitQuery {
  search: string
  memoryIds?: number[]
  scope?: UnitScope
  articleId?: number
  from?: string
  until?: string
}

const DATE = /^\d{4}-\d{2}-\d{2}$/
/** Orders that begin with the least: words. Of dates and counts the latest and largest come first. */
const RISING: ReadonlySet<UnitSort> = new Set(['source', 'target'])

/** What the memory view is narrowed to and ordered by. Kept here, so that leaving the view does not lose it. */
export const useUnitFilter = defineStore('unitFilter', () => {
  const shell = useShell()
  const search = ref(shell.memoryQuery)
  const memoryId = ref<number | null>(null)
  const scope = ref<UnitScope | null>(null)
  const articleId = ref<number | null>(null)
  /** As a date field gives them: empty, or a whole date. */
  const from = ref('')
  const until = ref('')
  // By when they were added: a row that is edited keeps its place.
  const sort = ref<UnitSort>('created')
  const descending = ref(true)
  watch(
    () => shell.memoryQuery,
    (now) => (search.value = now),
  )

  const query = computed((): UnitQuery => ({
    search: search.value.trim().slice(0, 200),
    ...(memoryId.value === null ? {} : { memoryIds: [memoryId.value] }),
    ...(scope.value === null ? {} : { scope: scope.value }),
    ...(articleId.value === null ? {} : { articleId: articleId.value }),
    ...(DATE.test(from.value) ? { from: from.value } : {}),
    ...(DATE.test(until.value) ? { until: until.value } : {}),
  }))
  const order = computed(() => ({ sort: sort.value, descending: descending.value }))
  const narrowed = computed(() => query.value.search !== '' || Object.keys(query.value).length > 1)

  const clear = () => {
    search.value = from.value = until.value = ''
    memoryId.value = scope.value = articleId.value = null
  }
  /** A second time turns the order round. */
  const sortBy = (column: UnitSort) => {
    descending.value = sort.value === column ? !descending.value : !RISING.has(column)
    sort.value = column
  }
  return {
    ...{ search, memoryId, scope, articleId, from, until },
    ...{ sort, descending, query, order, narrowed, clear, sortBy },
  }
})
