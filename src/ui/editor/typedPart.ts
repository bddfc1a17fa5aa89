const isWordSign = (sign: string | undefined): boolean =>
  sign !== undefined && /[\p{L}\p{M}\p{N}]/u.test(sign)

/**
 * How much of the text before the caret belongs to what is being completed: of a term of several words those already
 * typed, too ("industry bur" of industry bureau, 경제 성 of 경제 성장률), so that none stands there twice; else `typed`,
 * which is the word at the caret. Case does not count.
 */
export const typedPart = (before: string, typed: string, forms: readonly string[]): string => {
  let found = typed
  for (const form of forms) {
    for (let length = Math.min(form.length, before.length); length > found.length; length--) {
      const part = before.slice(-length)
      if (part.toLowerCase() !== form.slice(0, length).toLowerCase()) continue
      if (isWordSign(before.at(-length - 1)) || !part.endsWith(typed)) continue
      found = part
    }
  }
  return found
}

/**
 * Whether the first suggestion is most likely what is being typed. Korean letters in an English text are typed to find a
 * term and for nothing else. English words are: only of a term of this paragraph, from two letters on, and not as long
 * as what was typed is a whole word, which may well be all that is wanted (the "industry" of industry bureau).
 */
export const isLikely = (
  { text, here }: { text: string; here: boolean },
  typed: string,
  part: string,
): boolean => {
  if (/[\p{Script=Hangul}\p{Script=Han}]/u.test(typed)) return true
  if (!here || typed.length < 2) return false
  // Found by a later word of the term (bureau of industry bureau), it would stand there twice.
  if (!text.toLowerCase().startsWith(part.toLowerCase())) return false
  return isWordSign(text[part.length])
}
