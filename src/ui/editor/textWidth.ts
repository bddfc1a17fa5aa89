/**
 * Widths of characters as the browser will set them, without touching the layout: a canvas measures each character
 * once. The desk is set without kerning and ligatures (desk.css), so the width of a text is the sum of its characters.
 */
export interface Advances {
  /** CSS pixels of one UTF-16 code unit outside surrogate pairs. */
  ofUnit(unit: number): number
  /** CSS pixels of a character given as a string: surrogate pairs. */
  ofPair(pair: string): number
}

const known = new Map<string, Advances>()
let context: CanvasRenderingContext2D | null = null

const measureWith = (font: string): Advances => {
  context ??= document.createElement('canvas').getContext('2d')
  const canvas = context
  if (!canvas) throw new Error('The browser gives no canvas to measure text on')
  const measure = (text: string): number => {
    canvas.font = font
    return canvas.measureText(text).width
  }
  // All units of the basic plane in one table: a look-up is what a long article does a million times.
  const units = new Float32Array(0x10000).fill(-1)
  const pairs = new Map<string, number>()
  return {
    ofUnit: (unit) => {
      const before = units[unit] as number
      if (before >= 0) return before
      return (units[unit] = measure(String.fromCharCode(unit)))
    },
    ofPair: (pair) => {
      const before = pairs.get(pair)
      if (before !== undefined) return before
      const width = measure(pair)
      pairs.set(pair, width)
      return width
    },
  }
}

/** `font` is a CSS font shorthand. The font has to be loaded, else the fall-back face would be measured. */
export const advancesOf = (font: string): Advances => {
  let advances = known.get(font)
  if (!advances) known.set(font, (advances = measureWith(font)))
  return advances
}

/** To be called when a font has finished loading: what was measured before it is wrong. */
export const forgetWidths = (): void => known.clear()
