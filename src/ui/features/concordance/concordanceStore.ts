import { defineStore } from 'pinia'
import { computed, reactive, ref, shallowRef, watch } from 'vue'
import { useDebounceFn } from '@vueuse/core'
import type { ConcordanceHit } from '#contract/memory.ts'
import { AppError } from '#contract/error.ts'
import { call, listen } from '../../app/client.ts'
import { messageOf } from '../../app/errors.ts'
import { t } from '../../app/i18n.ts'

export type Side = 'both' | 'source' | 'target'

/** Milliseconds after the last key; an answer takes about as long. */
const PAUSE = 80
const PAGE = 200
/** As many as one call gives. */
const MOST = 1000

/** What is looked up in the memory and what was found, kept while the window is open. */
export const useConcordance = defineStore('concordance', () => {
  const query = ref('')
  const options = reactive({
    side: 'both' as Side,
    regex: false,
    ignoreSpaces: true,
    ignoreParticles: false,
  })
  const filter = reactive({
    memoryId: null as number | null,
    articleId: null as number | null,
    from: '',
    until: '',
  })
  const narrowed = computed(
    () => Object.values(filter).filter((value) => value !== null && value !== '').length,
  )
  const clearFilter = () => Object.assign(filter, { memoryId: null, articleId: null, from: '', until: '' })

  const hits = shallowRef<readonly ConcordanceHit[]>([])
  /** How many units there are in all; null where not all were looked at. */
  const total = ref<number | null>(null)
  const atMost = ref<number | null>(null)
  const looked = ref({ units: 0, of: 0 })
  const next = ref<number | null>(null)
  const problem = ref('')
  const searching = ref(false)
  /** Counts up with every wish to have the keyboard in the field. */
  const fieldWanted = ref(0)
  /** What the hits are of; empty where nothing was looked up yet. */
  const found = ref('')

  const question = () => ({
    text: query.value.trim(),
    ...options,
    ...(filter.memoryId === null ? {} : { memoryIds: [filter.memoryId] }),
    ...(filter.articleId === null ? {} : { articleId: filter.articleId }),
    ...(filter.from === '' ? {} : { from: filter.from }),
    ...(filter.until === '' ? {} : { until: filter.until }),
  })
  const explain = (error: unknown): string =>
    error instanceof AppError && error.code === 'bad-input' && error.details.reason !== undefined
      ? t('concordance.badPattern', { reason: String(error.details.reason) })
      : messageOf(error)

  let round = 0
  /** An answer that comes late, for what is not looked up any more, is not shown. */
  const search = async (limit = PAGE): Promise<void> => {
    const mine = ++round
    const asked = question()
    if (asked.text === '') {
      looked.value = { units: 0, of: 0 }
      hits.value = []
      ;[total.value, next.value, problem.value, found.value, searching.value] = [null, null, '', '', false]
      return
    }
    searching.value = true
    try {
      const answer = await call('memory.concordance', { ...asked, limit })
      if (mine !== round) return
      hits.value = answer.hits
      total.value = answer.total
      atMost.value = answer.atMost
      looked.value = { units: answer.looked, of: answer.of }
      next.value = answer.next
      problem.value = ''
      found.value = asked.text
    } catch (error) {
      // What was found before stands until there is something else to show.
      if (mine === round) problem.value = explain(error)
    } finally {
      if (mine === round) searching.value = false
    }
  }
  const more = async (): Promise<void> => {
    if (next.value === null || searching.value) return
    const mine = ++round
    searching.value = true
    try {
      const answer = await call('memory.concordance', { ...question(), limit: PAGE, before: next.value })
      if (mine !== round) return
      hits.value = [...hits.value, ...answer.hits]
      next.value = answer.next
    } catch (error) {
      if (mine === round) problem.value = explain(error)
    } finally {
      if (mine === round) searching.value = false
    }
  }
  const searchSoon = useDebounceFn(() => search(), PAUSE)
  watch([query, options, filter], () => void searchSoon())

  // As many as are there are looked up again, so that nobody loses the place.
  const renew = useDebounceFn(() => search(Math.min(MOST, Math.max(PAGE, hits.value.length))), 400)
  listen((event) => {
    if ((event.type === 'memory' || event.type === 'elsewhere') && found.value !== '') void renew()
  })

  return {
    ...{ query, options, filter, narrowed, clearFilter },
    ...{ hits, total, atMost, looked, next, problem, searching, found, fieldWanted, search, more },
  }
})
