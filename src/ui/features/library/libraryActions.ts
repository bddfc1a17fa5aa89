import { toast } from 'vue-sonner'
import type { ArticleSummary } from '#core/model/article.ts'
import { call } from '../../app/client.ts'
import { messageOf } from '../../app/errors.ts'
import { t } from '../../app/i18n.ts'
import { useShell } from '../../app/shell.ts'
import { useLibrary } from './libraryStore.ts'
import type { RowAction } from './RowMenu.vue'

/** What can be done with articles and projects from the library. Trash is undone from the toast or the trash. */
export const useLibraryActions = () => {
  const shell = useShell()
  const library = useLibrary()

  const act = async (work: Promise<unknown>): Promise<boolean> => {
    try {
      await work
      await library.load()
      return true
    } catch (error) {
      toast.error(messageOf(error))
      return false
    }
  }
  const withUndo = async (work: Promise<unknown>, said: string, undo: () => Promise<unknown>) => {
    if (await act(work))
      toast(said, { action: { label: t('library.undo'), onClick: () => void act(undo()) } })
  }

  const trashArticle = (article: ArticleSummary) =>
    withUndo(
      call('article.trash', { ids: [article.id] }),
      t('library.articleTrashed', { title: article.title }),
      () => call('article.restore', { ids: [article.id] }),
    )
  const trashProject = (id: number, name: string) =>
    withUndo(call('project.trash', { id }), t('library.projectTrashed', { name }), () =>
      call('project.restore', { id }),
    )
  const exportProject = (projectId: number) => {
    const articleIds = library.inProject(projectId).map(({ id }) => id)
    if (articleIds.length > 0) shell.open({ name: 'export', articleIds })
    else toast(t('library.emptyProject'))
  }
  /** What the memory can do with an article or a whole project. */
  const forFilling = (where: { articleIds: number[] } | { projectId: number }): RowAction[] => [
    {
      label: t('library.analyse'),
      run: () => void shell.open({ name: 'pretranslate', ...where, fill: false }),
    },
    {
      label: t('library.pretranslate'),
      run: () => void shell.open({ name: 'pretranslate', ...where, fill: true }),
    },
    { label: t('library.repetitions'), run: () => void shell.open({ name: 'repetitions', ...where }) },
  ]
  const forArticle = (article: ArticleSummary): RowAction[] => [
    { label: t('library.details'), run: () => void shell.open({ name: 'details', articleId: article.id }) },
    { label: t('library.move'), run: () => void shell.open({ name: 'move', articleIds: [article.id] }) },
    { label: t('library.export'), run: () => void shell.open({ name: 'export', articleIds: [article.id] }) },
    ...forFilling({ articleIds: [article.id] }),
    { label: t('library.trashArticle'), danger: true, run: () => trashArticle(article) },
  ]
  return { act, forArticle, forFilling, trashArticle, trashProject, exportProject }
}
