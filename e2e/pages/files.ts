import type { JSHandle, Page } from '@playwright/test'

export interface GivenFile {
  name: string
  mimeType: string
  buffer: Buffer
}

export const file = (name: string, content: string | Buffer): GivenFile => ({
  name,
  mimeType: name.endsWith('.md') ? 'text/markdown' : 'text/plain',
  buffer: typeof content === 'string' ? Buffer.from(content) : content,
})

/** Drops files on the middle of the window, as a file manager does. */
export const drop = async (page: Page, files: readonly GivenFile[]): Promise<void> => {
  const given = files.map(({ name, mimeType, buffer }) => ({
    name,
    mimeType,
    data: buffer.toString('base64'),
  }))
  const transfer: JSHandle<DataTransfer> = await page.evaluateHandle((all) => {
    const made = new DataTransfer()
    for (const { name, mimeType, data } of all) {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))
      made.items.add(new File([bytes], name, { type: mimeType }))
    }
    return made
  }, given)
  const desk = page.locator('[data-desk]')
  for (const event of ['dragenter', 'dragover', 'drop'])
    await desk.dispatchEvent(event, { dataTransfer: transfer })
}

let letters: Map<string, [number, number]> | null = null
/** Text in CP949 (Windows-949), by asking the decoder of the WHATWG Encoding Standard for every pair of bytes. */
export const cp949 = (text: string): Buffer => {
  if (!letters) {
    letters = new Map()
    const decoder = new TextDecoder('euc-kr')
    for (let lead = 0x81; lead <= 0xfe; lead++)
      for (let trail = 0x41; trail <= 0xfe; trail++)
        letters.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
  }
  const known = letters
  return Buffer.from(
    [...text].flatMap((letter) => {
      if (letter.charCodeAt(0) < 0x80) return [letter.charCodeAt(0)]
      const pair = known.get(letter)
      if (!pair) throw new Error(`${letter} is not in CP949`)
      return pair
    }),
  )
}

/** UTF-16 with a byte order mark. */
export const utf16 = (text: string, order: 'le' | 'be' = 'le'): Buffer => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}
