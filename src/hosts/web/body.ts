import { AppError } from '#contract/error.ts'

/**
 * Reads a body, at most `limit` bytes. What is longer is refused with `code`: at once where its length was said, and
 * otherwise as soon as it is past the limit. Nothing beyond the limit is ever kept.
 */
export const readBody = async (
  request: Request,
  limit: number,
  code: 'file-too-large' | 'bad-input' = 'bad-input',
): Promise<Uint8Array<ArrayBuffer>> => {
  const tooLong = () =>
    new AppError(code, `More than ${limit} bytes were sent.`, { limit, reason: 'too-long' })
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLong()
  if (!request.body) return new Uint8Array(0)
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of request.body as ReadableStream<Uint8Array>) {
    length += part.byteLength
    if (length > limit) throw tooLong()
    parts.push(part)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.byteLength
  }
  return whole
}

/** A JSON body. The parser's own message is not passed on: it quotes what was sent, a key perhaps. */
export const readJson = async (request: Request, limit: number): Promise<unknown> => {
  // Other sites can send forms and plain text without asking first, but not this.
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? ''))
    throw new AppError('bad-input', 'The body has to be application/json.', { reason: 'content-type' })
  const bytes = await readBody(request, limit)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown
  } catch {
    throw new AppError('bad-input', 'The body is not JSON in UTF-8.', { reason: 'not-json' })
  }
}
