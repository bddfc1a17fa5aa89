import { computed, onScopeDispose, ref, watch, type ComputedRef, type Ref } from 'vue'
import { drawnHeight, scrolled, scrollOf, type TallList, type TallPlace } from './tallScale.ts'

/** Rows drawn beyond what is seen, above and below. */
const OVERSCAN = 3
/** Milliseconds without a scroll after which the bar is put where the list is. */
const STILL = 140

export interface TallRowsOptions {
  scroller: Readonly<Ref<HTMLElement | null>>
  count: () => number
  rowHeight: number
  /** Of what stays above the rows. */
  headHeight: number
}

export interface TallRows {
  /** The rows to be drawn, with their places inside of what is scrolled; CSS pixels. */
  shown: ComputedRef<{ index: number; start: number }[]>
  /** Height of what is scrolled over. */
  height: ComputedRef<number>
  /** Whether places are stretched: what stands beyond the height must then not be scrolled to. */
  stretched: ComputedRef<boolean>
  /** How much of the view is above a place, in pixels. */
  aboveOf(start: number): number
  toTop(): void
  /** Scrolls as little as it takes to see a row. */
  reveal(index: number): void
  /** Rows seen at once. */
  page(): number
}

/** Which rows of equal height are seen, of any number of them. */
export const useTallRows = ({ scroller, count, rowHeight, headHeight }: TallRowsOptions): TallRows => {
  const seen = ref(0)
  const place = ref<TallPlace>({ top: 0, scroll: 0 })
  const whole = computed(() => count() * rowHeight)
  const list = computed((): TallList => {
    const height = Math.max(0, seen.value - headHeight)
    return { whole: whole.value, drawn: drawnHeight(whole.value), seen: height }
  })
  let timer = 0

  const putScroll = (scroll: number) => {
    const node = scroller.value
    if (!node) return
    if (Math.abs(node.scrollTop - scroll) >= 1) node.scrollTop = scroll
    const stands = node.scrollTop
    place.value = { top: list.value.drawn === list.value.whole ? stands : place.value.top, scroll: stands }
  }
  const settle = () => {
    if (list.value.drawn !== list.value.whole) putScroll(scrollOf(place.value.top, list.value))
  }
  const onScroll = () => {
    const node = scroller.value
    if (!node || node.scrollTop === place.value.scroll) return
    const next = scrolled(place.value, node.scrollTop, list.value)
    place.value = { top: next.top, scroll: node.scrollTop }
    if (next.scroll !== node.scrollTop) putScroll(next.scroll)
    clearTimeout(timer)
    timer = window.setTimeout(settle, STILL)
  }
  const watcher = new ResizeObserver(([entry]) => (seen.value = entry?.contentRect.height ?? 0))
  watch(
    scroller,
    (now, before) => {
      if (before) {
        watcher.unobserve(before)
        before.removeEventListener('scroll', onScroll)
      }
      if (!now) return
      watcher.observe(now)
      seen.value = now.clientHeight
      place.value = { top: 0, scroll: now.scrollTop }
      now.addEventListener('scroll', onScroll, { passive: true })
    },
    { immediate: true, flush: 'post' },
  )
  // A list that has become shorter is seen from an earlier place; the browser scrolls it by itself.
  watch(whole, (now) => {
    const most = Math.max(0, now - list.value.seen)
    if (place.value.top > most) place.value = { ...place.value, top: most }
  })
  onScopeDispose(() => {
    clearTimeout(timer)
    watcher.disconnect()
    scroller.value?.removeEventListener('scroll', onScroll)
  })

  const shown = computed(() => {
    const { top, scroll } = place.value
    const first = Math.max(0, Math.floor(top / rowHeight) - OVERSCAN)
    const last = Math.min(count() - 1, Math.ceil((top + list.value.seen) / rowHeight) - 1 + OVERSCAN)
    const rows: { index: number; start: number }[] = []
    for (let index = first; index <= last; index++)
      rows.push({ index, start: Math.round(scroll + index * rowHeight - top) })
    return rows
  })
  const toTop = (top: number) => {
    place.value = { top, scroll: place.value.scroll }
    putScroll(scrollOf(top, list.value))
  }
  return {
    shown,
    height: computed(() => list.value.drawn),
    stretched: computed(() => list.value.drawn !== list.value.whole),
    aboveOf: (start) => start - place.value.scroll,
    toTop: () => toTop(0),
    reveal(index) {
      const { top } = place.value
      const goal = index * rowHeight
      const room = list.value.seen - rowHeight
      if (top > goal) toTop(goal)
      else if (top < goal - room) toTop(goal - room)
    },
    page: () => Math.max(1, Math.floor(list.value.seen / rowHeight) - 1),
  }
}
