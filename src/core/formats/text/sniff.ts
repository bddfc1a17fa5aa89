/** File kinds told by their first bytes; what a user is told a refused file looks like. */
const SIGNATURES: readonly { looksLike: string; at?: number; bytes: readonly number[] }[] = [
  { looksLike: 'zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { looksLike: 'zip', bytes: [0x50, 0x4b, 0x05, 0x06] },
  { looksLike: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { looksLike: 'png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { looksLike: 'jpeg', bytes: [0xff, 0xd8, 0xff] },
  { looksLike: 'gif', bytes: [0x47, 0x49, 0x46, 0x38] },
  // The compound file of older .hwp, .doc, .xls and .ppt.
  { looksLike: 'ole', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { looksLike: 'hwp', bytes: [...'HWP Document File'].map((letter) => letter.charCodeAt(0)) },
  { looksLike: 'rtf', bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
  { looksLike: 'gzip', bytes: [0x1f, 0x8b, 0x08] },
  { looksLike: '7z', bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { looksLike: 'sqlite', bytes: [...'SQLite format 3\0'].map((letter) => letter.charCodeAt(0)) },
  { looksLike: 'elf', bytes: [0x7f, 0x45, 0x4c, 0x46] },
  { looksLike: 'exe', bytes: [0x4d, 0x5a, 0x90, 0x00] },
  { looksLike: 'mp4', at: 4, bytes: [0x66, 0x74, 0x79, 0x70] },
]

export type Bom = { encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be'; length: number }

const startsWith = (bytes: Uint8Array, signature: readonly number[], at = 0): boolean =>
  bytes.length >= at + signature.length && signature.every((byte, index) => bytes[at + index] === byte)

/** The byte order mark at the start. FF FE 00 00 is read as UTF-32: no text begins with a NUL. */
export function sniffBom(bytes: Uint8Array): Bom | null {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return { encoding: 'utf-8', length: 3 }
  if (startsWith(bytes, [0xff, 0xfe, 0x00, 0x00])) return { encoding: 'utf-32le', length: 4 }
  if (startsWith(bytes, [0x00, 0x00, 0xfe, 0xff])) return { encoding: 'utf-32be', length: 4 }
  if (startsWith(bytes, [0xff, 0xfe])) return { encoding: 'utf-16le', length: 2 }
  if (startsWith(bytes, [0xfe, 0xff])) return { encoding: 'utf-16be', length: 2 }
  return null
}

/** The kind of a binary file by its signature, or null. A zip also tells which office format lies in it. */
export function sniffSignature(bytes: Uint8Array): string | null {
  const found = SIGNATURES.find((signature) => startsWith(bytes, signature.bytes, signature.at))
  if (found === undefined) return null
  if (found.looksLike !== 'zip') return found.looksLike
  const names = String.fromCharCode(...bytes.subarray(0, 4096))
  if (names.includes('word/') || names.includes('[Content_Types].xml')) {
    return names.includes('xl/') ? 'xlsx' : names.includes('ppt/') ? 'pptx' : 'docx'
  }
  if (names.includes('application/hwp+zip')) return 'hwpx'
  if (names.includes('opendocument.text')) return 'odt'
  return names.includes('epub') ? 'epub' : 'zip'
}

const SAMPLE_BYTES = 1 << 16

/** Code units a Korean or English text is made of. */
function isLikelyUnit(unit: number): boolean {
  return (
    (unit >= 0x20 && unit < 0x7f) ||
    (unit >= 0xac00 && unit <= 0xd7a3) ||
    (unit >= 0x3000 && unit <= 0x318f) ||
    (unit >= 0x2010 && unit <= 0x2026) ||
    (unit >= 0x1100 && unit <= 0x11ff) ||
    unit === 9 ||
    unit === 10 ||
    unit === 13 ||
    unit === 0xb7
  )
}

interface UnitCount {
  units: number
  likely: number
  hangul: number
  surrogates: number
}

function countUnits(bytes: Uint8Array, order: 'le' | 'be'): UnitCount {
  const end = Math.min(bytes.length, SAMPLE_BYTES) & ~1
  const count: UnitCount = { units: end / 2, likely: 0, hangul: 0, surrogates: 0 }
  for (let index = 0; index < end; index += 2) {
    const first = bytes[index] ?? 0
    const second = bytes[index + 1] ?? 0
    const unit = order === 'le' ? (second << 8) | first : (first << 8) | second
    // Emoji and rare ideographs say nothing either way.
    if (unit >= 0xd800 && unit <= 0xdfff) count.surrogates++
    if (isLikelyUnit(unit)) count.likely++
    if (unit >= 0xac00 && unit <= 0xd7a3) count.hangul++
  }
  return count
}

/**
 * UTF-16 without a BOM, told by how many code units are ones of Korean or English text when read in one
 * order and not in the other. Only worth asking where there are NUL bytes: every space is one in UTF-16.
 */
export function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length < 4) return null
  const le = countUnits(bytes, 'le')
  const be = countUnits(bytes, 'be')
  const enough = (count: UnitCount, other: UnitCount): boolean =>
    count.likely >= (count.units - count.surrogates) * 0.85 &&
    count.likely >= count.units * 0.5 &&
    count.likely - other.likely >= count.units * 0.2
  if (enough(le, be)) return 'utf-16le'
  if (enough(be, le)) return 'utf-16be'
  return null
}

/**
 * UTF-16LE of nothing but Hangul syllables has no NUL byte. Text in cp949 could read so too, but its
 * letters then all stand at 0xA1 and above. (In the other order the two cannot be told apart.)
 */
export function isHangulUtf16le(bytes: Uint8Array): boolean {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return false
  const { units, hangul } = countUnits(bytes, 'le')
  return units === hangul && bytes.subarray(0, SAMPLE_BYTES).some((byte) => byte < 0xa1)
}

/** The first NUL, or -1. */
export const firstNul = (bytes: Uint8Array): number => bytes.indexOf(0)

/** True where more than one byte in fifty of the start is a control character no text holds. */
export function hasManyControls(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  let controls = 0
  for (const byte of sample) {
    if ((byte < 0x20 && (byte < 9 || byte > 13) && byte !== 0x1b) || byte === 0x7f) controls++
  }
  return controls > 2 && controls > sample.length / 50
}
