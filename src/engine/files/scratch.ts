import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, rm, rmdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppError } from '#contract/error.ts'
import { toAppError } from '../db/errors.ts'
import { MAX_UPLOAD, type Download } from '../engine.ts'
import { readBytes } from './read.ts'

interface Upload {
  path: string
  name: string
}

/** A page fetches what it has exported at once; a window left open for weeks must not fill the disk with them. */
const KEPT_DOWNLOADS = 20

/** Files of this run alone: what pages have sent, and exports until they are fetched. */
export interface Scratch {
  addUpload(name: string, bytes: Uint8Array): Promise<{ id: string }>
  /** Throws `not-found` for an id that was never given, or whose upload was used up. */
  readUpload(id: string): Promise<Uint8Array>
  /** Where an upload lies until it is dropped. Throws `not-found`. */
  uploadPath(id: string): string
  dropUpload(id: string): Promise<void>
  addDownload(file: Omit<Download, 'path'>, bytes: Uint8Array): Promise<string>
  /** A place for a download that is written piece by piece; `keepDownload` hands it over. */
  placeForDownload(): Promise<string>
  keepDownload(file: Download): Promise<string>
  dropDownload(id: string): Promise<void>
  download(id: string): Download | null
  clear(): Promise<void>
}

/** The folder is made at the first file; one that was given is only emptied of what was put there. */
export const createScratch = (given?: string): Scratch => {
  let folder: Promise<string> | null = null
  const uploads = new Map<string, Upload>()
  const downloads = new Map<string, Download>()
  const place = async (): Promise<string> => {
    folder ??= given
      ? mkdir(given, { recursive: true, mode: 0o700 }).then(() => given)
      : mkdtemp(join(tmpdir(), 'naranhi-'))
    try {
      return await folder
    } catch (error) {
      folder = null
      throw toAppError(error)
    }
  }
  const keep = async (kind: string, id: string, bytes: Uint8Array): Promise<string> => {
    // Named by the id alone: names from outside never become paths.
    const path = join(await place(), `${kind}-${id}`)
    try {
      await writeFile(path, bytes, { mode: 0o600, flag: 'wx' })
    } catch (error) {
      await rm(path, { force: true }).catch(() => undefined)
      throw toAppError(error)
    }
    return path
  }
  return {
    async addUpload(name, bytes) {
      if (bytes.byteLength > MAX_UPLOAD)
        throw new AppError('file-too-large', 'The file is too large.', {
          name,
          bytes: bytes.byteLength,
          limit: MAX_UPLOAD,
        })
      const id = randomUUID()
      uploads.set(id, { path: await keep('upload', id, bytes), name })
      return { id }
    },
    async readUpload(id) {
      const upload = uploads.get(id)
      if (!upload) throw new AppError('not-found', 'There is no such upload.', { upload: id })
      return readBytes(upload.path)
    },
    uploadPath(id) {
      const upload = uploads.get(id)
      if (!upload) throw new AppError('not-found', 'There is no such upload.', { upload: id })
      return upload.path
    },
    async dropUpload(id) {
      const upload = uploads.get(id)
      uploads.delete(id)
      if (upload) await rm(upload.path, { force: true }).catch(() => undefined)
    },
    async addDownload({ name, type }, bytes) {
      return this.keepDownload({ path: await keep('download', randomUUID(), bytes), name, type })
    },
    placeForDownload: async () => join(await place(), `download-${randomUUID()}`),
    async keepDownload(file) {
      const id = randomUUID()
      downloads.set(id, file)
      for (const old of [...downloads.keys()].slice(0, -KEPT_DOWNLOADS)) await this.dropDownload(old)
      return id
    },
    async dropDownload(id) {
      const download = downloads.get(id)
      downloads.delete(id)
      if (download) await rm(download.path, { force: true }).catch(() => undefined)
    },
    download: (id) => downloads.get(id) ?? null,
    async clear() {
      const own = [...uploads.values(), ...downloads.values()]
      uploads.clear()
      downloads.clear()
      if (folder === null) return
      for (const { path } of own) await rm(path, { force: true }).catch(() => undefined)
      // Goes only when it is empty: a folder that was given may hold what is not ours.
      await rmdir(await folder).catch(() => undefined)
      folder = null
    },
  }
}
