import { open } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { AppError } from '#contract/error.ts'
import type { InputOf } from '#contract/index.ts'
import type { Paragraph } from '#core/model/article.ts'
import { DONE, printJson, type Context } from '../io.ts'
import { decodeUtf8, readNumberedLines } from '../numbered.ts'
import { paragraphAt, printed } from '../paragraphs.ts'
import { withSession } from '../session.ts'
import { printable } from '../width.ts'

interface TranslateOptions {
  text?: string
  from?: string
  confirm?: boolean
}

/** A paragraph's translation, and where in a file it stands. */
interface Wanted {
  paragraph: Paragraph
  target: string
  place: { file?: string; line?: number; column?: number }
}

/** More is no file of translations. */
const MAX_BYTES = 64 * 1024 * 1024

const readSource = async (from: string): Promise<{ bytes: Uint8Array; file: string }> => {
  if (from === '-') {
    const parts: Buffer[] = []
    for await (const part of process.stdin) parts.push(part as Buffer)
    return { bytes: Buffer.concat(parts), file: 'standard input' }
  }
  const path = resolve(from)
  let handle
  try {
    handle = await open(path)
    const { size } = await handle.stat()
    if (size > MAX_BYTES)
      throw new AppError('file-too-large', 'The file is too large.', { path, limit: MAX_BYTES })
    return { bytes: await handle.readFile(), file: from }
  } catch (error) {
    if (error instanceof AppError) throw error
    const cause = (error as NodeJS.ErrnoException).code
    throw cause === 'ENOENT'
      ? new AppError('file-not-found', 'The file is not there.', { path, cause })
      : new AppError('file-unreadable', 'The file could not be read.', { path, cause })
  } finally {
    await handle?.close()
  }
}

/** Refuses before anything is written what would not be written. */
const refuseUnwritable = ({ paragraph, target, place }: Wanted, confirm: boolean): void => {
  const number = paragraph.position + 1
  if (paragraph.locked)
    throw new AppError('paragraph-locked', `Paragraph ${number} is locked.`, { ...place, number })
  if (confirm && target.trim() === '')
    throw new AppError('text-invalid', `Paragraph ${number} has no translation to confirm.`, {
      ...place,
      number,
    })
}

export const translate = (
  context: Context,
  [articleId, number]: [number, number | undefined],
  { text, from, confirm = false }: TranslateOptions,
  command: Command,
): Promise<number> => {
  if ((from === undefined) === (text === undefined)) command.error('error: give either --text or --from')
  if (from === undefined && number === undefined)
    command.error("error: missing required argument 'number' (or give --from)")
  if (from !== undefined && number !== undefined)
    command.error('error: with --from the paragraph numbers come from the file')
  return withSession(context, async ({ call }) => {
    const { paragraphs } = await call('article.get', { id: articleId })
    const wanted = await collect(paragraphs)
    for (const each of wanted) refuseUnwritable(each, confirm)
    const { saved, conflicts, locked } = await call('paragraph.save', {
      edits: wanted.map(({ paragraph, target }): InputOf<'paragraph.save'>['edits'][number] => ({
        id: paragraph.id,
        target,
        baseRevision: paragraph.revision,
        origin: from === undefined ? 'typed' : 'import',
        ...(confirm ? { status: 'confirmed' } : {}),
      })),
    })
    const { io, json } = context
    const numbers = (ids: readonly number[]) =>
      wanted
        .filter(({ paragraph }) => ids.includes(paragraph.id))
        .map(({ paragraph }) => paragraph.position + 1)
    if (conflicts.length + locked.length > 0)
      throw new AppError(
        'conflict',
        `Somebody else changed paragraph ${numbers([...conflicts.map(({ id }) => id), ...locked]).join(', ')} meanwhile; what was to be written there is kept in its history.`,
        { paragraphs: numbers(conflicts.map(({ id }) => id)), locked: numbers(locked), saved: saved.length },
      )
    const written = saved.map(printed).sort((a, b) => a.number - b.number)
    if (json) printJson(io, { paragraphs: written })
    else for (const each of written) io.out(printable(`${each.number}  ${each.status}  ${each.target}\n`))
    return DONE
  })

  async function collect(paragraphs: readonly Paragraph[]): Promise<Wanted[]> {
    if (from === undefined)
      return [{ paragraph: paragraphAt(paragraphs, number ?? 0), target: text ?? '', place: {} }]
    const { bytes, file } = await readSource(from)
    return readNumberedLines(decodeUtf8(bytes, file), file, paragraphs.length).map((each) => ({
      paragraph: paragraphAt(paragraphs, each.number),
      target: each.text,
      place: { file, line: each.line, column: 1 },
    }))
  }
}
