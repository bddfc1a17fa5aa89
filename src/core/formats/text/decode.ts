import { FormatError, positionAt } from '../failure.ts'
import { decodeLegacy, decodeLegacyPrefix, LEGACY_ENCODINGS, type LegacyEncoding } from './legacy.ts'
import { firstNul, guessUtf16, hasManyControls, isHangulUtf16le, sniffBom, sniffSignature } from './sniff.ts'
import { decodeUtf16, decodeUtf8, type DecodeStop, type StrictDecoding } from './unicode.ts'

export type PlainEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | LegacyEncoding
export type TextEncodingName = PlainEncoding | 'utf-8-bom'
/** What ends the lines of a file: `mixed` where more than one kind does, `none` in a file of one line. */
export type NewlineKind = 'lf' | 'crlf' | 'cr' | 'mixed' | 'none'

export interface Decoded {
  /** Newlines are `\n`, the BOM is gone; otherwise as it came in, not normalised. */
  text: string
  encoding: TextEncodingName
  newline: NewlineKind
  hadBom: boolean
  /** True where letters came decomposed (NFD), as from a Mac's file system. */
  wasNfd: boolean
  /** `certain`: told by a BOM, by valid UTF-8, or asked for; `likely`: the best reading of bytes that say nothing. */
  certainty: 'certain' | 'likely'
}

/** Encodings that may be asked for, in the order a choice should offer them. */
export const REQUESTABLE_ENCODINGS: readonly PlainEncoding[] = [
  'utf-8',
  'cp949',
  'utf-16le',
  'utf-16be',
  ...LEGACY_ENCODINGS.filter((name) => name !== 'cp949'),
]

const ALIASES: Readonly<Record<string, PlainEncoding>> = {
  utf8: 'utf-8',
  utf8bom: 'utf-8',
  utf16: 'utf-16le',
  utf16le: 'utf-16le',
  ucs2: 'utf-16le',
  utf16be: 'utf-16be',
  cp949: 'cp949',
  ms949: 'cp949',
  uhc: 'cp949',
  windows949: 'cp949',
  euckr: 'cp949',
  ksc5601: 'cp949',
  ksc56011987: 'cp949',
  gb18030: 'gb18030',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  cp936: 'gb18030',
  shiftjis: 'shift_jis',
  sjis: 'shift_jis',
  cp932: 'shift_jis',
}

/** The encoding a name means (`EUC-KR` is read as cp949, its superset), or null. */
export function encodingByName(name: string): PlainEncoding | null {
  const key = name.toLowerCase().replace(/[^a-z0-9]/g, '')
  return Object.hasOwn(ALIASES, key) ? (ALIASES[key] ?? null) : null
}

/**
 * The text of a file. Order: BOM, signatures of binary files, UTF-16 without BOM, fatal UTF-8, cp949
 * whose re-encoding equals the input. `requested` names an encoding and skips the guessing
 * (`auto` or nothing: guess); a BOM of that encoding is removed all the same.
 *
 * Throws FormatError `undecodable`, `truncated`, `binary` or `unknown-encoding`, with byte offset, line
 * and column, and the encodings that would do.
 */
export function decodeText(bytes: Uint8Array, requested?: string): Decoded {
  const bom = sniffBom(bytes)
  if (requested !== undefined && requested !== '' && requested !== 'auto') {
    const encoding = encodingByName(requested)
    if (encoding === null) {
      throw new FormatError(
        'unknown-encoding',
        { encoding: requested, candidates: [...REQUESTABLE_ENCODINGS] },
        `No encoding is called ${requested}`,
      )
    }
    refuseSignature(bytes)
    const named = requested.toLowerCase().replace(/[^a-z0-9]/g, '')
    const order = named === 'utf16' && bom?.encoding === 'utf-16be' ? 'utf-16be' : encoding
    return readAs(bytes, order, bom?.encoding === order ? bom.length : 0, 'certain')
  }
  if (bom !== null) {
    if (bom.encoding === 'utf-32le' || bom.encoding === 'utf-32be') {
      throw new FormatError(
        'unknown-encoding',
        { encoding: bom.encoding, byteOffset: 0, line: 1, column: 1, candidates: [] },
        'Text in UTF-32 is not read',
      )
    }
    return readAs(bytes, bom.encoding, bom.length, 'certain')
  }
  refuseSignature(bytes)
  return guess(bytes)
}

