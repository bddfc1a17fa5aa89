const LOCAL_HEADER = 0x04034b50
const CENTRAL_HEADER = 0x02014b50
const END_OF_CENTRAL = 0x06054b50

/** 1 January 1980, 00:00, the first day a zip can name. */
const DOS_DATE = (0 << 9) | (1 << 5) | 1

/**
 * Sets the dates of all entries of a zip (APPNOTE 4.3.7, 4.3.12) to 1 January 1980, in place, so that the same article
 * gives the same bytes. For zips without comment and without zip64, as `docx` writes them; others stay as they are.
 */
export function withFixedDates(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const end = zip.byteLength - 22
  if (end < 0 || view.getUint32(end, true) !== END_OF_CENTRAL) return zip
  let entry = view.getUint32(end + 16, true)
  while (entry < end && view.getUint32(entry, true) === CENTRAL_HEADER) {
    setDate(view, entry + 12)
    const local = view.getUint32(entry + 42, true)
    if (local < end && view.getUint32(local, true) === LOCAL_HEADER) setDate(view, local + 10)
    entry +=
      46 +
      view.getUint16(entry + 28, true) +
      view.getUint16(entry + 30, true) +
      view.getUint16(entry + 32, true)
  }
  return zip
}

function setDate(view: DataView, offset: number): void {
  view.setUint16(offset, 0, true)
  view.setUint16(offset + 2, DOS_DATE, true)
}
