/** Words: Korean 어절 and English words alike, separated by white space; signs alone (a dash, a quotation mark) do not count. */
export const countWords = (text: string): number => {
  let count = 0
  for (const [word] of text.matchAll(/\S+/g)) if (/[\p{L}\p{N}]/u.test(word)) count++
  return count
}

/** Code points of the NFC form, as Korean newsrooms count 글자 수, with or without white space. */
export const countCharacters = (text: string, { spaces }: { spaces: boolean } = { spaces: true }): number => {
  const counted = spaces ? text.normalize('NFC') : text.normalize('NFC').replace(/\s+/g, '')
  let count = 0
  for (const _ of counted) count++
  return count
}