function guess(bytes: Uint8Array): Decoded {
  const nul = firstNul(bytes)
  if (nul !== -1) {
    const order = guessUtf16(bytes)
    if (order === null) throw binaryWithNul(bytes, nul)
    return readAs(bytes, order, 0, 'likely')
  }
  const utf8 = decodeUtf8(bytes)
  if (utf8.text !== null) {
    if (hasManyControls(bytes))
      throw new FormatError('binary', { looksLike: 'control-characters' }, 'Not a text')
    return decoded(utf8.text, 'utf-8', false, 'certain')
  }
  // Eight multi-byte characters in a row are UTF-8 with damage: nothing else gets that far by chance.
  if (utf8.stop.sequences >= 8 || (utf8.stop.incomplete && utf8.stop.sequences >= 2)) {
    throw failureAt(bytes, 'utf-8', 0, utf8.stop)
  }
  if (isHangulUtf16le(bytes)) return readAs(bytes, 'utf-16le', 0, 'likely')
  if (hasManyControls(bytes))
    throw new FormatError('binary', { looksLike: 'control-characters' }, 'Not a text')
  const cp949 = decodeLegacy(bytes, 'cp949')
  if (cp949.text === null) {
    // The encoding that got further is the one to report on.
    const further = cp949.stop.at > utf8.stop.at
    throw further ? failureAt(bytes, 'cp949', 0, cp949.stop) : failureAt(bytes, 'utf-8', 0, utf8.stop)
  }
  if (!looksKorean(cp949.text, bytes)) throw failureAt(bytes, 'utf-8', 0, utf8.stop)
  return decoded(cp949.text, 'cp949', false, 'likely')
}

function strictly(bytes: Uint8Array, encoding: PlainEncoding, start: number): StrictDecoding {
  if (encoding === 'utf-8') return decodeUtf8(bytes, start)
  if (encoding === 'utf-16le') return decodeUtf16(bytes, 'le', start)
  if (encoding === 'utf-16be') return decodeUtf16(bytes, 'be', start)
  return decodeLegacy(bytes, encoding)
}

function readAs(
  bytes: Uint8Array,
  encoding: PlainEncoding,
  bomLength: number,
  certainty: Decoded['certainty'],
): Decoded {
  const result = strictly(bytes, encoding, bomLength)
  if (result.text === null) throw failureAt(bytes, encoding, bomLength, result.stop)
  const nul = result.text.indexOf('\0')
  if (nul !== -1) {
    const unitBytes = encoding.startsWith('utf-16')
    const byteOffset = unitBytes ? bomLength + nul * 2 : firstNul(bytes)
    throw new FormatError(
      'binary',
      { encoding, looksLike: 'nul', byteOffset, ...positionAt(result.text, nul) },
      'The text holds a NUL character',
    )
  }
  return decoded(result.text, encoding, bomLength > 0, certainty)
}

function decoded(
  raw: string,
  encoding: PlainEncoding,
  hadBom: boolean,
  certainty: Decoded['certainty'],
): Decoded {
  const newline = newlineKind(raw)
  return {
    text: newline === 'lf' || newline === 'none' ? raw : raw.replace(/\r\n?/g, '\n'),
    encoding: encoding === 'utf-8' && hadBom ? 'utf-8-bom' : encoding,
    newline,
    hadBom,
    wasNfd: isDecomposed(raw),
    certainty,
  }
}

/** Which characters end the lines of a text. */
export function newlineKind(text: string): NewlineKind {
  const hasCr = text.includes('\r')
  const crlf = hasCr && text.includes('\r\n')
  const cr = hasCr && /\r(?!\n)/.test(text)
  const lf = hasCr ? /(?<!\r)\n/.test(text) : text.includes('\n')
  const kinds = [crlf, cr, lf].filter(Boolean).length
  if (kinds > 1) return 'mixed'
  return crlf ? 'crlf' : cr ? 'cr' : lf ? 'lf' : 'none'
}

