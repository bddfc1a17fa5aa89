import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { ArticleSummary, Project } from '#core/model/article.ts'
import type { ArticleHit } from '#contract/article.ts'
import type { Settings } from '#contract/setting.ts'
import { call, listen } from '../../app/client.ts'
import { useSettings } from '../../app/settings.ts'

const progress = (article: ArticleSummary) =>
  article.paragraphs === 0 ? 0 : article.confirmed / article.paragraphs

const order: Record<Settings['librarySort'], (a: ArticleSummary, b: ArticleSummary) => number> = {
  updated: (a, b) => b.updatedAt.localeCompare(a.updatedAt),
  created: (a, b) => b.createdAt.localeCompare(a.createdAt) || b.id - a.id,
  title: (a, b) => a.title.localeCompare(b.title, 'ko'),
  progress: (a, b) => progress(a) - progress(b),
}

/** Projects and articles as the library shows them. */
export const useLibrary = defineStore('library', () => {
  const settings = useSettings()
  const projects = shallowRef<Project[]>([])
  const articles = shallowRef<ArticleSummary[]>([])
  const loaded = ref(false)
  const query = ref('')
  const hits = shallowRef<ArticleHit[]>([])

  let running: Promise<void> | null = null
  let next: Promise<void> | null = null
  const fetchAll = async () => {
    ;[projects.value, articles.value] = await Promise.all([
      call('project.list', {}),
      call('article.list', {}),
    ])
    loaded.value = true
  }
  /** Resolves with what is there now or later. Many calls while one is under way make one more fetch, not many. */
  const load = (): Promise<void> => {
    if (!running) {
      running = fetchAll().finally(() => (running = null))
      return running
    }
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = null
        return load()
      })
    return next
  }
  let timer = 0
  listen((event) => {
    if (event.type === 'library' || event.type === 'elsewhere' || event.type === 'structure') void load()
    if (event.type === 'article') {
      clearTimeout(timer)
      timer = window.setTimeout(() => void load(), 600)
    }
  })

  const search = async (text: string) => {
    query.value = text
    const trimmed = text.trim()
    hits.value = trimmed === '' ? [] : await call('article.search', { text: trimmed })
  }

  const sorted = computed(() => [...articles.value].sort(order[settings.values.librarySort ?? 'updated']))
  const inProject = (projectId: number) => sorted.value.filter((article) => article.projectId === projectId)
  /** With a search: the articles found, with what was found in them. */
  const found = computed(() =>
    hits.value.flatMap((hit) => {
      const article = articles.value.find(({ id }) => id === hit.articleId)
      return article ? [{ article, hit }] : []
    }),
  )
  return { projects, articles, loaded, query, found, load, search, inProject }
})
