/**
 * A signature of a source: equal for equal texts, white space and Unicode form aside. Two FNV-1a hashes of 32 bits
 * with different seeds, as 16 hexadecimal digits; for finding, never for proving (the texts are compared too).
 */
export const sourceSignature = (source: string): string => {
  const nfc = source.normalize('NFC').trim()
  const text = /\s\s|[^\S ]/.test(nfc) ? nfc.replace(/\s+/g, ' ') : nfc
  let one = 0x811c9dc5
  let two = 0x9747b28c
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    one = Math.imul(one ^ unit, 0x01000193)
    two = Math.imul(two ^ (unit + index), 0x01000193)
    two ^= two >>> 15
  }
  const hex = (value: number) => (value >>> 0).toString(16).padStart(8, '0')
  return hex(one) + hex(two)
}
