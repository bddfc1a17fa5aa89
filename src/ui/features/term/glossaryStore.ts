import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { useDebounceFn } from '@vueuse/core'
import type { Glossary } from '#contract/glossary.ts'
import { call, listen } from '../../app/client.ts'
import { useShell } from '../../app/shell.ts'
import { useLibrary } from '../library/libraryStore.ts'

/** The glossaries of the workspace and the domains in use, followed through changes. */
export const useGlossaries = defineStore('glossaries', () => {
  const shell = useShell()
  const library = useLibrary()
  const list = shallowRef<readonly Glossary[]>([])
  const domains = shallowRef<readonly { domain: string; terms: number }[]>([])
  const loaded = ref(false)

  const load = async (): Promise<void> => {
    ;[list.value, domains.value] = await Promise.all([call('glossary.list', {}), call('term.domains', {})])
    loaded.value = true
  }
  const loadSoon = useDebounceFn(() => void load(), 250)
  listen((event) => {
    if (event.type === 'term' || event.type === 'elsewhere') void loadSoon()
  })
  void load()

  const byId = computed(() => new Map(list.value.map((glossary) => [glossary.id, glossary])))
  const nameOf = (id: number): string => byId.value.get(id)?.name ?? ''
  const isReadOnly = (id: number): boolean => byId.value.get(id)?.readOnly ?? false
  const writable = computed(() => list.value.filter(({ readOnly }) => !readOnly))
  /** The project being worked in: of the article on the desk, else the first. */
  const projectId = computed(
    () =>
      library.articles.find(({ id }) => id === shell.articleId)?.projectId ?? library.projects[0]?.id ?? null,
  )
  return { list, domains, loaded, load, byId, nameOf, isReadOnly, writable, projectId }
})
