import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import type { PartOfSpeech, TermStatus } from '#core/model/term.ts'
import { useShell } from '../../app/shell.ts'

export type TermSort = 'source' | 'target' | 'updated' | 'status' | 'domain'

/** A filter as `term.list` and `term.ids` take it. */
export interface FilterQuery {
  search: string
  status?: TermStatus
  domain?: string
  partOfSpeech?: PartOfSpeech
  glossaryIds?: number[]
}

/** What the glossary view is narrowed to and ordered by. Kept here, so that leaving the view does not lose it. */
export const useGlossaryFilter = defineStore('glossaryFilter', () => {
  const shell = useShell()
  const search = ref(shell.glossaryQuery)
  const status = ref<TermStatus | null>(null)
  const domain = ref<string | null>(null)
  const partOfSpeech = ref<PartOfSpeech | null>(null)
  const glossaryId = ref<number | null>(null)
  const sort = ref<TermSort>('source')
  const descending = ref(false)
  watch(
    () => shell.glossaryQuery,
    (now) => (search.value = now),
  )

  const query = computed((): FilterQuery => ({
    search: search.value.trim().slice(0, 200),
    ...(status.value === null ? {} : { status: status.value }),
    ...(domain.value === null ? {} : { domain: domain.value }),
    ...(partOfSpeech.value === null ? {} : { partOfSpeech: partOfSpeech.value }),
    ...(glossaryId.value === null ? {} : { glossaryIds: [glossaryId.value] }),
  }))
  const order = computed(() => ({ sort: sort.value, descending: descending.value }))
  const narrowed = computed(() => query.value.search !== '' || Object.keys(query.value).length > 1)

  const clear = () => {
    search.value = ''
    status.value = domain.value = partOfSpeech.value = glossaryId.value = null
  }
  /** A second time turns the order round. */
  const sortBy = (column: TermSort) => {
    descending.value = sort.value === column && !descending.value
    sort.value = column
  }
  return {
    ...{ search, status, domain, partOfSpeech, glossaryId },
    ...{ sort, descending, query, order, narrowed, clear, sortBy },
  }
})
