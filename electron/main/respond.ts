import { readFile } from 'node:fs/promises'
import { AppError, type Answer } from '#contract/error.ts'
import { MAX_UPLOAD, type Download } from '#engine/engine.ts'
import { findAsset, mediaType } from './assetPath.ts'
import { PROTECTIVE_HEADERS } from './contentPolicy.ts'
import { isAppUrl, START_PAGE } from './origin.ts'

export interface Sources {
  /** The built page. */
  renderer: string
  addUpload(name: string, bytes: Uint8Array): Promise<Answer<{ id: string }>>
  download(id: string): Promise<Download | null>
}

const respond = (
  status: number,
  body: Uint8Array<ArrayBuffer> | string | null,
  headers: Record<string, string>,
): Response => new Response(body, { status, headers: { ...PROTECTIVE_HEADERS, ...headers } })

const notFound = (): Response =>
  respond(404, 'Not found', { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })

const answerJson = (answer: Answer<unknown>): Response =>
  respond(answer.ok ? 200 : 400, JSON.stringify(answer), {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  })

/** At most `limit` bytes of a body; throws `file-too-large` as soon as there are more. */
const readBody = async (request: Request, limit: number): Promise<Uint8Array> => {
  const tooLarge = () => new AppError('file-too-large', 'The file is too large.', { limit })
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge()
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    length += part.byteLength
    if (length > limit) throw tooLarge()
    parts.push(part)
  }
  return Buffer.concat(parts)
}

const upload = async (request: Request, url: URL, sources: Sources): Promise<Response> => {
  const name = url.searchParams.get('name')
  try {
    if (!name || name.length > 500 || !name.isWellFormed())
      throw new AppError('bad-input', 'An upload needs a name of at most 500 characters.', { field: 'name' })
    return answerJson(await sources.addUpload(name, await readBody(request, MAX_UPLOAD)))
  } catch (error) {
    if (error instanceof AppError) return answerJson({ ok: false, error: error.toShape() })
    throw error
  }
}

/** `filename*` in UTF-8 (RFC 6266, RFC 5987). */
const contentDisposition = (name: string): string =>
  `attachment; filename*=UTF-8''${encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )}`

const download = async (id: string, sources: Sources): Promise<Response> => {
  const found = await sources.download(id)
  if (!found) return notFound()
  const bytes = new Uint8Array(await readFile(found.path))
  return respond(200, bytes, {
    'content-type': found.type,
    'content-disposition': contentDisposition(found.name),
    'cache-control': 'no-store',
  })
}

/**
 * Answers one request of the window's own protocol: files of the page, `/upload` and `/download/:id`. Anything else
 * is 404 without a byte of it; a page of another origin is refused.
 */
export const respondTo = async (request: Request, sources: Sources): Promise<Response> => {
  const url = URL.parse(request.url)
  if (!url || !isAppUrl(request.url)) return notFound()
  const origin = request.headers.get('origin')
  if (origin !== null && `${origin}/` !== START_PAGE) return respond(403, null, {})
  // The path as it was sent: URL has already resolved `..`, but only in the spellings it knows.
  const path = request.url.slice(START_PAGE.length - 1).split(/[?#]/, 1)[0] ?? '/'
  if (request.method === 'POST') return path === '/upload' ? upload(request, url, sources) : notFound()
  if (request.method !== 'GET' && request.method !== 'HEAD') return respond(405, null, { allow: 'GET, HEAD' })
  const asked = /^\/download\/([\w-]{1,100})$/.exec(path)?.[1]
  if (asked !== undefined) return download(asked, sources)
  const asset = await findAsset(sources.renderer, path)
  if (!asset) return notFound()
  const bytes = new Uint8Array(await readFile(asset))
  return respond(200, request.method === 'HEAD' ? null : bytes, {
    'content-type': mediaType(asset),
    'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  })
}
