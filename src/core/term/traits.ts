/** What is known of a term without looking at it, as bits; terms of one spelling have theirs put together. */
export const IS_VERB = 1
/** It names something, so that name suffixes may follow: 우한시, 우한시장, and the short 서 of headlines. */
export const IS_NAME = 2
/** Syllables and single spaces, no variant: written as it is where the symbols, their gaps and their number agree. */
export const IS_PLAIN = 4
/** One of the words `bound.ts` knows. */
export const MAY_BE_BOUND = 8
