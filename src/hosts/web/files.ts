import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { getMimeType } from 'hono/utils/mime'
import { isPlainPath } from './guard.ts'

interface PageFile {
  path: string
  type: string
  /** Its name carries a hash of its content: it never changes. */
  lasting: boolean
  content?: { bytes: Uint8Array<ArrayBuffer>; tag: string }
}

const typeOf = (name: string): string =>
  name.endsWith('.ttf') ? 'font/ttf' : (getMimeType(name) ?? 'application/octet-stream')

/** Symbolic links are left out: they may lead out of the folder. */
const list = async (folder: string, address: string, files: Map<string, PageFile>): Promise<void> => {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await list(path, `${address}${entry.name}/`, files)
    else if (entry.isFile())
      files.set(`${address}${entry.name}`, {
        path,
        type: typeOf(entry.name),
        lasting: address.startsWith('/assets/'),
      })
  }
}

const load = async (path: string): Promise<NonNullable<PageFile['content']>> => {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
  try {
    const bytes = new Uint8Array(await handle.readFile())
    return { bytes, tag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"` }
  } finally {
    await handle.close()
  }
}

export type ServeFile = (path: string, ifNoneMatch: string | undefined) => Promise<Response | null>

/**
 * The files of the built page. They are listed once and looked up by name, so no path from outside ever reaches the
 * file system; each is read when it is first asked for and kept. Null where there is no such file.
 */
export const servePageFiles = async (folder: string): Promise<ServeFile> => {
  const files = new Map<string, PageFile>()
  await list(folder, '/', files)
  return async (path, ifNoneMatch) => {
    if (!isPlainPath(path)) return null
    const file = files.get(path === '/' ? '/index.html' : path)
    if (!file) return null
    try {
      file.content ??= await load(file.path)
    } catch {
      return null
    }
    const { bytes, tag } = file.content
    const headers = {
      'content-type': file.type,
      'cache-control': file.lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
      etag: tag,
    }
    if (ifNoneMatch === tag) return new Response(null, { status: 304, headers })
    return new Response(bytes, { headers: { ...headers, 'content-length': String(bytes.byteLength) } })
  }
}
