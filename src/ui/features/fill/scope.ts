import { computed, ref } from 'vue'
import { t } from '../../app/i18n.ts'
import { useShell } from '../../app/shell.ts'
import { useLibrary } from '../library/libraryStore.ts'

export interface ScopeRequest {
  articleIds?: number[]
  projectId?: number
}

interface ScopeOption extends ScopeRequest {
  key: string
  label: string
  /** Of the project it is, or that its article is in. */
  inProject: number
}

/** Where to work: what was asked for, else the open article; any project can be chosen instead. */
export const useFillScope = (request: ScopeRequest) => {
  const shell = useShell()
  const library = useLibrary()
  const articles = computed((): ScopeOption[] => {
    const ids = request.articleIds ?? (shell.articleId === null ? [] : [shell.articleId])
    const found = library.articles.filter(({ id }) => ids.includes(id))
    const [first] = found
    if (!first) return []
    const label = found.length === 1 ? first.title : t('fill.articles', { count: found.length })
    return [{ key: 'articles', label, articleIds: found.map(({ id }) => id), inProject: first.projectId }]
  })
  const projects = computed((): ScopeOption[] =>
    library.projects
      .filter(({ id }) => library.inProject(id).length > 0)
      .map(({ id, name }) => ({
        key: `project-${id}`,
        label: t('fill.project', { name }),
        projectId: id,
        inProject: id,
      })),
  )
  const options = computed(() => [...articles.value, ...projects.value])
  const chosen = ref(
    request.projectId === undefined ? (articles.value[0]?.key ?? '') : `project-${request.projectId}`,
  )
  const scope = computed(
    () => options.value.find(({ key }) => key === chosen.value) ?? options.value[0] ?? null,
  )
  /** As the calls take it; null where there is nothing to work on. */
  const asked = computed((): ScopeRequest | null => {
    const now = scope.value
    if (!now) return null
    return now.projectId === undefined ? { articleIds: now.articleIds ?? [] } : { projectId: now.projectId }
  })
  return { options, chosen, scope, asked }
}
