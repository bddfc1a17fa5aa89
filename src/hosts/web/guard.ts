import { CONTENT_SECURITY_POLICY } from '#contract/contentPolicy.ts'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { refusal, statusOf } from './answers.ts'

const HEADERS: Record<string, string> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
}

/** The only way a page may be named; anything else is a name somebody else points at this machine (DNS rebinding). */
export const isOwnHost = (host: string | undefined, port: number): boolean =>
  host === `127.0.0.1:${port}` || host === `localhost:${port}`

/** Paths as the page writes them: no escapes but those of a call's or file's name, no dots that lead upwards. */
export const isPlainPath = (path: string): boolean =>
  /^\/[\w.\-/~!$'()*+,;=:@]*$/.test(path) && !path.includes('//') && !/(^|\/)\.\.?(\/|$)/.test(path)

/** What may stand in a request's target (RFC 3986); a backslash may not, and some readers take it for a slash. */
const isWritten = (target: string): boolean => /^[\x21-\x5b\x5d-\x7e]*$/.test(target)

const reasonAgainst = (request: IncomingMessage, port: number): string | null => {
  const { host, origin } = request.headers
  // Node keeps the first of two Host headers; which one was meant nobody knows.
  const hosts = request.rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host')
  if (hosts.length !== 1 || !isOwnHost(host, port)) return 'host'
  // `GET http://elsewhere/` names another host past the header.
  if (!request.url?.startsWith('/')) return 'address'
  const reads = request.method === 'GET' || request.method === 'HEAD'
  if (!reads && origin !== undefined && origin !== `http://${host}`) return 'origin'
  return null
}

/**
 * Looks at every request before anything else does, files of the page too. True where it may go on; else it has been
 * answered. Every response carries the same protective headers.
 */
export const admit = (request: IncomingMessage, response: ServerResponse, port: number): boolean => {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value)
  const reason = reasonAgainst(request, port)
  const answer = reason
    ? refusal('refused', 'This address does not belong to Naranhi.', { reason })
    : isWritten(request.url ?? '')
      ? null
      : refusal('not-found', 'There is nothing at this address.')
  if (!answer) return true
  response.writeHead(statusOf(answer), {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    connection: 'close',
  })
  response.end(JSON.stringify(answer))
  return false
}
