import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Makes what was written to a file outlast a power cut. */
export const syncFile = (path: string): void => {
  // Windows flushes only through a handle that may write.
  const handle = openSync(path, process.platform === 'win32' ? 'r+' : 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Makes renames in a folder outlast a power cut; Windows has no such call and needs none. */
export const syncFolder = (path: string): void => {
  if (process.platform !== 'win32') syncFile(path)
}

/** Puts a finished file in its place: the old one or the new one is there at every moment, never a part. */
export const moveDurably = (from: string, to: string): void => {
  syncFile(from)
  renameSync(from, to)
  syncFolder(dirname(to))
}

/** Writes a whole file as one step; the folder must exist. */
export const writeDurably = (path: string, content: string): void => {
  const temporary = `${path}.${process.pid}.tmp`
  writeFileSync(temporary, content)
  moveDurably(temporary, path)
}
