import { nextTick, type Ref } from 'vue'
import type { RowPages } from './rowPages.ts'

/** A cell that is edited in its row, one at a time. */
export interface CellEdits<Row, Edited extends string> {
  edit: Ref<{ column: Edited } | null>
  begin(row: Row, column: Edited): unknown
  /** False where something stands against it. */
  save(): Promise<boolean>
  leave(): void
}

export interface CellWalkOptions<Row extends { id: number }, Column extends string, Edited extends Column> {
  pages: RowPages<Row>
  cells: CellEdits<Row, Edited>
  /** What can be changed in its row, from the left. */
  edited: readonly Edited[]
  /** Begun where the keyboard is on a column that is made by the program. */
  likeliest: Edited
  current: Ref<number>
  column: Ref<Column>
  focus(): void
  moveTo(index: number): void
}

/** From cell to cell of a table that is edited in its rows. */
export const useCellWalk = <Row extends { id: number }, Column extends string, Edited extends Column>({
  pages,
  cells,
  edited,
  likeliest,
  current,
  column,
  focus,
  moveTo,
}: CellWalkOptions<Row, Column, Edited>) => {
  const isEdited = (at: Column): at is Edited => (edited as readonly Column[]).includes(at)

  const begin = (index: number, at: Column) => {
    const row = pages.at(index)
    if (!row) return
    const goal = isEdited(at) ? at : likeliest
    current.value = index
    column.value = goal
    cells.begin(row, goal)
  }
  const leave = () => {
    cells.leave()
    focus()
  }
  const save = async () => {
    if ((await cells.save()) && document.activeElement === document.body) focus()
  }
  /** What was edited is saved, and the next cell begun; after the last one, the first of the next row. */
  const next = async (step: 1 | -1) => {
    const from = cells.edit.value
    if (!from || !(await cells.save())) return
    const beside = edited[edited.indexOf(from.column) + step]
    const index = beside ? current.value : current.value + step
    if (index < 0 || index >= pages.total.value) return focus()
    if (!beside) moveTo(index)
    await nextTick()
    begin(index, beside ?? (step > 0 ? edited[0] : edited[edited.length - 1]) ?? likeliest)
  }
  return { begin, leave, save, next }
}
