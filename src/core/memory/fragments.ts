/** A continuation of what is being typed, from the target of a unit. */
export interface Fragment {
  text: string
  unitId: number
  source: string
}

/** So many words at most. */
const MOST_WORDS = 8
const WORD_SIGN = /[\p{L}\p{M}\p{N}]/u
/** A phrase ends where a sentence or a part of it does; the stop of a number or an initial is none (3.5, U.S.). */
const END = /(?:(?<!(?:^|[\s.(])\p{Lu})\.|[!?;:,…”"’)\]—–])(?=\s|$)/u

/** The phrase that begins at a place of a target: up to the next mark, or so many words. */
const phraseAt = (target: string, start: number): string => {
  const rest = target.slice(start)
  const end = END.exec(rest)
  const phrase = end && end.index > 0 ? rest.slice(0, end.index) : rest
  return phrase.trim().split(/\s+/u).slice(0, MOST_WORDS).join(' ')
}

/**
 * Phrases that begin with what is typed, at the beginning of a word, in the order of the units they are from; each once,
 * and none that is no longer than what is typed. Case is not looked at.
 */
export const completeFragments = (
  units: readonly { unitId: number; source: string; target: string }[],
  typed: string,
  limit: number,
): Fragment[] => {
  const wanted = typed.normalize('NFC').toLowerCase()
  const found = new Map<string, Fragment>()
  if (wanted.trim() === '') return []
  for (const { unitId, source, target } of units) {
    const small = target.toLowerCase()
    // Letters whose small form is longer would shift the places.
    if (small.length !== target.length) continue
    for (let at = small.indexOf(wanted); at >= 0; at = small.indexOf(wanted, at + 1)) {
      if (at > 0 && WORD_SIGN.test(target.charAt(at - 1))) continue
      const text = phraseAt(target, at)
      if (text.length <= wanted.length) continue
      const key = text.toLowerCase()
      if (!found.has(key)) found.set(key, { text, unitId, source })
      if (found.size === limit) return [...found.values()]
    }
  }
  return [...found.values()]
}
