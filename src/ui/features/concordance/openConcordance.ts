import { useSettings } from '../../app/settings.ts'
import { useShell } from '../../app/shell.ts'
import { useDesk } from '../article/deskStore.ts'
import { wordAt } from './asked.ts'
import { useConcordance } from './concordanceStore.ts'

/** Goes to the panel; with `ask` what is selected, or else the word under the caret, is looked up. */
export const useOpenConcordance = () => {
  const desk = useDesk()
  const shell = useShell()
  const settings = useSettings()
  const concordance = useConcordance()
  return ({ ask }: { ask: boolean }): void => {
    if (ask) {
      const { side, index, offset } = desk.place
      const selected = desk.selection?.text.trim() ?? ''
      const asked = selected === '' ? wordAt(desk.session?.at(index)?.[side] ?? '', offset) : selected
      if (asked !== '') concordance.query = asked.replaceAll(/\s+/gu, ' ').slice(0, 500)
    }
    shell.panelTab = 'concordance'
    if (!settings.values.showPanel) void settings.change({ showPanel: true, focusMode: false })
    concordance.fieldWanted++
  }
}
