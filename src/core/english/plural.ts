/** Nouns whose plural follows no rule, of those that news uses. */
const IRREGULAR = new Map(
  (
    'man men, woman women, child children, person people, foot feet, tooth teeth, mouse mice, goose geese, ' +
    'half halves, life lives, wife wives, knife knives, leaf leaves, shelf shelves, loaf loaves, thief thieves, self selves, ' +
    'criterion criteria, phenomenon phenomena, medium media, datum data, memorandum memoranda, index indices, ' +
    'appendix appendices, stimulus stimuli, nucleus nuclei, axis axes, matrix matrices'
  )
    .split(', ')
    .map((pair) => pair.split(' ') as [string, string]),
)
const SAME = new Set(
  'yuan won yen renminbi aircraft spacecraft series species means headquarters sheep fish steel information equipment'.split(
    ' ',
  ),
)

/** What stands before the last word of a closed compound: spokesman, businesswoman, grandchild. */
const compound = (word: string): [head: string, rest: string] | null => {
  for (const ending of ['woman', 'man', 'child', 'life', 'shelf', 'half'])
    if (
      word.length > ending.length &&
      word.endsWith(ending) &&
      !/(?:hu|ger|ro|tali|otto|bra|sha)man$/u.test(word)
    )
      return [word.slice(0, -ending.length), ending]
  return null
}

/** The plural of an English noun in lower case; one that has none of its own is given back as it is. */
export const pluralOf = (word: string): string => {
  const known = IRREGULAR.get(word)
  if (known !== undefined) return known
  if (SAME.has(word)) return word
  const parts = compound(word)
  if (parts) return parts[0] + (IRREGULAR.get(parts[1]) ?? parts[1])
  if (/sis$/u.test(word)) return word.replace(/is$/u, 'es')
  if (/(?:s|x|z|ch|sh)$/u.test(word))
    return /(?:tech|epoch|stomach|monarch)$/u.test(word) ? `${word}s` : `${word}es`
  if (/[^aeiou]y$/u.test(word)) return word.replace(/y$/u, 'ies')
  if (/(?:hero|potato|tomato|echo|veto|cargo|embargo|torpedo|volcano)$/u.test(word)) return `${word}es`
  return `${word}s`
}

const SINGULARS = new Map([...IRREGULAR].map(([one, many]) => [many, one]))

/** The singular of what looks like a plural, in lower case; null where it does not. */
export const singularOf = (word: string): string | null => {
  const known = SINGULARS.get(word)
  if (known !== undefined) return known
  for (const [many, one] of [
    ['women', 'woman'],
    ['men', 'man'],
    ['children', 'child'],
  ] as const)
    if (word.endsWith(many) && word.length > many.length) return word.slice(0, -many.length) + one
  if (SAME.has(word) || !/[^s]s$/u.test(word) || word.length < 4) return null
  const greek = /(?:analy|cri|ba|the|paraly|empha|diagno|oa)ses$/u.test(word)
    ? [word.replace(/es$/u, 'is')]
    : []
  for (const one of [...greek, word.replace(/ies$/u, 'y'), word.slice(0, -2), word.slice(0, -1)])
    if (one !== word && pluralOf(one) === word) return one
  return null
}
