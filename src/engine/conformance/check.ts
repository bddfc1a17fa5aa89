import { AppError, type ErrorCode } from '#contract/error.ts'
import type { ArticleDetail } from '#contract/article.ts'
import type { CallFunction, CallName, InputOf, JobName, ResultOf } from '#contract/index.ts'
import type { Paragraph } from '#core/model/article.ts'

/** Fails with both values where they are not the same as JSON. */
export const same = (found: unknown, expected: unknown, what = 'value'): void => {
  const [one, other] = [JSON.stringify(found), JSON.stringify(expected)]
  if (one !== other) throw new Error(`${what}: found ${one}, expected ${other}`)
}

export const holds = (condition: boolean, what: string): void => {
  if (!condition) throw new Error(what)
}

/** Fails unless the call is refused with this code; gives the error. The name and input may be of any shape. */
export const refused = async (
  call: CallFunction,
  name: string,
  input: unknown,
  code: ErrorCode,
): Promise<AppError> => {
  const anything = call as (name: string, input: unknown) => Promise<unknown>
  try {
    await anything(name, input)
  } catch (error) {
    if (!(error instanceof AppError))
      throw new Error(`${name} failed with something else: ${String(error)}`, { cause: error })
    same(error.code, code, `code of ${name}`)
    holds(error.message.length > 0, `${name} gives no message`)
    holds(!JSON.stringify(error.details).includes('.ts:'), `${name} shows a stack`)
    return error
  }
  throw new Error(`${name} was not refused with ${code}`)
}

/** Takes a batch of terms back; gives how many were taken back and how many were left. */
export const undone = async (call: CallFunction, batch: number): Promise<[number, number]> => {
  const { reverted, kept } = await call('term.undo', { batch })
  return [reverted, kept]
}

let texts = 0
/** A text that no other case uses. */
export const fresh = (text: string): string => `${text} ${++texts}${Math.random().toString(36).slice(2, 7)}`

/** Starts a job and gives its result. */
export const runJob = async <Name extends JobName>(
  call: CallFunction,
  name: Name,
  input: InputOf<Name>,
): Promise<ResultOf<Name>> => {
  const { jobId } = (await call(name as CallName, input as InputOf<CallName>)) as { jobId: string }
  return (await call('job.wait', { id: jobId })) as ResultOf<Name>
}

/** A project of its own with one article of these paragraphs. */
export const withArticle = async (call: CallFunction, sources: readonly string[]): Promise<ArticleDetail> => {
  const { articles } = await runJob(call, 'import.run', {
    items: [
      {
        from: { kind: 'text', text: sources.join('\n'), name: 'case.txt' },
        split: 'line',
        heads: [{ title: fresh('시험 기사') }],
      },
    ],
    project: fresh('시험'),
  })
  const id = articles[0]?.id ?? 0
  const detail = await call('article.get', { id })
  // Recognition of a head may take a first line for a title; the cases need their paragraphs.
  holds(detail.paragraphs.length === sources.length, `expected ${sources.length} paragraphs`)
  return detail
}

export const nth = (detail: { paragraphs: Paragraph[] }, index: number): Paragraph => {
  const found = detail.paragraphs[index]
  if (!found) throw new Error(`there is no paragraph ${index}`)
  return found
}

/** An id that was never given. */
export const NOBODY = 987_654_321
