import {
  existsSync,
  mkdirSync,
  openSync,
  closeSync,
  fstatSync,
  readSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { readPacked, type Stamp } from '#core/memory/packedFile.ts'
import type { PackedMemory } from '#core/memory/packed.ts'
import { companionFolder } from '../db/known.ts'
import { moveDurably, writeDurably } from '../db/durable.ts'

/*
 * The index beside the workspace: segments, each a file that is written once, and a manifest that says which of them
 * are in use and up to which change they know everything. Nothing in it is trusted over the workspace; what is missing,
 * damaged or of another version is made anew.
 */

/** To be raised when what a segment holds, or how its keys are made, changes. */
const VERSION = 2

const manifestShape = z.strictObject({
  version: z.literal(VERSION),
  /** All changes up to this one are in the segments. */
  change: z.int().min(0),
  segments: z
    .array(z.strictObject({ file: z.string().regex(/^[\w-]+\.segment$/), units: z.int().min(0) }))
    .max(200),
  /** Units of the segments that were removed. */
  gone: z.array(z.int()),
  /** The latest changes it knows, by which the workspace is known again: a file may be put in its place by hand. */
  marks: z.array(z.strictObject({ id: z.int(), change: z.int(), signature: z.string() })),
})
export type Manifest = z.output<typeof manifestShape>

export const indexFolder = (workspace: string): string => join(companionFolder(workspace), 'memory')
const manifestPath = (workspace: string): string => join(indexFolder(workspace), 'manifest.json')
export const segmentPath = (workspace: string, file: string): string => join(indexFolder(workspace), file)

/** A segment's stamp: its own name, so that files that were exchanged are told. */
export const stampOf = (file: string): Stamp => {
  const stamp = [0, 0, 0, 0]
  for (let at = 0; at < file.length; at++)
    stamp[at & 3] = (Math.imul(stamp[at & 3] as number, 31) + file.charCodeAt(at)) | 0
  return stamp
}

export const readManifest = (workspace: string): Manifest | null => {
  try {
    return manifestShape.parse(JSON.parse(readFileSync(manifestPath(workspace), 'utf8')))
  } catch {
    return null
  }
}

/** Throws what the file system throws; the old one stands then. */
export const writeManifest = (workspace: string, manifest: Omit<Manifest, 'version'>): void => {
  mkdirSync(indexFolder(workspace), { recursive: true })
  writeDurably(manifestPath(workspace), JSON.stringify({ version: VERSION, ...manifest }))
}

/** Null where the file cannot be used. */
export const readSegment = (workspace: string, file: string): PackedMemory | null => {
  try {
    const handle = openSync(segmentPath(workspace, file), 'r')
    try {
      const { size } = fstatSync(handle)
      const bytes = new ArrayBuffer(size)
      // Some systems read at most 2 GiB at once.
      for (let at = 0; at < size;) {
        const read = readSync(handle, new Uint8Array(bytes, at, Math.min(size - at, 1 << 28)))
        if (read === 0) return null
        at += read
      }
      const packed = readPacked(bytes, stampOf(file))
      return typeof packed === 'string' ? null : packed
    } finally {
      closeSync(handle)
    }
  } catch {
    return null
  }
}

/** An index as its files have it. */
export interface StoredIndex {
  manifest: Manifest
  segments: { file: string; packed: PackedMemory }[]
}

/** Null where there is none, or a part of it cannot be used. */
export const readIndex = (workspace: string): StoredIndex | null => {
  const manifest = readManifest(workspace)
  if (!manifest) return null
  const segments: StoredIndex['segments'] = []
  for (const { file } of manifest.segments) {
    const packed = readSegment(workspace, file)
    if (!packed) return null
    segments.push({ file, packed })
  }
  return { manifest, segments }
}

/** Whether an index was written at all. */
export const hasIndex = (workspace: string): boolean => existsSync(manifestPath(workspace))

export const writeSegment = (workspace: string, file: string, bytes: ArrayBuffer): void => {
  mkdirSync(indexFolder(workspace), { recursive: true })
  const path = segmentPath(workspace, file)
  const temporary = `${path}.${process.pid}.tmp`
  writeFileSync(temporary, new Uint8Array(bytes))
  moveDurably(temporary, path)
}

/** What has lain so long (ms) is of no work that is under way. */
const LEFT_OVER = 60 * 60 * 1000

/** Whether a file that was being written carries the number of a process that is gone. */
const isOfNobody = (name: string): boolean => {
  const writer = /\.(\d+)\.tmp$/.exec(name)?.[1]
  if (writer === undefined) return false
  try {
    process.kill(Number(writer), 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

/**
 * Takes away files that nobody uses: those of an index that was killed while it wrote, or was made anew. What another
 * process has just written, or what the manifest names, is left. `own`: what this process wrote itself.
 */
export const clearSegments = (
  workspace: string,
  used: ReadonlySet<string>,
  own: ReadonlySet<string>,
): void => {
  let names: string[]
  try {
    names = readdirSync(indexFolder(workspace))
  } catch {
    return
  }
  const named = new Set(readManifest(workspace)?.segments.map(({ file }) => file))
  for (const name of names)
    if (/\.(segment|tmp)$/.test(name) && !used.has(name) && !named.has(name))
      // Another process may be reading it; then it goes the next time.
      try {
        const path = segmentPath(workspace, name)
        const left = own.has(name) || isOfNobody(name) || Date.now() - statSync(path).mtimeMs > LEFT_OVER
        if (left) rmSync(path, { force: true })
      } catch {
        continue
      }
}

export const forgetIndex = (workspace: string): void => {
  rmSync(indexFolder(workspace), { recursive: true, force: true })
}
