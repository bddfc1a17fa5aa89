import { toast } from 'vue-sonner'
import { isAppError, messageOf } from './errors.ts'
import { call } from './client.ts'
import { provideCommands } from './commands.ts'
import { moveFocus } from './regions.ts'
import { t } from './i18n.ts'
import { useSettings } from './settings.ts'
import { useShell } from './shell.ts'

/** The commands that belong to the window as a whole; the desk and the views provide theirs themselves. */
export const provideWindowCommands = (): (() => void) => {
  const shell = useShell()
  const settings = useSettings()
  const values = () => settings.values
  const report = async (work: Promise<unknown>, done: string) => {
    try {
      await work
      toast(done)
    } catch (error) {
      if (!isAppError(error)) throw error
      toast.error(messageOf(error))
    }
  }
  return provideCommands({
    'app.settings': () => void shell.open({ name: 'settings' }),
    'help.palette': () => void shell.open({ name: 'palette' }),
    'help.keys': () => void shell.open({ name: 'settings', page: 'keys' }),
    'help.about': () => void shell.open({ name: 'about' }),
    'help.sample': () =>
      report(
        call('workspace.addSample', {}).then((added) => shell.openArticle(added.openArticleId)),
        t('workspace.sampleAdded'),
      ),
    'workspace.backUp': () => report(call('workspace.backUp', {}), t('workspace.backedUp')),
    'project.add': () => void shell.open({ name: 'project', projectId: null }),
    'article.import': () => void shell.open({ name: 'import' }),
    'article.paste': () => void shell.open({ name: 'import', text: '' }),
    'term.add': () => void shell.open({ name: 'term', termId: null, source: '', target: '' }),
    'glossary.manage': () => void shell.open({ name: 'glossaries' }),
    'glossary.changes': () => void shell.open({ name: 'termChanges' }),
    'glossary.duplicates': () => void shell.open({ name: 'duplicates' }),
    'term.harvest': () => {
      const open = shell.view === 'desk' && shell.articleId !== null
      shell.open({ name: 'harvest', ...(open ? { articleIds: [shell.articleId as number] } : {}) })
    },
    'glossary.import': () => void shell.open({ name: 'glossaryImport' }),
    'glossary.export': () => void shell.open({ name: 'glossaryExport' }),
    'memory.import': () => void shell.open({ name: 'memoryImport' }),
    'memory.export': () => void shell.open({ name: 'memoryExport' }),
    'memory.manage': () => void shell.open({ name: 'memories' }),
    'memory.duplicates': () => void shell.open({ name: 'unitDuplicates' }),
    'memory.clean': () => void shell.open({ name: 'clean' }),
    'memory.analyse': () => void shell.open({ name: 'pretranslate', fill: false }),
    'memory.pretranslate': () => void shell.open({ name: 'pretranslate', fill: true }),
    'repetition.list': () => void shell.open({ name: 'repetitions' }),
    'view.desk': () => void (shell.view = 'desk'),
    'view.glossary': () => void (shell.view = 'glossary'),
    'view.memory': () => void (shell.view = 'memory'),
    'view.trash': () => void (shell.view = 'trash'),
    'view.library': () => settings.change({ showLibrary: !values().showLibrary, focusMode: false }),
    'view.panel': () => settings.change({ showPanel: !values().showPanel, focusMode: false }),
    'view.focusMode': () => settings.change({ focusMode: !values().focusMode }),
    'view.larger': () => settings.change({ fontSize: Math.min(32, values().fontSize + 1) }),
    'view.smaller': () => settings.change({ fontSize: Math.max(11, values().fontSize - 1) }),
    'view.theme': () => settings.change({ theme: settings.theme === 'dark' ? 'light' : 'dark' }),
    'focus.next': () => moveFocus(1),
    'focus.previous': () => moveFocus(-1),
  })
}
