import { AppError, type Answer, type ErrorCode } from '#contract/error.ts'

/** What an error code is in HTTP. The answer's body says more; this is for whoever looks at the wire. */
const STATUSES: Partial<Record<ErrorCode, number>> = {
  'unknown-call': 404,
  'not-found': 404,
  'bad-input': 400,
  conflict: 409,
  'content-changed': 409,
  duplicate: 409,
  cancelled: 409,
  'paragraph-locked': 423,
  'read-only': 403,
  refused: 403,
  'file-too-large': 413,
  busy: 503,
  'disk-full': 507,
  'unavailable-here': 501,
  internal: 500,
}

export const statusOf = (answer: Answer<unknown>): number =>
  answer.ok ? 200 : (STATUSES[answer.error.code] ?? (answer.error.code.startsWith('workspace-') ? 503 : 422))

export const refusal = (
  code: ErrorCode,
  message: string,
  details: Record<string, unknown> = {},
): Answer<never> => ({ ok: false, error: new AppError(code, message, details).toShape() })

export const respond = (answer: Answer<unknown>, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(answer), {
    status: statusOf(answer),
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  })
