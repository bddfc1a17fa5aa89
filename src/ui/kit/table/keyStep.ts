export interface TablePlace<Column> {
  current: number
  column: Column
  total: number
  /** Rows that are seen at once. */
  page: number
}

export interface KeyStep<Column> {
  index: number
  column: Column
  /** To another row. */
  rows: boolean
}

/** Where an arrow, Page or Home/End key leads; null for any other key. */
export const keyStep = <Column>(
  { key, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
  { current, column, total, page }: TablePlace<Column>,
  columns: readonly Column[],
): KeyStep<Column> | null => {
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
  const place = Math.max(0, Math.min(columns.length - 1, columns.indexOf(column) + sideways))
  return { index: current, column: columns[place] ?? column, rows: false }
}
