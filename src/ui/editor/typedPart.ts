const isWordSign = (sign: string | undefined): boolean =>
  sign !== undefined && /[\p{L}\p{M}\p{N}]/u.test(sign)

/** The word before the caret, in either script: Korean may be typed to find the English. */
export const wordBefore = (before: string): string =>
  /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’&.-]*$/u.exec(before)?.[0] ?? ''

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
