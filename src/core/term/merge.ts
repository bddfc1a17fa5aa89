import type { Term } from '../model/term.ts'

/** Two texts as one; a text that holds the other stands for both. */
const joined = (one: string, other: string): string => {
  if (one === '' || other.includes(one)) return other
  return other === '' || one.includes(other) ? one : `${one}\n${other}`
}

/**
 * What `kept` says once the others are merged into it: it takes over what it leaves open, differing notes and
 * definitions are joined, and the others' sources and variants become its variants.
 */
export const mergedTerm = (kept: Term, others: readonly Term[]): Term => {
  const merged = others.reduce<Term>(
    (term, other) => ({
      ...term,
      variants: [...term.variants, other.source, ...other.variants],
      partOfSpeech: term.partOfSpeech || other.partOfSpeech,
      domain: term.domain || other.domain,
      definition: joined(term.definition, other.definition),
      note: joined(term.note, other.note),
      url: term.url || other.url,
    }),
    kept,
  )
  return { ...merged, variants: [...new Set(merged.variants)].filter((each) => each !== kept.source) }
}
