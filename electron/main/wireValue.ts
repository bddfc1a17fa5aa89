import { AppError } from '#contract/error.ts'

/** Code units of text (keys too) one call may carry. Pasted text is brought in by `import.*`, which may be long. */
export const MAX_CALL = 8 * 1024 * 1024
const MAX_IMPORT_CALL = 72 * 1024 * 1024
const MAX_VALUES = 1_000_000
const MAX_DEPTH = 32
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

const refuse = (reason: string, details: Record<string, unknown> = {}): AppError =>
  new AppError('bad-input', 'The call cannot be read.', { reason, ...details })

/**
 * Structured clone carries more than JSON does (maps, dates, cycles, bytes); only JSON-shaped values may pass, of
 * bounded size and depth, without keys that reach a prototype. Throws `bad-input` with the reason.
 */
export const checkWireValue = (value: unknown, limit: number): void => {
  let units = 0
  let values = 0
  const count = (text: string): void => {
    units += text.length
    if (units > limit) throw refuse('too-large', { limit })
  }
  const walk = (each: unknown, depth: number): void => {
    if (++values > MAX_VALUES) throw refuse('too-many-values', { limit: MAX_VALUES })
    if (depth > MAX_DEPTH) throw refuse('too-deep', { limit: MAX_DEPTH })
    if (each === null || each === undefined || typeof each === 'boolean') return
    if (typeof each === 'string') return count(each)
    if (typeof each === 'number') {
      if (!Number.isFinite(each)) throw refuse('not-a-number')
      return
    }
    if (Array.isArray(each)) {
      for (const entry of each) walk(entry, depth + 1)
      return
    }
    if (typeof each !== 'object') throw refuse('not-json', { type: typeof each })
    const prototype: unknown = Object.getPrototypeOf(each)
    if (prototype !== Object.prototype && prototype !== null) throw refuse('not-json', { type: 'object' })
    for (const [key, entry] of Object.entries(each)) {
      if (FORBIDDEN.has(key)) throw refuse('forbidden-key', { key })
      count(key)
      walk(entry, depth + 1)
    }
  }
  walk(value, 0)
}

export interface WireCall {
  name: string
  input: unknown
  /** How the page names itself in events. */
  client: string
}

/** What came over the channel as a call. `fallback` names a page that does not name itself. Throws `bad-input`. */
export const parseWireCall = (parts: readonly unknown[], fallback: string): WireCall => {
  const [name, input, client, ...rest] = parts
  if (rest.length > 0) throw refuse('too-many-arguments')
  if (typeof name !== 'string' || name.length === 0 || name.length > 100) throw refuse('no-name')
  if (client !== undefined && (typeof client !== 'string' || !/^[\w-]{1,64}$/.test(client)))
    throw refuse('bad-client')
  checkWireValue(input, name.startsWith('import.') ? MAX_IMPORT_CALL : MAX_CALL)
  return { name, input, client: client ?? fallback }
}
