import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  type ICommentOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'
import type { Side } from '../../model/annotation.ts'
import type { BilingualAnnotation, BilingualParagraph } from '../bilingual.ts'
import { kindText, NOTE_AUTHOR, NOTE_AUTHOR_INITIALS } from '../labels.ts'
import { cutAtSpans, storable } from '../spans.ts'
import { instant, type Script, scriptRun } from './style.ts'

/**
 * Turns annotations into Word comments and their text into runs with the ranges around the annotated words.
 * A reply is a comment of its own with its parent named (`commentsExtended.xml`), over the same range:
 * a comment without a range is dropped by readers.
 */
export class CommentWriter {
  readonly comments: ICommentOptions[] = []
  readonly #exportedAt: string

  constructor(exportedAt: string) {
    this.#exportedAt = exportedAt
  }

  /** The runs of one side of a paragraph. Ranges that end where others begin are closed first. */
  runs(paragraph: BilingualParagraph, side: Side): ParagraphChild[] {
    const script: Script = side === 'source' ? 'ko' : 'en'
    const threads = new Map<BilingualAnnotation, number[]>()
    return cutAtSpans(paragraph, side).flatMap((piece): ParagraphChild[] => {
      for (const annotation of piece.opening) threads.set(annotation, this.#add(annotation))
      const opening = piece.opening.flatMap((annotation) => threads.get(annotation) ?? [])
      const closing = piece.closing.flatMap((annotation) => threads.get(annotation) ?? [])
      return [
        ...opening.map((id) => new CommentRangeStart(id)),
        new TextRun({ ...scriptRun(script), text: storable(piece.text) }),
        ...closing.flatMap((id) => [
          new CommentRangeEnd(id),
          new TextRun({ children: [new CommentReference(id)] }),
        ]),
      ]
    })
  }

  /** Adds the comment of an annotation and its replies; returns their ids. */
  #add(annotation: BilingualAnnotation): number[] {
    const { body, resolved, replies } = annotation
    const parentId = this.comments.length
    const common = { author: NOTE_AUTHOR, initials: NOTE_AUTHOR_INITIALS }
    this.comments.push({
      ...common,
      id: parentId,
      date: instant(annotation.createdAt, this.#exportedAt),
      resolved,
      children: noteParagraphs(kindText(annotation), body),
    })
    for (const reply of replies) {
      this.comments.push({
        ...common,
        id: this.comments.length,
        date: instant(reply.createdAt, this.#exportedAt),
        parentId,
        resolved,
        children: noteParagraphs('', reply.body),
      })
    }
    return Array.from({ length: 1 + replies.length }, (_, index) => parentId + index)
  }
}

/** A note's lines as paragraphs, the first beginning with a bold label. Bodies may be in any language. */
export function noteParagraphs(label: string, body: string): Paragraph[] {
  const lines = storable(body).split(/\r\n|\r|\n/)
  return lines.map((line, index) => {
    const bold = index === 0 && label !== '' ? label : ''
    const text = bold !== '' && line !== '' ? ` ${line}` : line
    const style = { ...scriptRun(/\p{Script=Hangul}/u.test(line) ? 'ko' : 'en'), size: 20 }
    return new Paragraph({
      children: [
        ...(bold === '' ? [] : [new TextRun({ ...scriptRun('en'), size: 20, bold: true, text: bold })]),
        ...(text === '' ? [] : [new TextRun({ ...style, text })]),
      ],
    })
  })
}
