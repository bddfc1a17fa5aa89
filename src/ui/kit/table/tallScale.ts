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

/** Near both ends a pixel of the scroller is one of the list, so that neither end is hard to reach. */
const END = 20_000

const clamp = (value: number, most: number): number => Math.max(0, Math.min(Math.max(0, most), value))

/** Where the scroller stands at a place of the list. */
export const scrollOf = (top: number, { whole, drawn, seen }: TallList): number => {
  const [most, far] = [whole - seen, drawn - seen]
  if (drawn === whole || top <= END) return clamp(top, far)
  if (top >= most - END) return clamp(far - (most - top), far)
  return END + ((top - END) * (far - 2 * END)) / (most - 2 * END)
}

/** The place of the list where the scroller stands. */
const topOf = (scroll: number, { whole, drawn, seen }: TallList): number => {
  const [most, far] = [whole - seen, drawn - seen]
  if (drawn === whole || scroll <= END) return clamp(scroll, most)
  if (scroll >= far - END) return clamp(most - (far - scroll), most)
  return END + ((scroll - END) * (most - 2 * END)) / (far - 2 * END)
}

/**
 * Where a scroll leads: a short one (wheel, keys) by as many pixels as it says, a long one (the bar) to its share of the
 * list. At an edge the scroller is put where the list really is, so that neither end is out of reach.
 */
export const scrolled = (before: TallPlace, scroll: number, list: TallList): TallPlace => {
  if (list.drawn === list.whole) return { top: scroll, scroll }
  const by = scroll - before.scroll
  if (Math.abs(by) > list.seen * 1.5) return { top: topOf(scroll, list), scroll }
  const top = clamp(before.top + by, list.whole - list.seen)
  const atEdge = scroll <= 0 || scroll >= list.drawn - list.seen - 1
  return { top, scroll: atEdge || top === 0 || top === list.whole - list.seen ? scrollOf(top, list) : scroll }
}
