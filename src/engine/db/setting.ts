import { settingsShape, type Settings } from '#contract/setting.ts'
import type { Reader, Writer } from './database.ts'
import { rows, run } from './statement.ts'

type Key = keyof Settings
const shapes = settingsShape.shape

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** All settings: what is stored and can be read, else the default. Keys of a newer version are passed over. */
export const readSettings = (db: Reader): Settings => {
  const stored: Record<string, unknown> = {}
  for (const { key, value } of rows<{ key: string; value: string }>(db, 'SELECT key, value FROM setting')) {
    if (!Object.hasOwn(shapes, key)) continue
    const read = shapes[key as Key].unwrap().safeParse(readJson(value))
    if (read.success) stored[key] = read.data
  }
  return settingsShape.parse(stored)
}

export const writeSettings = (db: Writer, changes: { [K in Key]?: Settings[K] | undefined }): void => {
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined) continue
    run(
      db,
      'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      key,
      JSON.stringify(value),
    )
  }
}
