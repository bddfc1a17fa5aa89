import { AppError } from '#contract/error.ts'
import type { Annotation } from '#core/model/annotation.ts'
import type { Paragraph } from '#core/model/article.ts'

/** A paragraph as commands print it. */
export interface PrintedParagraph {
  id: number
  /** From 1. */
  number: number
  source: string
  target: string
  status: Paragraph['status']
}

export const printed = ({ id, position, source, target, status }: Paragraph): PrintedParagraph => ({
  id,
  number: position + 1,
  source,
  target,
  status,
})

export interface PrintedAnnotation {
  id: number
  kind: Annotation['kind']
  /** UTF-16 code units of the source; null where the quoted text is gone. */
  start: number | null
  end: number | null
  quote: string
  body: string
}

export const printedAnnotation = (annotation: Annotation): PrintedAnnotation => {
  const { id, kind, start, end, quote, body, orphaned } = annotation
  return { id, kind, start: orphaned ? null : start, end: orphaned ? null : end, quote, body }
}

/** The paragraph of a number. Throws `not-found` with how many there are. */
export const paragraphAt = (paragraphs: readonly Paragraph[], number: number): Paragraph => {
  const found = paragraphs[number - 1]
  if (found) return found
  throw new AppError(
    'not-found',
    `The article has ${paragraphs.length} paragraphs and no number ${number}.`,
    {
      number,
      paragraphs: paragraphs.length,
    },
  )
}
