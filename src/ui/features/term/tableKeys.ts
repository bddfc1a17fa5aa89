import { COLUMNS, type Column } from './columns.ts'

export interface TablePlace {
  current: number
  column: Column
  total: number
  /** Rows that are seen at once. */
  page: number
}

/** Where an arrow, Page or Home/End key leads; null for any other key. `rows`: to another row. */
export const keyStep = (
  { key, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
  { current, column, total, page }: TablePlace,
): { index: number; column: Column; rows: boolean } | null => {
  const last = Math.max(0, total - 1)
  const goals: Record<string, number> = {
    ArrowDown: current + 1,
    ArrowUp: current - 1,
    PageDown: current + page,
    PageUp: current - page,
    Home: 0,
    End: last,
  }
  const goal = goals[key]
  if (goal !== undefined) return { index: Math.max(0, Math.min(last, goal)), column, rows: true }
  const sideways = { ArrowRight: 1, ArrowLeft: -1 }[key]
  if (sideways === undefined || ctrlKey || metaKey) return null
  const place = Math.max(0, Math.min(COLUMNS.length - 1, COLUMNS.indexOf(column) + sideways))
  return { index: current, column: COLUMNS[place] ?? column, rows: false }
}
