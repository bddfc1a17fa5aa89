import type { Side } from '../model/annotation.ts'
import type { BilingualAnnotation, BilingualArticle, BilingualParagraph } from './bilingual.ts'

/** A stretch of text in which no annotation begins or ends. */
export interface SpanPiece {
  text: string
  /** Annotations that begin right before it, the longest first. */
  opening: BilingualAnnotation[]
  /** Annotations that end right behind it, the one that began last first. */
  closing: BilingualAnnotation[]
  /** Annotations it lies in. */
  covering: BilingualAnnotation[]
}

export interface PlacelessNote {
  paragraph: BilingualParagraph
  annotation: BilingualAnnotation
}

/** Whether an annotation's words stand in the text of its side. Orphans and spans outside the text have no place. */
export function hasPlace(annotation: BilingualAnnotation, paragraph: BilingualParagraph): boolean {
  const { start, end, orphaned } = annotation
  return (
    !orphaned &&
    Number.isInteger(start) &&
    start >= 0 &&
    start < end &&
    end <= paragraph[annotation.side].length
  )
}

/** The annotations with a place on one side, in reading order: by start, the longer first, then by id. */
export function placedOn(paragraph: BilingualParagraph, side: Side): BilingualAnnotation[] {
  return paragraph.annotations
    .filter((annotation) => annotation.side === side && hasPlace(annotation, paragraph))
    .sort((one, other) => one.start - other.start || other.end - one.end || one.id - other.id)
}

/** Every annotation of an article that cannot be shown on its words. A hand-over lists them at its end. */
export function placelessNotes(article: BilingualArticle): PlacelessNote[] {
  return article.paragraphs.flatMap((paragraph) =>
    paragraph.annotations
      .filter((annotation) => !hasPlace(annotation, paragraph))
      .map((annotation) => ({ paragraph, annotation })),
  )
}

/**
 * Cuts one side of a paragraph at the edges of its annotations, which may overlap. The pieces joined are the
 * text; a text without annotations is one piece, an empty text none.
 */
export function cutAtSpans(paragraph: BilingualParagraph, side: Side): SpanPiece[] {
  const text = paragraph[side]
  const annotations = placedOn(paragraph, side)
  const edges = new Set([0, text.length])
  for (const { start, end } of annotations) edges.add(start).add(end)
  const cuts = [...edges].sort((one, other) => one - other)
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? text.length
    return {
      text: text.slice(from, to),
      opening: annotations.filter(({ start }) => start === from),
      closing: annotations.filter(({ end }) => end === to).reverse(),
      covering: annotations.filter(({ start, end }) => start < to && end > from),
    }
  })
}

/**
 * Takes out what neither XML 1.0 nor HTML can carry (control characters, halves of surrogate pairs), leaving
 * U+FFFD in its place so that the loss shows.
 */
export function storable(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u{20}-\u{7E}\u{85}\u{A0}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
}
