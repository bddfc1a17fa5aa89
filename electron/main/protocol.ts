import { protocol } from 'electron'
import { SCHEME } from './origin.ts'
import { respondTo, type Sources } from './respond.ts'

/** Has to be called before the app is ready. Standard and secure: a real origin, and a secure context. */
export const registerScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ])

export const serveWindow = (sources: Sources): void =>
  protocol.handle(SCHEME, async (request) => {
    try {
      return await respondTo(request, sources)
    } catch (error) {
      console.error(error)
      return new Response(null, { status: 500 })
    }
  })
