import { settingsShape, type Settings } from '#contract/setting.ts'
import type { EngineLink } from './engineLink.ts'

/**
 * The settings as the shell needs them (language, keys, theme). `onChange` runs at every change; while no workspace
 * is open the defaults hold.
 */
export const followSettings = (
  engine: EngineLink,
  onChange: (settings: Settings) => void,
): (() => Settings) => {
  let settings = settingsShape.parse({})
  let latest = 0
  const load = async (): Promise<void> => {
    const mine = ++latest
    const answer = await engine.call('setting.all', {}, 'desktop')
    if (mine !== latest || !answer.ok) return
    settings = answer.value as Settings
    onChange(settings)
  }
  engine.listen(({ type }) => {
    if (type === 'setting' || type === 'workspace' || type === 'elsewhere') void load()
  })
  void load()
  return () => settings
}
