import type { RefusalScope } from '../model/term.ts'

/** What is kept of a wrong hit, so that it is known again after the text round it was edited, split or joined. */
export interface RefusalMark {
  scope: RefusalScope
  /** The words that were taken for a term, as `foldSpelling` gives them. */
  form: string
  /** The whole word they stand in, with what is attached. */
  word: string
  /** What stands before and behind, some dozens of code units each. */
  prefix: string
  suffix: string
}

/** Code units of what stands before and behind that are kept. */
export const REFUSAL_CONTEXT = 24
/** So many of them have to be there again. */
const SURE = 8

const sharedBefore = (text: string, end: number, prefix: string): number => {
  let shared = 0
  while (
    shared < prefix.length &&
    shared < end &&
    text[end - 1 - shared] === prefix[prefix.length - 1 - shared]
  )
    shared++
  return shared
}

const sharedBehind = (text: string, start: number, suffix: string): number => {
  let shared = 0
  while (shared < suffix.length && start + shared < text.length && text[start + shared] === suffix[shared])
    shared++
  return shared
}

/**
 * Whether the place `start`–`end` of `text` is the one that was refused. On each side as much must agree as there was,
 * or as there is now (a split cuts off one side), up to some code units; and on both together, if there is any.
 */
const isThePlace = (text: string, start: number, end: number, { prefix, suffix }: RefusalMark): boolean => {
  const before = sharedBefore(text, start, prefix)
  const behind = sharedBehind(text, end, suffix)
  // A text of so few words is known by being the whole text.
  if (prefix.length + suffix.length < SURE)
    return (
      before === start && behind === text.length - end && before + behind === prefix.length + suffix.length
    )
  return (
    before >= Math.min(SURE, prefix.length, start) &&
    behind >= Math.min(SURE, suffix.length, text.length - end) &&
    before + behind >= SURE
  )
}

/**
 * Whether a refusal is meant for a hit: its folded form, its whole word, and its place in `text` (UTF-16 code units).
 * That a refusal of a place or an article belongs to this article is the caller's to see to.
 */
export const refuses = (
  mark: RefusalMark,
  hit: { form: string; word: string; text: string; start: number; end: number },
): boolean => {
  if (mark.form !== hit.form) return false
  if (mark.scope === 'article') return true
  if (mark.scope === 'always') return mark.word === hit.word
  return isThePlace(hit.text, hit.start, hit.end, mark)
}
