import { z } from 'zod'

/**
 * The contract says every call once; handlers, client, IPC door, web route and command line derive their types
 * from it. A query reads, a command writes and is done when it answers, a job runs long: calling it answers with
 * the job's id at once, and its result comes by `job.wait`.
 */
export type CallKind = 'query' | 'command' | 'job'

export interface Call<Kind extends CallKind, Input extends z.ZodType, Output> {
  kind: Kind
  input: Input
  /** Never set; carries the result's type. */
  output?: Output
}

export const query =
  <Output>() =>
  <Input extends z.ZodType>(input: Input): Call<'query', Input, Output> => ({ kind: 'query', input })

export const command =
  <Output>() =>
  <Input extends z.ZodType>(input: Input): Call<'command', Input, Output> => ({ kind: 'command', input })

/** `Output` is what `job.wait` gives when the job has finished. */
export const job =
  <Output>() =>
  <Input extends z.ZodType>(input: Input): Call<'job', Input, Output> => ({ kind: 'job', input })

// The words inputs are made of. Objects are strict everywhere: a key nobody knows is a mistake, not a wish.
export const id = z.int().positive()
export const ids = z.array(id).min(1).max(20_000)
/** Code units. A paragraph of news has some hundreds; the limit keeps one bad paste from stopping the window. */
export const MAX_TEXT = 100_000
// Lone surrogates and NUL are refused here, at the door (they would come back changed from the database).
const storable = (value: string) => value.isWellFormed() && !value.includes('\u0000')
const unstorable = { message: 'contains a lone surrogate or NUL' }
/** Any text that is stored, up to `max` code units. */
export const words = (max: number) => z.string().max(max).refine(storable, unstorable)
/** The same, trimmed and not empty. */
export const someWords = (max: number) => z.string().trim().min(1).max(max).refine(storable, unstorable)
export const text = words(MAX_TEXT)
/** Text that stands in one paragraph: no line breaks of any kind. */
export const lineText = text.refine((value) => !/[\n\r\v\f\u2028\u2029\u0085]/.test(value), {
  message: 'contains a line break',
})
export const name = someWords(200)
export const nothing = z.strictObject({})
export const offset = z.int().min(0)
export const revision = z.int().min(0)
