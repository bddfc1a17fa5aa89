import { nextTick, ref, watch } from 'vue'
import { toast } from 'vue-sonner'
import type { CommandId } from '#contract/commands.ts'
import { call } from '../../app/client.ts'
import { provideCommand, provideCommands } from '../../app/commands.ts'
import { t } from '../../app/i18n.ts'
import { useSettings } from '../../app/settings.ts'
import { useShell } from '../../app/shell.ts'
import { useDesk } from '../article/deskStore.ts'
import { spacedInsertion } from '../hit/insertion.ts'
import { ghostTexts, type Offer } from './offers.ts'

type Runs = Partial<Record<CommandId, () => void | Promise<void>>>

/** What the commands of the matches and of the ghost text do. */
export const useMatchCommands = (): { runs: Runs; stop: () => void } => {
  const desk = useDesk()
  const shell = useShell()
  const settings = useSettings()

  /** Counting what was used is no reason to disturb anybody. */
  const used = (unitIds: readonly number[]) => {
    for (const unitId of unitIds) void call('memory.used', { unitId }).catch(() => undefined)
  }
  /** The whole translation, whatever stood there, as one undo step; the caret goes behind it. */
  const write = (text: string) => {
    const { index } = desk.place
    desk.session?.put(index, text, 'match')
    desk.editor?.goTo({ side: 'target', index, offset: text.length })
  }
  const insert = (text: string, unitIds: readonly number[], where: 'whole' | 'caret' = 'whole') => {
    const { session, editor, paragraph } = desk
    if (!session || !editor || !paragraph) return
    if (paragraph.locked) return void toast(t('hit.lockedHere'))
    if (where === 'whole' || paragraph.target.trim() === '') write(text)
    else {
      const [before, after] = [editor.textBeforeCaret(), editor.textAfterCaret()]
      const { lead, trail } = spacedInsertion(before, text, after)
      // Said before it is written: else it would count as typed.
      session.typed(desk.place.index, before + lead + text + trail + after, 'match')
      editor.insert(lead + text, trail)
    }
    used(unitIds)
  }
  desk.insert = insert

  /** The offers of the paragraph under the caret: at once, or as soon as they are there. */
  const offersHere = async (): Promise<readonly Offer[]> =>
    desk.offersHere.length > 0 ? desk.offersHere : ((await desk.settleOffers?.()) ?? [])
  const insertOffer = async (place: number, how: { where?: 'caret'; asItStands?: true } = {}) => {
    const offers = await offersHere()
    const offer = offers[place]
    if (!offer) return void toast(t('memory.noSuchMatch', { number: place + 1, count: offers.length }))
    desk.chosenOffer = place
    const raw = how.asItStands && offer.kind === 'match' ? offer.match.unit.target : offer.text
    insert(raw, offer.unitIds, how.where)
  }

  /** Paragraphs in which the ghost text is not wanted. */
  const hidden = ref(new Set<number>())
  /** What of it was counted as used, so that taking it word by word counts once. */
  let counted = ''
  watch(
    () => desk.session,
    () => (hidden.value = new Set()),
  )
  const ghosts = () => {
    const id = desk.paragraph?.id
    if (!settings.values.matchGhost || id == null || hidden.value.has(id)) return null
    return ghostTexts(desk.offersHere, settings.values.matchGhostFloor)
  }
  const stopGhost = watch(
    () => [ghosts(), desk.place.index, desk.editor, desk.session?.length.value] as const,
    ([texts, index, editor]) =>
      editor?.offerGhost(
        index,
        texts?.map(({ text, points }) => ({ text, says: t('memory.ghost', { score: points }) })) ?? null,
      ),
    // Before the next drawing.
    { flush: 'sync' },
  )
  const take = (part: 'all' | 'word') => {
    const text = desk.editor?.ghostTaken(part)
    if (text == null) return
    const ghost = ghosts()?.find((each) => each.text.startsWith(text))
    write(text)
    const key = `${desk.paragraph?.id ?? 0}:${ghost?.unitIds.join() ?? ''}`
    if (ghost && counted !== key) used(ghost.unitIds)
    counted = key
  }
  const canTake = () => shell.view === 'desk' && desk.editor?.ghostTaken('all') != null
  const stops = [
    stopGhost,
    provideCommands({ 'ghost.take': () => take('all'), 'ghost.takeWord': () => take('word') }, canTake),
    provideCommand(
      'ghost.hide',
      () => {
        const id = desk.paragraph?.id
        if (id != null) hidden.value = new Set([...hidden.value, id])
      },
      canTake,
    ),
    provideCommand('ghost.toggle', async () => {
      const matchGhost = !settings.values.matchGhost
      hidden.value = new Set()
      await settings.change({ matchGhost })
      toast(t(matchGhost ? 'memory.ghostOn' : 'memory.ghostOff'))
    }),
  ]

  const runs: Runs = {
    'match.atCaret': () => insertOffer(desk.chosenOffer, { where: 'caret' }),
    'match.asItStands': () => insertOffer(desk.chosenOffer, { asItStands: true }),
    'view.matches': async () => {
      shell.panelTab = 'matches'
      if (!settings.values.showPanel) void settings.change({ showPanel: true, focusMode: false })
      await nextTick()
      document.querySelector<HTMLElement>('[data-matches] [data-offer]')?.focus()
    },
  }
  for (const n of [1, 2, 3, 4, 5, 6, 7, 8, 9] as const) runs[`match.insert${n}`] = () => insertOffer(n - 1)
  return { runs, stop: () => stops.forEach((stop) => stop()) }
}
