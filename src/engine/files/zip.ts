import { crc32 } from 'node:zlib'
import type { Readable } from 'node:stream'
import { fromBuffer, type Entry, type ZipFile } from 'yauzl'
import { FormatError } from '#core/formats/failure.ts'

/** RELIABILITY I1: what is brought in may be made to fill the memory. */
const MAX_ENTRIES = 2_000
const MAX_TOTAL = 256 * 1024 * 1024
/** Inflated to packed; only parts over a megabyte are held to it. */
const MAX_RATIO = 200
const SMALL = 1024 * 1024

const open = (bytes: Uint8Array): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    // Names are strict: `..`, absolute ones and backslashes are refused there.
    fromBuffer(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      { lazyEntries: true, strictFileNames: true },
      (error, zip) => {
        if (error) reject(error)
        else resolve(zip)
      },
    )
  })

const streamOf = (zip: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) reject(error)
      else resolve(stream)
    })
  })

const entriesOf = (zip: ZipFile): Promise<Entry[]> =>
  new Promise((resolve, reject) => {
    const entries: Entry[] = []
    zip.on('entry', (entry: Entry) => {
      entries.push(entry)
      if (entries.length > MAX_ENTRIES) reject(new TooLarge('too many parts'))
      else zip.readEntry()
    })
    zip.on('end', () => resolve(entries))
    zip.on('error', reject)
    zip.readEntry()
  })

class TooLarge extends Error {}

/**
 * Inflates a zip part by part and keeps nothing of it, so that whatever opens it later is known to be of a size, whole
 * and without tricks. Throws `malformed` (no zip, cut off, a wrong checksum, two parts of one name, a name that leads
 * elsewhere) and `too-large`. `look` sees every part as it is inflated, by its name in small letters; what it throws as
 * `FormatError` is what is thrown.
 */
export const checkZip = async (
  bytes: Uint8Array,
  fileName: string,
  look?: (part: string, chunk: Buffer) => void,
): Promise<void> => {
  try {
    const zip = await open(bytes)
    const entries = await entriesOf(zip)
    const names = new Set<string>()
    let total = 0
    for (const entry of entries) {
      const name = entry.fileName.toLowerCase()
      if (names.has(name)) throw new Error(`two parts are named ${entry.fileName}`)
      names.add(name)
      if (entry.uncompressedSize > MAX_TOTAL) throw new TooLarge(entry.fileName)
      let [size, sum] = [0, 0]
      for await (const chunk of (await streamOf(zip, entry)) as AsyncIterable<Buffer>) {
        size += chunk.length
        total += chunk.length
        sum = crc32(chunk, sum)
        look?.(name, chunk)
        if (total > MAX_TOTAL) throw new TooLarge(entry.fileName)
        if (size > SMALL && size > entry.compressedSize * MAX_RATIO) throw new TooLarge(entry.fileName)
      }
      if (sum !== entry.crc32) throw new Error(`the checksum of ${entry.fileName} is wrong`)
    }
  } catch (error) {
    if (error instanceof FormatError) throw error
    if (error instanceof TooLarge)
      throw new FormatError(
        'too-large',
        { fileName, limit: MAX_TOTAL },
        `The file would become too large when unpacked: ${error.message}`,
      )
    throw new FormatError(
      'malformed',
      { fileName },
      `The file is no whole zip: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}
