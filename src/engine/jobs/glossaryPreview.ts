import type { GlossaryNotice, GlossaryPreview } from '#contract/glossary.ts'
import type { ParsedInputOf } from '#contract/index.ts'
import type { TermContent } from '#core/model/term.ts'
import type { Session } from '../session.ts'
import type { GlossaryShape } from './glossaryFile.ts'
import { named, nameOfSource, sourceOf } from './glossaryImport.ts'
import { readInThread } from './glossaryThread.ts'

const SAMPLE = 20
const KEPT_NOTICES = 100

/** What a file holds, read to its end and not stored. What cannot be read carries its error. */
export const previewGlossary = async (
  input: ParsedInputOf<'glossary.preview'>,
  session: Session,
): Promise<GlossaryPreview> => {
  let shape: GlossaryShape = { format: input.format ?? 'csv', encoding: '', table: null }
  const sample: TermContent[] = []
  const notices: GlossaryNotice[] = []
  let [entries, noticeCount, bytes] = [0, 0, 0]
  const preview = (): Omit<GlossaryPreview, 'error'> => ({
    name: nameOfSource(input),
    ...shape,
    ...{ bytes, entries, sample, notices, noticeCount },
  })
  try {
    const source = await sourceOf(input, session)
    bytes = source.bytes.byteLength
    for await (const answer of readInThread(source)) {
      if ('shape' in answer) shape = answer.shape
      else {
        const { part } = answer
        entries += part.entries.length
        noticeCount += part.notices.length
        for (const { line: _, column: __, createdAt: ___, updatedAt: ____, ...content } of part.entries.slice(
          0,
          SAMPLE - sample.length,
        ))
          sample.push(content)
        notices.push(...part.notices.slice(0, KEPT_NOTICES - notices.length))
      }
    }
    return { ...preview(), error: null }
  } catch (error) {
    return { ...preview(), error: named(error, input).toShape() }
  }
}
