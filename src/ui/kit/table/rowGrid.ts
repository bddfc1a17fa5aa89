import { computed, nextTick, ref, shallowRef, useTemplateRef, watch, type Ref } from 'vue'
import { isComposing } from '../../app/keys.ts'
import { afterRightClick } from '../afterRightClick.ts'
import { keyStep } from './keyStep.ts'
import type { RowChoice } from './rowChoice.ts'
import type { RowPages } from './rowPages.ts'
import { useTallRows } from './tallRows.ts'

export interface RowGridOptions<Row, Column extends string> {
  pages: RowPages<Row>
  choice: RowChoice
  /** Where the keyboard is. */
  current: Ref<number>
  column: Ref<Column>
  columns: readonly Column[]
  rowHeight: number
  headHeight: number
  /** Says which rows are shown, besides having them fetched. */
  onShown?: (rows: readonly Row[]) => void
  open(row: Row): void
  /** Edits a cell in its row. */
  edit(index: number, column: Column): void
  remove(ids: number[]): void
  /** Copies what a cell says. */
  copy?: (row: Row, column: Column) => void
  /** How many rows can be chosen at once; without it any number. */
  most?: number
  /** Told when not all of a long list could be chosen. */
  onMostChosen?: (chosen: number, total: number) => void
}

/**
 * What a table of any length does with keys and mouse: walking, choosing, ranges, menu. The element it scrolls in has
 * `ref="scroller"`, its cells the class `cell-current` where the keyboard is, its rows `aria-rowindex` from 2.
 */
export const useRowGrid = <Row extends { id: number }, Column extends string>(
  options: RowGridOptions<Row, Column>,
) => {
  const { pages, choice, current, column, columns } = options
  const scroller = useTemplateRef<HTMLElement>('scroller')
  const rows = useTallRows({
    scroller,
    count: () => pages.total.value,
    rowHeight: options.rowHeight,
    headHeight: options.headHeight,
  })
  /** Rows that come into sight take over the elements of those that went. */
  const pool = ref(1)
  const shown = computed(() => rows.shown.value.map((row) => ({ ...row, row: pages.at(row.index) })))
  watch(
    shown,
    (now) => {
      if (now.length > pool.value) pool.value = now.length
      pages.want(now[0]?.index ?? 0, now.at(-1)?.index ?? 0)
      options.onShown?.(now.flatMap(({ row }) => (row ? [row] : [])))
    },
    { immediate: true },
  )
  const styleOf = (start: number) => `height:${options.rowHeight}px;transform:translateY(${start}px)`
  /** What opens at a row low in the view opens upwards. */
  const isAbove = (start: number) => rows.aboveOf(start) > (scroller.value?.clientHeight ?? 0) * 0.6
  const isShown = computed(() => shown.value.some(({ index, row }) => index === current.value && row))

  const focus = () => scroller.value?.focus({ preventScroll: true })
  const moveTo = (index: number) => {
    const goal = Math.max(0, Math.min(pages.total.value - 1, index))
    // Before anything is drawn anew: to ask the document in between would lay it out twice.
    rows.reveal(goal)
    current.value = goal
  }

  const extendTo = (index: number) => choice.extend(index, pages.idsBetween)
  const most = options.most ?? Number.POSITIVE_INFINITY
  const allChosen = computed(
    () => choice.count.value > 0 && choice.count.value >= Math.min(most, pages.total.value),
  )
  const someChosen = computed(() => choice.count.value > 0 && !allChosen.value)
  const chooseAll = async () => {
    if (allChosen.value) return choice.clear()
    const ids = await pages.allIds()
    choice.set(ids)
    if (ids.length < pages.total.value) options.onMostChosen?.(ids.length, pages.total.value)
  }
  /** A box shows what is chosen, whatever the click alone would have made of it. */
  const showState = async (event: MouseEvent, on: () => boolean) => {
    await nextTick()
    if (event.target instanceof HTMLInputElement) event.target.checked = on()
  }
  const chooseAllBy = async (event: MouseEvent) => {
    await chooseAll()
    await showState(event, () => choice.count.value > 0)
  }
  const choose = async (event: MouseEvent, index: number, id: number) => {
    focus()
    current.value = index
    if (event.shiftKey) await extendTo(index)
    else choice.toggle(id, index)
    await showState(event, () => choice.has(id))
  }
  const press = (event: MouseEvent, index: number, at: Column) => {
    // The focus stays with the table, which has the keys.
    event.preventDefault()
    if (event.button !== 0) return
    const row = pages.at(index)
    focus()
    current.value = index
    column.value = at
    if (event.shiftKey) void extendTo(index)
    else if (row && (event.ctrlKey || event.metaKey)) choice.toggle(row.id, index)
    else choice.anchor(index)
  }

  const menuOpen = ref(false)
  const menuAt = ref({ x: 0, y: 0 })
  const menuRow = shallowRef<Row | null>(null)
  const openMenu = (index: number, at: { x: number; y: number }) => {
    const row = pages.at(index)
    if (!row) return
    current.value = index
    menuRow.value = row
    menuAt.value = at
    menuOpen.value = true
  }
  const openMenuAtCell = () => {
    const cell = scroller.value?.querySelector('.cell-current')?.getBoundingClientRect()
    openMenu(current.value, { x: cell?.left ?? 0, y: cell?.bottom ?? 0 })
  }
  const onContextMenu = (event: MouseEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.matches('input, select, textarea')) return
    event.preventDefault()
    // The menu key is seen to where it is pressed.
    if (event.button !== 2) return
    const row = event.target.closest<HTMLElement>('[aria-rowindex]')
    const index = Number(row?.getAttribute('aria-rowindex')) - 2
    if (index >= 0) afterRightClick(event, () => openMenu(index, { x: event.clientX, y: event.clientY }))
  }

  const onKey = (event: KeyboardEvent) => {
    if (isComposing(event) || event.altKey || event.target !== scroller.value) return
    const row = pages.at(current.value)
    const step = keyStep(
      event,
      { current: current.value, column: column.value, total: pages.total.value, page: rows.page() },
      columns,
    )
    const control = event.ctrlKey || event.metaKey
    if (step) {
      column.value = step.column
      if (step.index !== current.value || event.shiftKey) moveTo(step.index)
      if (event.shiftKey) void extendTo(step.index)
      else if (step.rows) choice.anchor(step.index)
    } else if (control && event.code === 'KeyA') void chooseAll()
    else if (control && event.code === 'KeyC' && options.copy && row) options.copy(row, column.value)
    else if (control) return
    else if (event.key === 'Enter' && row) options.open(row)
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) openMenuAtCell()
    else if (event.key === 'F2') options.edit(current.value, column.value)
    else if (event.key === ' ' && !event.shiftKey && row) choice.toggle(row.id, current.value)
    else if (event.key === 'Escape' && choice.count.value > 0) choice.clear()
    else if (event.key === 'Delete' && row) options.remove(choice.count.value > 0 ? choice.ids() : [row.id])
    else return
    event.preventDefault()
  }

  return {
    ...{ scroller, shown, pool, height: rows.height, stretched: rows.stretched, styleOf, isAbove, isShown },
    ...{ allChosen, someChosen, focus, moveTo, toTop: rows.toTop, press, choose, chooseAllBy },
    ...{ menuOpen, menuAt, menuRow, onContextMenu, onKey },
  }
}
