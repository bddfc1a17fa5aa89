import { Hono, type Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { AppError } from '#contract/error.ts'
import { MAX_UPLOAD, type Engine } from '#engine/engine.ts'
import { refusal, respond } from './answers.ts'
import { readBody, readJson } from './body.ts'
import { respondWithDownload } from './download.ts'
import type { EventStreams } from './events.ts'
import type { ServeFile } from './files.ts'
import { createHostCalls, isHostCall } from './hostCalls.ts'
import { sameSecret, type Session } from './secrets.ts'

/** A pasted text of 64 MB, as JSON. */
const MAX_CALL = 80 * 1024 * 1024
const MAX_KEY = 1024

export interface AppParts {
  engine: Engine
  session: Session
  streams: EventStreams
  serveFile: ServeFile
  version: string
  /** Browsers keep one jar for all ports of a host, so the cookie's name carries the port. */
  cookieName: string
}

const refuse = (reason: string): never => {
  throw new AppError('refused', 'This page was not opened with the address that Naranhi printed.', { reason })
}

/** A field of what a page has sent, which may be anything. */
const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined

/**
 * A page sends files and fetches files; it never names one of the user's by its path. Refusing paths here keeps
 * whoever gets into the page out of the rest of the disk.
 */
const refusePaths = (name: string, input: unknown): void => {
  if (!/^(import|export|glossary)\./.test(name)) return
  const items = field(input, 'items')
  const refs = [
    field(input, 'to'),
    field(input, 'from'),
    ...(Array.isArray(items) ? items.map((item) => field(item, 'from')) : []),
  ]
  if (refs.some((ref) => field(ref, 'kind') === 'path'))
    throw new AppError('unavailable-here', 'A page in a browser sends files instead of naming them.', {
      host: 'page',
    })
}

/** Every route there is. The guard has looked at Host and Origin before. */
export const createApp = ({ engine, session, streams, serveFile, version, cookieName }: AppParts): Hono => {
  const app = new Hono()
  const answerHostCall = createHostCalls(version)

  const needCookie = (context: Context): void => {
    if (!sameSecret(getCookie(context, cookieName), session.cookie)) refuse('cookie')
    // Ports of one host are one site to a browser: SameSite alone lets a page of another port through.
    const from = context.req.header('sec-fetch-site')
    if (from !== undefined && from !== 'same-origin' && from !== 'none') refuse('site')
  }
  const needToken = (context: Context): void => {
    needCookie(context)
    if (!sameSecret(context.req.header('x-naranhi-token'), session.token)) refuse('token')
  }
  const clientOf = (context: Context): string => {
    const client = context.req.header('x-naranhi-client') ?? ''
    return /^[\w-]{1,64}$/.test(client) ? client : 'page'
  }

  app.use(async (context, next) => {
    await next()
    if (!context.res.headers.has('cache-control')) context.res.headers.set('cache-control', 'no-store')
  })

  app.post('/session', async (context) => {
    const body = await readJson(context.req.raw, MAX_KEY)
    // A browser that has exchanged the key opens another tab, or the address again: the cookie, which only it has and
    // no other site can send, gives the token once more.
    if (typeof body === 'object' && body !== null && Object.keys(body).length === 0) {
      needCookie(context)
      return respond({ ok: true, value: { token: session.token } })
    }
    const key = typeof body === 'object' && body !== null && Object.hasOwn(body, 'key') ? body : { key: null }
    if (!session.spend((key as { key: unknown }).key)) refuse('key')
    return respond(
      { ok: true, value: { token: session.token } },
      { 'set-cookie': `${cookieName}=${session.cookie}; Path=/; HttpOnly; SameSite=Strict` },
    )
  })

  const answerCall = async (context: Context): Promise<Response> => {
    needToken(context)
    const name = context.req.param('name') ?? ''
    const input = await readJson(context.req.raw, MAX_CALL)
    refusePaths(name, input)
    if (isHostCall(name)) return respond({ ok: true, value: answerHostCall(name, input) })
    return respond(await engine.call(name, input, clientOf(context)))
  }
  app.post('/call/:name', answerCall)
  // The empty name is a name that is no call, and not another address.
  app.post('/call/', answerCall)

  app.post('/upload', async (context) => {
    needToken(context)
    const name = context.req.query('name')
    if (!name || name.length > 500 || !name.isWellFormed())
      throw new AppError('bad-input', 'An upload needs a name of at most 500 characters.', { field: 'name' })
    const bytes = await readBody(context.req.raw, MAX_UPLOAD, 'file-too-large')
    return respond({ ok: true, value: await engine.addUpload(name, bytes) })
  })

  app.get('/events', (context) => {
    needCookie(context)
    // The stream must not be opened for a HEAD: nobody would ever read it.
    return context.req.method === 'GET' ? streams.open() : respond({ ok: true, value: null })
  })

  app.get('/download/:id', async (context) => {
    needCookie(context)
    const id = context.req.param('id')
    const download = engine.download(id)
    if (!download)
      throw new AppError('not-found', 'There is no such download, or it is no longer kept.', { id })
    return respondWithDownload(download, context.req.method === 'HEAD')
  })

  app.get('*', async (context) => {
    const file = await serveFile(rawPath(context), context.req.header('if-none-match'))
    return file ?? context.notFound()
  })

  app.all('*', (context) =>
    context.req.method === 'POST'
      ? context.notFound()
      : new Response(
          JSON.stringify(refusal('refused', 'This method is not used here.', { reason: 'method' })),
          {
            status: 405,
            headers: { 'content-type': 'application/json; charset=utf-8', allow: 'GET, HEAD, POST' },
          },
        ),
  )

  app.notFound(() => respond(refusal('not-found', 'There is nothing at this address.')))
  app.onError((error) => {
    if (error instanceof AppError) return respond({ ok: false, error: error.toShape() })
    // Never the request: it carries the token.
    console.error(error.stack ?? String(error))
    return respond(refusal('internal', 'Naranhi could not answer this.'))
  })
  return app
}

/** The path as it was sent. `URL` would already have resolved what leads upwards. */
const rawPath = (context: Context): string => {
  const { incoming } = context.env as { incoming: { url?: string } }
  return (incoming.url ?? '/').split('?', 1)[0] ?? '/'
}
