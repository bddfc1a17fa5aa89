/**
 * Browsers stop at some 17 (Firefox) to 33 million pixels of height, and lose whole pixels of a place from 16 million on:
 * a taller list is scrolled over a lower one, whose places are stretched.
 */
export const TALLEST = 8_000_000

export interface TallPlace {
  /** The place in the whole list that stands at the upper edge, CSS pixels. */
  top: number
  /** Where the scroller is to stand; what it says itself where nothing is to be put right. */
  scroll: number
}

export interface TallList {
  /** Of the whole list, of what is scrolled over, and of what is seen; CSS pixels. */
  whole: number
  drawn: number
  seen: number
}

export const drawnHeight = (whole: number): number => Math.min(whole, TALLEST)

const clamp = (value: number, most: number): number => Math.max(0, Math.min(Math.max(0, most), value))

/** How much a pixel of the scroller is in the list; 1 where the list is drawn whole. */
const ratioOf = ({ whole, drawn, seen }: TallList): number =>
  drawn - seen <= 0 ? 1 : (whole - seen) / (drawn - seen)

export const scrollOf = (top: number, list: TallList): number =>
  list.drawn === list.whole ? top : clamp(top / ratioOf(list), list.drawn - list.seen)

/**
 * Where a scroll leads: a short one (wheel, keys) by as many pixels as it says, a long one (the bar) to its share of the
 * list. At an edge the scroller is put where the list really is, so that neither end is out of reach.
 */
export const scrolled = (before: TallPlace, scroll: number, list: TallList): TallPlace => {
  if (list.drawn === list.whole) return { top: scroll, scroll }
  const by = scroll - before.scroll
  const most = list.whole - list.seen
  const atEdge = scroll <= 0 || scroll >= list.drawn - list.seen - 1
  if (Math.abs(by) > list.seen * 1.5) {
    // The bar at its very end means the very end.
    if (scroll <= 0) return { top: 0, scroll }
    return { top: atEdge ? most : clamp(scroll * ratioOf(list), most), scroll }
  }
  const top = clamp(before.top + by, most)
  return { top, scroll: atEdge || top === 0 || top === most ? scrollOf(top, list) : scroll }
}
