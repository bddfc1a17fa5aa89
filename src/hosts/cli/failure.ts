import { AppError } from '#contract/error.ts'
import { INTERRUPTED, printJson, REFUSED, type Context } from './io.ts'
import { printable } from './width.ts'

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
const isCount = (value: unknown): value is number => typeof value === 'number'

/** `notes.tsv:3:14: `, as compilers write it; what is not known is left out. Lines and columns count from 1. */
const placeOf = ({ details }: AppError): string => {
  const file = [details['path'], details['file'], details['name']].find(isText) ?? ''
  const line = isCount(details['line']) ? `${file ? ':' : 'line '}${details['line']}` : ''
  const column = isCount(details['column']) && line ? `:${details['column']}` : ''
  const byte =
    !line && isCount(details['byteOffset']) ? `${file ? ', ' : ''}byte ${details['byteOffset']}` : ''
  const place = file + line + column + byte
  return place ? `${place}: ` : ''
}

/** The parts of an input that have another shape, one a line. */
const issuesOf = ({ details }: AppError): string => {
  const issues = details['issues']
  if (!Array.isArray(issues)) return ''
  return (issues as { path?: unknown; message?: unknown }[])
    .map(({ path, message }) => `\n  ${isText(path) ? `${path}: ` : ''}${String(message)}`)
    .join('')
}

export const toAppError = (error: unknown): AppError => {
  if (error instanceof AppError) return error
  const { code, message } = error as NodeJS.ErrnoException
  return new AppError('internal', message ?? String(error), code ? { cause: code } : {})
}

/** Says what went wrong and gives the exit code. With --json: `{ "error": { code, message, details } }` on stdout. */
export const report = ({ io, json }: Pick<Context, 'io' | 'json'>, thrown: unknown): number => {
  const error = toAppError(thrown)
  if (json) printJson(io, { error: error.toShape() })
  else io.err(printable(`naranhi: ${placeOf(error)}${error.message}${issuesOf(error)}`) + '\n')
  return error.code === 'cancelled' ? INTERRUPTED : REFUSED
}
