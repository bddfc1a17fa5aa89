import { isUtf8 } from 'node:buffer'
import { open } from 'node:fs/promises'
import { TextDecoder } from 'node:util'
import iconv from 'iconv-lite'
import { FormatError } from '#core/formats/failure.ts'
import { decodeText, encodingByName, REQUESTABLE_ENCODINGS } from '#core/formats/text/decode.ts'

/*
 * Decoded text of a file, a piece at a time, whatever its size. Wrong bytes end it: a memory with holes in its letters is
 * worse than none.
 */

export interface PiecedFile {
  path: string
  fileName: string
  /** Left out: found out from the first bytes. */
  encoding?: string | undefined
  /** No more than so many bytes are read; left out: all. */
  most?: number | undefined
}

export interface TextPiece {
  text: string
  /** Of the file, 0–1. */
  share: number
  encoding: string
  /** The file goes on behind this piece, and is read no further. */
  cut: boolean
}

/** Bytes read in one go: some hundred units. */
const PIECE = 128 * 1024

/** What XML says of itself; of UTF-16 that is known from the bytes. */
const declaredEncoding = (bytes: Uint8Array): string | null => {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 400))
  const said = /^[^<]*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/iu.exec(start)?.[1] ?? null
  return said !== null && /^(?:utf-?16|ucs-?2|iso-10646)/iu.test(said) ? null : said
}

/** Behind the last character that is whole. */
const wholeUtf8 = (bytes: Uint8Array): Uint8Array => {
  let end = bytes.length
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if ((byte & 0xc0) === 0x80) continue
    if (byte >= 0xc0) end = bytes.length - back
    break
  }
  return bytes.subarray(0, end)
}

/** By the mark, by what XML declares, or by the bytes themselves. Throws as `decodeText` does. */
const encodingOf = (bytes: Uint8Array, whole: boolean): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  // XML begins with a sign that is plain in any encoding, and UTF-16 has a zero beside it.
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le'
  if (bytes[0] === 0 && bytes[1] === 0x3c) return 'utf-16be'
  const declared = declaredEncoding(bytes)
  if (declared !== null) return declared
  const sample = whole ? bytes : wholeUtf8(bytes)
  if (isUtf8(sample) && !sample.includes(0)) return 'utf-8'
  // A sign that the end of the piece cuts in two would be taken for a wrong one; up to the last line it is not.
  const line = whole ? bytes.length : bytes.lastIndexOf(0x0a) + 1
  const { encoding } = decodeText(bytes.subarray(0, line > 0 ? line : bytes.length))
  return encoding === 'utf-8-bom' ? 'utf-8' : encoding
}

interface Decoder {
  /** Throws where the bytes are wrong. */
  decode(bytes: Uint8Array): string
  end(): string
}

/** Letters that stand for bytes nobody can read, as iconv-lite puts them. */
const UNREAD = '\uFFFD'

/** Korean and other legacy encodings by iconv-lite: Node reads 8,822 syllables of cp949 wrong or not at all. */
const legacyDecoder = (encoding: string): Decoder => {
  const decoder = iconv.getDecoder(encoding)
  const checked = (text: string): string => {
    if (text.includes(UNREAD)) throw new TypeError('not in this encoding')
    return text
  }
  return {
    decode: (bytes) => checked(decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))),
    end: () => checked(decoder.end() ?? ''),
  }
}

const plainDecoder = (encoding: string): Decoder => {
  const decoder = new TextDecoder(encoding, { fatal: true })
  return { decode: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() }
}

const decoderFor = (name: string, fileName: string): { decoder: Decoder; encoding: string } => {
  const encoding = encodingByName(name) ?? name.toLowerCase()
  try {
    const legacy = ['cp949', 'gb18030', 'shift_jis'].includes(encoding)
    return { decoder: legacy ? legacyDecoder(encoding) : plainDecoder(encoding), encoding }
  } catch {
    throw new FormatError(
      'unknown-encoding',
      { fileName, encoding: name, candidates: [...REQUESTABLE_ENCODINGS] },
      `${name} cannot be read here`,
    )
  }
}

