import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs'

/** 'Nrnh' in ASCII: what SQLite keeps at byte 68 to tell one application's files from another's. */
export const APPLICATION_ID = 0x4e726e68

export interface FileHeader {
  bytes: number
  /** Null: the file does not begin as an SQLite database does. */
  sqlite: { applicationId: number; userVersion: number } | null
}

const MAGIC = 'SQLite format 3\u0000'

/**
 * Reads the first 100 bytes (https://www.sqlite.org/fileformat.html, section 1.3) without SQLite, which would make
 * files beside it and takes an empty file for a healthy database.
 */
export const readHeader = (path: string): FileHeader => {
  const handle = openSync(path, 'r')
  try {
    const head = Buffer.alloc(100)
    const read = readSync(handle, head, 0, 100, 0)
    const bytes = fstatSync(handle).size
    if (read < 100 || head.toString('latin1', 0, 16) !== MAGIC) return { bytes, sqlite: null }
    return { bytes, sqlite: { applicationId: head.readUInt32BE(68), userVersion: head.readUInt32BE(60) } }
  } finally {
    closeSync(handle)
  }
}

const openHere = new Map<string, number>()

const identity = (path: string): string | null => {
  const file = statSync(path, { bigint: true, throwIfNoEntry: false })
  return file ? `${file.dev}:${file.ino}` : null
}

/**
 * True while this process has a connection to the file. POSIX drops every lock a process holds on a file when it closes
 * any handle of it (https://www.sqlite.org/howtocorrupt.html, section 2.2), so such a file is read through SQLite alone.
 */
export const isOpenHere = (path: string): boolean => openHere.has(identity(path) ?? '')

/** Says that a connection to the file stays open; gives the function that says it was closed. */
export const markOpen = (path: string): (() => void) => {
  const key = identity(path)
  if (key === null) return () => undefined
  openHere.set(key, (openHere.get(key) ?? 0) + 1)
  return () => {
    const left = (openHere.get(key) ?? 1) - 1
    if (left > 0) openHere.set(key, left)
    else openHere.delete(key)
  }
}
