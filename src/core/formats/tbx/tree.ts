/** An element of one concept. Only a concept at a time is held as a tree; the rest of the file streams by. */
export interface TbxElement {
  /** Without its prefix: `subjectField` of `min:subjectField`. */
  name: string
  /** What it says: the `type` of DCA and martif, the element's own name in DCT. */
  category: string
  lang: string
  id: string
  target: string
  children: (TbxElement | string)[]
  line: number
  column: number
}

export const localName = (name: string): string => name.slice(name.lastIndexOf(':') + 1)

export const elementsOf = (element: TbxElement): TbxElement[] =>
  element.children.filter((child) => typeof child !== 'string')

/** Markup of the tool the text came from (`<b>`, `\cf1`): no part of the words. */
const CODES = new Set(['bpt', 'ept', 'ph', 'sc', 'ec'])

function rawText(element: TbxElement): string {
  let text = ''
  for (const child of element.children)
    if (typeof child === 'string') text += child
    else if (!CODES.has(child.name)) text += rawText(child)
  return text
}

/** The words of an element and of the markup in it, without the white space of XML at both ends. */
export function textOf(element: TbxElement): string {
  const text = rawText(element)
  let start = 0
  let end = text.length
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  return text.slice(start, end)
}

const isSpace = (unit: number): boolean => unit === 32 || unit === 9 || unit === 10 || unit === 13

/** The same on one line, as a term or a name of a field is. */
export const lineOf = (element: TbxElement): string => textOf(element).replace(/[ \t\r\n]+/g, ' ')

/** Whether a code of a language (`ko`, `ko_KR`, `KOR`) is of the one asked for. */
export function isLanguage(code: string, language: 'ko' | 'en'): boolean {
  const primary = code.trim().toLowerCase().split(/[-_]/)[0]
  return language === 'ko' ? primary === 'ko' || primary === 'kor' : primary === 'en' || primary === 'eng'
}