/** Counts lines as the readers of XML and tables do: LF, CR and CRLF. */
const lineCounter = () => {
  let [lines, column, afterCr] = [1, 1, false]
  return {
    take(text: string): void {
      for (let at = 0; at < text.length; at++) {
        const unit = text.charCodeAt(at)
        if (unit === 10 && afterCr) afterCr = false
        else if (unit === 10 || unit === 13) {
          lines++
          column = 1
          afterCr = unit === 13
        } else {
          column++
          afterCr = false
        }
      }
    },
    place: () => ({ line: lines, column }),
  }
}

/** The place of the first wrong byte, told by reading the file again up to it, a byte at a time at the end. */
const wrongPlace = async (
  { path, fileName }: PiecedFile,
  name: string,
  [from, to]: readonly [number, number],
): Promise<{ line: number; column: number; byteOffset: number }> => {
  const { decoder } = decoderFor(name, fileName)
  const count = lineCounter()
  const file = await open(path)
  try {
    const buffer = new Uint8Array(PIECE)
    let at = 0
    while (at < from) {
      const { bytesRead } = await file.read(buffer, 0, Math.min(PIECE, from - at), at)
      if (bytesRead === 0) break
      count.take(decoder.decode(buffer.subarray(0, bytesRead)))
      at += bytesRead
    }
    const { bytesRead } = await file.read(buffer, 0, Math.min(PIECE, to - from), from)
    let begun = from
    for (let place = 0; place < bytesRead; place++) {
      let text: string
      try {
        text = decoder.decode(buffer.subarray(place, place + 1))
      } catch {
        break
      }
      if (text === '') continue
      count.take(text)
      begun = from + place + 1
    }
    return { ...count.place(), byteOffset: begun }
  } finally {
    await file.close()
  }
}

/**
 * Reads a file a piece at a time; the next one only once the last was taken. Throws `undecodable` and `truncated` with byte,
 * line and column of the first character that is wrong, `unknown-encoding`, and `binary` for what is no text.
 */
export async function* decodedPieces(source: PiecedFile): AsyncGenerator<TextPiece> {
  const { path, fileName, most = Infinity } = source
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const end = Math.min(size, most)
    let [encoding, done] = ['', 0]
    let decoder: Decoder | null = null
    while (done < end || decoder === null) {
      const buffer = new Uint8Array(PIECE)
      const { bytesRead } = await file.read(buffer, 0, Math.min(PIECE, Math.max(end - done, 1)), done)
      const bytes = buffer.subarray(0, bytesRead)
      if (decoder === null)
        ({ decoder, encoding } = decoderFor(
          source.encoding ?? encodingOf(bytes, bytesRead >= size),
          fileName,
        ))
      if (bytesRead === 0) break
      let text: string
      try {
        text = decoder.decode(bytes)
      } catch {
        const place = await wrongPlace(source, encoding, [done, done + bytesRead])
        throw new FormatError(
          'undecodable',
          {
            fileName,
            encoding,
            ...place,
            candidates: REQUESTABLE_ENCODINGS.filter((each) => each !== encoding),
          },
          `These bytes are no ${encoding}`,
        )
      }
      if (done === 0 && text.startsWith('\uFEFF')) text = text.slice(1)
      done += bytesRead
      yield { text, share: Math.min(1, done / Math.max(1, size)), encoding, cut: done >= end && end < size }
    }
    if (end < size) return
    try {
      yield { text: decoder.end(), share: 1, encoding, cut: false }
    } catch {
      const place = await wrongPlace(source, encoding, [Math.max(0, done - PIECE), done])
      throw new FormatError('truncated', { fileName, encoding, ...place }, 'The last character is cut off')
    }
  } finally {
    await file.close()
  }
}
