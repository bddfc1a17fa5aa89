/** Whether a number, written in digits or words and perhaps behind a dollar sign, begins with the sound of a vowel. */
const beginsWithVowel = (text: string): boolean => {
  const bare = text.replace(/^[$€£¥￥₩]/u, '')
  return /^(?:8[\d.,]*|1[18](?:,\d{3})*(?:\.\d+)?)(?!\d)|^(?:eight|eleven)/iu.test(bare)
}

/** An a or an right before `at` that a number put there asks to be the other one; null where all is well. */
export const articleFor = (
  text: string,
  at: number,
  number: string,
): { start: number; article: string } | null => {
  if (!/^[$€£¥￥₩]?\d|^\p{Ll}/u.test(number)) return null
  const found = /(?:^|[^\p{L}\p{N}])(an?) $/iu.exec(text.slice(Math.max(0, at - 5), at))
  const old = found?.[1]
  if (old === undefined) return null
  const wanted = beginsWithVowel(number) ? 'an' : 'a'
  if (old.toLowerCase() === wanted) return null
  return { start: at - old.length - 1, article: /^A/u.test(old) ? wanted.replace('a', 'A') : wanted }
}
