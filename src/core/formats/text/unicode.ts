/** Where a strict decoder stopped. `incomplete`: the bytes end inside a character. */
export interface DecodeStop {
  at: number
  incomplete: boolean
  /** Multi-byte characters (UTF-8) or surrogate pairs read before: how much the encoding fitted so far. */
  sequences: number
}

export type StrictDecoding = { text: string; stop: null } | { text: null; stop: DecodeStop }

const CHUNK = 4096

/** Collects code units into a string in chunks: `+=` per character takes several times the memory. */
class UnitSink {
  private readonly units = new Array<number>(CHUNK).fill(0)
  private used = 0
  private readonly parts: string[] = []

  push(unit: number): void {
    if (this.used === CHUNK) {
      this.parts.push(String.fromCharCode(...this.units))
      this.used = 0
    }
    this.units[this.used++] = unit
  }

  text(): string {
    this.parts.push(String.fromCharCode(...this.units.slice(0, this.used)))
    this.used = 0
    return this.parts.join('')
  }
}

const isContinuation = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80

/**
 * Fatal UTF-8 (RFC 3629): overlong forms, surrogates and code points past U+10FFFF are refused.
 * `start` and `end` are byte offsets; a BOM is not looked for.
 */
export function decodeUtf8(bytes: Uint8Array, start = 0, end = bytes.length): StrictDecoding {
  const sink = new UnitSink()
  let sequences = 0
  let index = start
  while (index < end) {
    const lead = bytes[index] ?? 0
    if (lead < 0x80) {
      sink.push(lead)
      index++
      continue
    }
    const length =
      lead >= 0xc2 && lead <= 0xdf ? 2 : lead >> 4 === 0xe ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0
    const second = index + 1 < end ? bytes[index + 1] : undefined
    // The second byte's range excludes overlong forms, surrogates and what lies past U+10FFFF (table 3-7 of Unicode).
    const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
    const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
    if (length === 0 || (second !== undefined && (second < low || second > high))) {
      return { text: null, stop: { at: index, incomplete: false, sequences } }
    }
    let codePoint = length === 2 ? lead & 0x1f : length === 3 ? lead & 0x0f : lead & 0x07
    for (let step = 1; step < length; step++) {
      const byte = index + step < end ? bytes[index + step] : undefined
      if (byte === undefined || !isContinuation(byte)) {
        return { text: null, stop: { at: index, incomplete: byte === undefined, sequences } }
      }
      codePoint = (codePoint << 6) | (byte & 0x3f)
    }
    if (codePoint > 0xffff) {
      sink.push(0xd800 + ((codePoint - 0x10000) >> 10))
      sink.push(0xdc00 + ((codePoint - 0x10000) & 0x3ff))
    } else {
      sink.push(codePoint)
    }
    sequences++
    index += length
  }
  return { text: sink.text(), stop: null }
}

/** Fatal UTF-16: half surrogate pairs and an odd last byte are refused. A BOM is not looked for. */
export function decodeUtf16(
  bytes: Uint8Array,
  order: 'le' | 'be',
  start = 0,
  end = bytes.length,
): StrictDecoding {
  const sink = new UnitSink()
  const highByte = order === 'le' ? 1 : 0
  const lowByte = 1 - highByte
  let pendingHigh = false
  let sequences = 0
  let index = start
  for (; index + 1 < end; index += 2) {
    const unit = ((bytes[index + highByte] ?? 0) << 8) | (bytes[index + lowByte] ?? 0)
    const kind = unit & 0xfc00
    if (pendingHigh !== (kind === 0xdc00)) {
      return { text: null, stop: { at: pendingHigh ? index - 2 : index, incomplete: false, sequences } }
    }
    if (pendingHigh) sequences++
    pendingHigh = kind === 0xd800
    sink.push(unit)
  }
  if (pendingHigh) return { text: null, stop: { at: index - 2, incomplete: true, sequences } }
  if (index < end) return { text: null, stop: { at: index, incomplete: true, sequences } }
  return { text: sink.text(), stop: null }
}
