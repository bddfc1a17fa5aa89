import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { Download } from '#engine/engine.ts'

/** `filename` for old readers and `filename*` in UTF-8 (RFC 6266, RFC 5987). */
export const contentDisposition = (name: string): string => {
  const plain = name.replace(/[^\x20-\x7e]|["\\%/]/g, '_')
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}

/** `headOnly`: without opening the file, since nobody would read it. */
export const respondWithDownload = async (
  { path, name, type }: Download,
  headOnly: boolean,
): Promise<Response> => {
  const { size } = await stat(path)
  const body = headOnly
    ? null
    : (Readable.toWeb(createReadStream(path)) as unknown as ReadableStream<Uint8Array>)
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-length': String(size),
      'content-disposition': contentDisposition(name),
      'cache-control': 'no-store',
    },
  })
}
