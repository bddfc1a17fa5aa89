import iconv from 'iconv-lite'
import type { StrictDecoding } from './unicode.ts'

export const LEGACY_ENCODINGS = ['cp949', 'gb18030', 'shift_jis'] as const
export type LegacyEncoding = (typeof LEGACY_ENCODINGS)[number]

/** The part of iconv-lite used here, said without Node's types: its buffers are byte arrays. */
interface Codec {
  decode(bytes: Uint8Array, encoding: LegacyEncoding): string
  encode(text: string, encoding: LegacyEncoding): Uint8Array
}
const codec: Codec = iconv

const CHUNK_BYTES = 1 << 20

/**
 * Bytes below 0x30 never stand second in a character of these encodings (cp949 trails start at 0x41,
 * shift_jis at 0x40, gb18030 at 0x30), so after a space or a line end a text may be cut anywhere.
 */
function cutAfter(bytes: Uint8Array, from: number): number {
  let index = from
  while (index < bytes.length && (bytes[index] ?? 0) >= 0x30) index++
  return Math.min(index + 1, bytes.length)
}

/**
 * Decodes by iconv-lite and holds the result to the input: encoding it again must give the same bytes
 * (RELIABILITY I5). Works in chunks, so the overhead stays at a few megabytes whatever the file.
 */
export function decodeLegacy(bytes: Uint8Array, encoding: LegacyEncoding): StrictDecoding {
  const parts: string[] = []
  let sequences = 0
  for (let start = 0; start < bytes.length;) {
    const end = cutAfter(bytes, start + CHUNK_BYTES)
    const chunk = bytes.subarray(start, end)
    const text = codec.decode(chunk, encoding)
    const again = codec.encode(text, encoding)
    const same = firstDifference(chunk, again)
    if (same !== -1) {
      const at = start + same
      return { text: null, stop: { at, incomplete: at >= bytes.length - 1, sequences } }
    }
    sequences += chunk.length - text.length
    parts.push(text)
    start = end
  }
  return { text: parts.join(''), stop: null }
}

/** The longest start of the bytes before `offset` decoded; used to tell lines and columns. */
export function decodeLegacyPrefix(bytes: Uint8Array, encoding: LegacyEncoding, offset: number): string {
  return codec.decode(bytes.subarray(0, offset), encoding)
}

function firstDifference(left: Uint8Array, right: Uint8Array): number {
  const shared = Math.min(left.length, right.length)
  for (let index = 0; index < shared; index++) if (left[index] !== right[index]) return index
  return left.length === right.length ? -1 : shared
}
