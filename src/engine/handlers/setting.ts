import type { settingContract } from '#contract/setting.ts'
import type { HandlersOf } from '../context.ts'
import { inTransaction } from '../db/database.ts'
import { readSettings, writeSettings } from '../db/setting.ts'

export const settingHandlers: HandlersOf<typeof settingContract> = {
  'setting.all': (_, { db }) => readSettings(db),
  'setting.change': (changes, { db, changed }) => {
    const settings = inTransaction(db, () => {
      writeSettings(db, changes)
      return readSettings(db)
    })
    changed({ type: 'setting' })
    return settings
  },
}
