import { computed, ref, shallowRef } from 'vue'
import type { ArticleHead } from '#core/model/article.ts'
import type { ImportItem, ImportPreview, SplitMode } from '#contract/exchange.ts'
import { call, startJob, upload, type RunningJob } from '../../app/client.ts'
import type { ResultOf } from '#contract/index.ts'

export interface ImportEntry {
  item: ImportItem
  preview: ImportPreview | null
  /** What the user has changed of the recognised heads, by the article's place. */
  heads: Partial<ArticleHead>[]
}

/** What an import dialog works on: chosen files or pasted text, their previews, and the run. */
export const useImport = () => {
  const entries = shallowRef<ImportEntry[]>([])
  const chosen = ref(0)
  const busy = ref(false)
  const progress = ref({ done: 0, total: 0, note: '' })
  let job: RunningJob<ResultOf<'import.run'>> | null = null
  let round = 0

  const refresh = async () => {
    const mine = ++round
    if (entries.value.length === 0) return
    busy.value = true
    try {
      const previews = await call('import.preview', { items: entries.value.map(({ item }) => item) })
      if (mine !== round) return
      entries.value = entries.value.map((entry, place) => ({ ...entry, preview: previews[place] ?? null }))
    } finally {
      if (mine === round) busy.value = false
    }
  }

  const add = async (items: ImportItem[]) => {
    entries.value = [...entries.value, ...items.map((item) => ({ item, preview: null, heads: [] }))]
    await refresh()
  }
  const addFiles = async (files: readonly File[]) => {
    busy.value = true
    const refs = []
    try {
      for (const file of files) refs.push(await upload(file))
    } catch (error) {
      busy.value = false
      throw error
    }
    await add(refs.map((from) => ({ from, split: 'auto', perLine: false })))
  }
  const addPaths = (refs: readonly { kind: 'path'; path: string }[]) =>
    add(refs.map((from) => ({ from, split: 'auto', perLine: false })))

  const change = async (
    place: number,
    changes: { split?: SplitMode; encoding?: string; perLine?: boolean },
  ) => {
    entries.value = entries.value.map((entry, at) => {
      if (at !== place) return entry
      const item: ImportItem = { ...entry.item, ...changes }
      if (changes.encoding === '') delete item.encoding
      return { ...entry, item, heads: [] }
    })
    await refresh()
  }
  const setText = async (text: string) => {
    const name = 'clipboard'
    const first = entries.value[0]
    const item: ImportItem = {
      split: first?.item.split ?? 'auto',
      perLine: first?.item.perLine ?? false,
      from: { kind: 'text', text, name },
    }
    entries.value =
      text.trim() === '' ? [] : [{ item, preview: first?.preview ?? null, heads: first?.heads ?? [] }]
    await refresh()
  }
  const remove = (place: number) => {
    entries.value = entries.value.filter((_, at) => at !== place)
    chosen.value = Math.max(0, Math.min(chosen.value, entries.value.length - 1))
  }
  const setHead = (place: number, article: number, head: Partial<ArticleHead>) => {
    entries.value = entries.value.map((entry, at) => {
      if (at !== place) return entry
      const heads = [...entry.heads]
      while (heads.length < article) heads.push({})
      heads[article] = { ...heads[article], ...head }
      return { ...entry, heads }
    })
  }

  const readable = computed(() => entries.value.filter(({ preview }) => preview && !preview.error))
  const articles = computed(() =>
    readable.value.reduce((sum, { preview }) => sum + (preview?.articles.length ?? 0), 0),
  )

  /** Rejects with the AppError of the job; `cancelled` when the user stopped it. */
  const run = async (project: number | string) => {
    busy.value = true
    try {
      job = await startJob(
        'import.run',
        { items: readable.value.map(({ item, heads }) => ({ ...item, heads })), project },
        (state) => (progress.value = state),
      )
      return await job.result
    } finally {
      job = null
      busy.value = false
    }
  }
  const cancel = () => job?.cancel()

  return {
    entries,
    chosen,
    busy,
    progress,
    readable,
    articles,
    add,
    addFiles,
    addPaths,
    change,
    setText,
    setHead,
    remove,
    run,
    cancel,
  }
}
