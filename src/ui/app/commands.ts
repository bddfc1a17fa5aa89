import { computed, shallowReactive } from 'vue'
import { commands, commandIds, keysOf, type CommandId } from '#contract/commands.ts'
import { currentLanguage } from './i18n.ts'
import { useSettings } from './settings.ts'
import { eventMatches, isComposing, showKey } from './keys.ts'

interface Registered {
  run: () => void | Promise<void>
  enabled: () => boolean
}

const registered = shallowReactive(new Map<CommandId, readonly Registered[]>())

/**
 * Gives a command what it does; gives back the function that takes it away. The newest registration that is enabled
 * wins: where the desk cannot do it, the window still may.
 */
export const provideCommand = (
  id: CommandId,
  run: () => void | Promise<void>,
  enabled: () => boolean = () => true,
): (() => void) => {
  const mine = { run, enabled }
  registered.set(id, [mine, ...(registered.get(id) ?? [])])
  return () => {
    registered.set(
      id,
      (registered.get(id) ?? []).filter((each) => each !== mine),
    )
  }
}

const present = (id: CommandId): Registered | undefined =>
  registered.get(id)?.find(({ enabled }) => enabled())

/** Several at once; meant for a component's setup together with `onScopeDispose`. */
export const provideCommands = (
  runs: Partial<Record<CommandId, () => void | Promise<void>>>,
  enabled?: () => boolean,
): (() => void) => {
  const stops = Object.entries(runs).map(([id, run]) => provideCommand(id as CommandId, run, enabled))
  return () => stops.forEach((stop) => stop())
}

export const isEnabled = (id: CommandId): boolean => present(id) !== undefined

export const runCommand = async (id: CommandId): Promise<void> => {
  await present(id)?.run()
}

export const commandLabel = (id: CommandId): string => commands[id][currentLanguage()]

export const keysFor = (id: CommandId): readonly string[] => {
  const settings = useSettings()
  return keysOf(id, settings.values.keyMap ?? 'naranhi', settings.values.keys ?? {})
}

/** The keys as a user reads them: `Ctrl+Enter`, on macOS `⌘↩`. */
export const keyLabels = (id: CommandId): string[] => keysFor(id).map(showKey)

const bindings = computed(() => commandIds.map((id) => ({ id, keys: keysFor(id) })))

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')

type KeyKeeper = (event: KeyboardEvent) => boolean
const keepers = new Set<KeyKeeper>()

/** Something in the window that may want a key for itself, asked as the key is pressed; gives back its end. */
export const keepKeys = (wants: KeyKeeper): (() => void) => {
  keepers.add(wants)
  return () => void keepers.delete(wants)
}

/** Monaco's own fields (find, replace) and its list of completions keep their keys. */
const belongsToWidget = (event: KeyboardEvent): boolean => {
  if (event.target instanceof HTMLElement && event.target.closest('.find-widget')) return true
  return [...keepers].some((wants) => wants(event))
}

/** Keys that mean something of their own wherever text is written in a plain field or a list is walked. */
const belongsToField = (event: KeyboardEvent): boolean => {
  const target = event.target
  if (!(target instanceof HTMLElement)) return false
  if (target.closest('[data-desk]')) return false
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !/^F\d/.test(event.key)
  if (plain) return true
  // Undo, redo and find in a field are the field's own.
  return target.matches('input, textarea, [contenteditable]') && /^[zyfh]$/i.test(event.key) && !event.altKey
}

/**
 * One listener for all keys, before Monaco and every component sees them. Nothing runs while a syllable is being
 * composed: Enter or Escape then belong to the input method.
 */
export const listenToKeys = (isDialogOpen: () => boolean): (() => void) => {
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || event.defaultPrevented) return
    const inDesk = event.target instanceof HTMLElement && event.target.closest('[data-desk]') !== null
    // Inside a dialog keys belong to the dialog; only the palette may still be called.
    const dialog = isDialogOpen()
    for (const { id, keys } of bindings.value) {
      if (!keys.some((key) => eventMatches(event, key))) continue
      if (dialog && id !== 'help.palette') continue
      const spec = commands[id]
      // What works on the text must not happen while a note or a field is being written.
      if (spec.where !== 'anywhere' && !spec.moves && !inDesk && isWriting(event.target)) continue
      const pressed = keys.find((key) => eventMatches(event, key)) ?? ''
      if (
        spec.where !== 'anywhere' &&
        !inDesk &&
        /^(Enter|Shift\+Enter|PageUp|PageDown|Mod\+A)$/.test(pressed)
      )
        continue
      if (belongsToField(event) || belongsToWidget(event)) continue
      if (!isEnabled(id)) continue
      event.preventDefault()
      event.stopPropagation()
      void runCommand(id)
      return
    }
  }
  window.addEventListener('keydown', onKeyDown, { capture: true })
  return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
}
