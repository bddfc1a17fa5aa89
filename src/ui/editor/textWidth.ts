/**
 * Widths of text as the browser will set it, without touching the layout: a canvas measures each word once (kerning
 * inside the word counts), and the same words come back all day.
 */
export interface TextWidth {
  /** CSS pixels. */
  of(text: string): number
}

const cache = new Map<string, Map<string, number>>()
let context: CanvasRenderingContext2D | null = null

/** `font` is a CSS font shorthand. The font has to be loaded, else the fall-back face would be measured. */
export const textWidth = (font: string): TextWidth => {
  let widths = cache.get(font)
  if (!widths) {
    widths = new Map()
    cache.set(font, widths)
  }
  const known = widths
  context ??= document.createElement('canvas').getContext('2d')
  const canvas = context
  if (!canvas) throw new Error('The browser gives no canvas to measure text on')
  return {
    of: (text) => {
      const before = known.get(text)
      if (before !== undefined) return before
      canvas.font = font
      const width = canvas.measureText(text).width
      // A day's work has some ten thousand different words; far more than that is a pathological text.
      if (known.size > 200_000) known.clear()
      known.set(text, width)
      return width
    },
  }
}

/** To be called when a font has finished loading: what was measured before it is wrong. */
export const forgetWidths = (): void => cache.clear()
