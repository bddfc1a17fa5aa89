import { AppError } from '#contract/error.ts'
import type { AnnotationKind } from '#core/model/annotation.ts'
import { DONE, printJson, type Context } from '../io.ts'
import { paragraphAt, printedAnnotation } from '../paragraphs.ts'
import { withSession } from '../session.ts'
import { printable } from '../width.ts'

interface AnnotateOptions {
  quote: string
  kind: AnnotationKind
  body?: string
  occurrence?: number
}

/** Where a text stands in another, overlapping places too; UTF-16 code units. */
export const placesOf = (quote: string, text: string): number[] => {
  const places: number[] = []
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) places.push(at)
  return places
}

export const annotate = (
  context: Context,
  [articleId, number]: [number, number],
  { quote, kind, body = '', occurrence }: AnnotateOptions,
): Promise<number> =>
  withSession(context, async ({ call }) => {
    const { paragraphs } = await call('article.get', { id: articleId })
    const { id: paragraphId, source } = paragraphAt(paragraphs, number)
    // Sources are NFC; a quote typed on macOS need not be.
    const text = quote.normalize('NFC')
    const places = text === '' ? [] : placesOf(text, source)
    const start = places[(occurrence ?? 1) - 1]
    if (start === undefined)
      throw new AppError(
        'not-found',
        places.length === 0
          ? `“${text}” does not stand in paragraph ${number}.`
          : `“${text}” stands ${places.length} times in paragraph ${number}.`,
        { number, quote: text, occurrences: places.length },
      )
    const annotation = await call('annotation.add', {
      paragraphId,
      side: 'source',
      start,
      end: start + text.length,
      quote: text,
      kind,
      body,
    })
    const { io, json } = context
    if (places.length > 1 && occurrence === undefined)
      io.err(`It stands there ${places.length} times; the first was taken (--occurrence chooses another).\n`)
    if (json) printJson(io, printedAnnotation(annotation))
    else
      io.out(
        printable(
          `${number}  [${kind}] “${annotation.quote}”${body ? ` ${body.replace(/\s+/g, ' ')}` : ''}\n`,
        ),
      )
    return DONE
  })
