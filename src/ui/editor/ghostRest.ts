/** A translation that may be continued at the caret. */
export interface GhostOffer {
  text: string
  /** What is written small behind it: how good it is. */
  says: string
}

/**
 * What of an offered text still has to be written behind what stands there, the caret being at its end: all of it in
 * an empty paragraph, the rest where it begins just so. Null where it says something else, or nothing more.
 */
export const ghostRest = (offered: string, written: string): string | null =>
  offered.length > written.length && offered.startsWith(written) ? offered.slice(written.length) : null

/** The first word of a rest with what is attached to it, and the spaces before it. */
export const firstWord = (rest: string): string => /^\s*\S+/u.exec(rest)?.[0] ?? rest