/** True where letters stand decomposed that NFC would compose (Hangul jamo, Latin letters with accents, kana). */
export function isDecomposed(text: string): boolean {
  const decomposed = /[\u1100-\u1112][\u1161-\u1175]|\p{L}[\u0300-\u036f\u3099\u309a]/u
  return decomposed.test(text) && text.normalize('NFC') !== text
}

const JUDGED_UNITS = 1 << 16

/** Whether text read as cp949 is Korean, and not Chinese or Japanese whose bytes happen to pass. */
function looksKorean(text: string, bytes: Uint8Array): boolean {
  let hangul = 0
  let hanja = 0
  for (let index = 0; index < Math.min(text.length, JUDGED_UNITS); index++) {
    const unit = text.charCodeAt(index)
    if (unit >= 0xac00 && unit <= 0xd7a3) hangul++
    else if ((unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0xf900 && unit <= 0xfaff)) hanja++
  }
  if (hanja >= 8 && hanja * 10 > (hangul + hanja) * 3) return false
  // Japanese bytes become syllables beyond the 2,350 of KS X 1001, which take a lead or trail below 0xA1.
  let pairs = 0
  let rare = 0
  for (let index = 0; index < Math.min(bytes.length, JUDGED_UNITS); index++) {
    const lead = bytes[index] ?? 0
    if (lead < 0x81) continue
    index++
    pairs++
    if (lead < 0xa1 || (bytes[index] ?? 0xff) < 0xa1) rare++
  }
  return rare < 4 || rare * 2 < pairs || decodeLegacy(bytes, 'shift_jis').text === null
}

function refuseSignature(bytes: Uint8Array): void {
  const looksLike = sniffSignature(bytes)
  if (looksLike === null) return
  throw new FormatError(
    'binary',
    { looksLike, byteOffset: 0, line: 1, column: 1 },
    `Not a text: ${looksLike}`,
  )
}

function binaryWithNul(bytes: Uint8Array, nul: number): FormatError {
  const before = String.fromCharCode(...bytes.subarray(Math.max(0, nul - 4096), nul))
  const { column } = positionAt(before, before.length)
  let line = 1
  for (let index = 0; index < nul; index++) if (bytes[index] === 10) line++
  return new FormatError(
    'binary',
    { looksLike: 'nul', byteOffset: nul, line, column },
    'The file holds NUL bytes',
  )
}

function failureAt(
  bytes: Uint8Array,
  encoding: PlainEncoding,
  bomLength: number,
  stop: DecodeStop,
): FormatError {
  const before =
    encoding === 'utf-8'
      ? decodeUtf8(bytes, bomLength, stop.at).text
      : encoding === 'utf-16le' || encoding === 'utf-16be'
        ? decodeUtf16(bytes, encoding === 'utf-16le' ? 'le' : 'be', bomLength, stop.at).text
        : decodeLegacyPrefix(bytes, encoding, stop.at)
  const position = positionAt(before ?? '', before?.length ?? 0)
  const code = stop.incomplete ? 'truncated' : 'undecodable'
  return new FormatError(
    code,
    { encoding, byteOffset: stop.at, ...position, candidates: candidatesFor(bytes, encoding) },
    `${code} as ${encoding} at byte ${stop.at}, line ${position.line}`,
  )
}

const TRIAL_BYTES = 4 << 20

/** Encodings the bytes (of a long file, its first 4 MB) pass strictly. UTF-16 only where it reads as Korean or English. */
function candidatesFor(bytes: Uint8Array, failed: PlainEncoding): string[] {
  if (failed.startsWith('utf-16') && bytes.length < 4) return []
  const sample = bytes.length > TRIAL_BYTES ? bytes.subarray(0, TRIAL_BYTES) : bytes
  const nul = firstNul(sample) !== -1
  const order = nul ? guessUtf16(bytes) : isHangulUtf16le(bytes) ? 'utf-16le' : null
  return REQUESTABLE_ENCODINGS.filter((encoding) => {
    if (encoding === failed) return false
    if (encoding === 'utf-16le' || encoding === 'utf-16be') {
      return encoding === order && strictly(sample, encoding, 0).text !== null
    }
    if (nul) return false
    const { text, stop } = strictly(sample, encoding, 0)
    return text !== null || (sample.length < bytes.length && stop.at >= sample.length - 4)
  })
}
