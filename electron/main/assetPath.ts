import { realpath, stat } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
}

/** Media type by the name's ending. */
export const mediaType = (path: string): string =>
  TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream'

/**
 * The segments of a request path as it came (still encoded), or null where it names anything but a plain file
 * inside: `..` in any spelling, a backslash, NUL, a colon (drives, streams), a hidden or empty segment.
 */
export const assetSegments = (rawPath: string): string[] | null => {
  let path: string
  try {
    path = decodeURIComponent(rawPath)
  } catch {
    return null
  }
  // Decoded once only, and a second layer of encoding is no file name of ours.
  if (!path.startsWith('/') || /[\u0000-\u001f\\:%]/.test(path)) return null
  if (path === '/') return ['index.html']
  const segments = path.slice(1).split('/')
  return segments.some((segment) => segment === '' || segment.startsWith('.')) ? null : segments
}

/** The file for a request path: a regular file whose real place, links followed, is inside `root`. Else null. */
export const findAsset = async (root: string, rawPath: string): Promise<string | null> => {
  const segments = assetSegments(rawPath)
  if (!segments) return null
  try {
    const home = await realpath(root)
    const path = await realpath(join(home, ...segments))
    if (!path.startsWith(home + sep)) return null
    return (await stat(path)).isFile() ? path : null
  } catch {
    return null
  }
}
