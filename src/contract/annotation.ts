import { z } from 'zod'
import { ANNOTATION_KINDS, type Annotation } from '#core/model/annotation.ts'
import { command, id, offset, query, text } from './define.ts'

const kind = z.enum(ANNOTATION_KINDS)
/** The words that are meant. Where others stand there by now, the answer is `conflict` and nothing is marked. */
const quote = text.optional()

export const annotationContract = {
  'annotation.list': query<Annotation[]>()(z.strictObject({ articleId: id })),
  /** `start` and `end` are UTF-16 code units of the paragraph's side as it is stored. */
  'annotation.add': command<Annotation>()(
    z.strictObject({
      paragraphId: id,
      side: z.enum(['source', 'target']),
      start: offset,
      end: offset,
      quote,
      kind,
      body: text.default(''),
    }),
  ),
  'annotation.update': command<Annotation>()(
    z.strictObject({
      id,
      kind: kind.optional(),
      body: text.optional(),
      resolved: z.boolean().optional(),
      /** Gives the annotation a new place, for orphans above all. */
      place: z.strictObject({ paragraphId: id, start: offset, end: offset, quote }).optional(),
    }),
  ),
  'annotation.remove': command<null>()(z.strictObject({ id })),
  /** Takes back a removal. */
  'annotation.restore': command<Annotation>()(z.strictObject({ id })),
  'annotation.reply': command<Annotation>()(z.strictObject({ id, body: text.min(1) })),
  'annotation.removeReply': command<Annotation>()(z.strictObject({ id, replyId: id })),
}
