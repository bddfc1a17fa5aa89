/** British endings with the American ones they are compared as. Words under five letters are left alone. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/^(behavi|col|fav|flav|harb|hon|hum|lab|neighb|rum|vap|vig|arm|endeav)our/u, '$1or'],
  [/^(cent|theat|met|lit|fib|calib|kilomet)re(s?)$/u, '$1er$2'],
  [/(^.{3,})is(e|es|ed|ing|ation|ations)$/u, '$1iz$2'],
  [/(^anal|^paral|^catal)ys(e|ed|ing)$/u, '$1yz$2'],
  [/^(defen|offen|licen|preten)ce(s?)$/u, '$1se$2'],
  [/^(program)me(s?)$/u, '$1$2'],
  [/^(catal|dial|anal|monol)ogue(s?)$/u, '$1og$2'],
  [/^(trave|cance|mode|labe|fue|signa|tota|counse)ll(ed|ing|er|ers)$/u, '$1l$2'],
  [/^(alumin)ium$/u, '$1um'],
  [/^grey(s?)$/u, 'gray$1'],
  [/^(judg|acknowledg)ement(s?)$/u, '$1ment$2'],
]

/** A word in lower case as American news spells it, as far as that is a matter of rules. */
export const americanSpelling = (word: string): string => {
  if (word.length < 4) return word
  // Not verbs in -ize: they are written so on both sides of the ocean.
  if (
    /^(?:adverti|advi|compri|compromi|devi|disgui|enterpri|exerci|expert|franchi|improvi|merchandi|otherwi|premi|promi|rai|revi|supervi|surpri|televi|ri|wi|likewi|noi|prai|preci|paradi|cruis|disea)/u.test(
      word,
    )
  )
    return word
  for (const [british, american] of ENDINGS) if (british.test(word)) return word.replace(british, american)
  return word
}
