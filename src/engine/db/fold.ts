import type { Reader } from './database.ts'

const given = new WeakSet<Reader>()

/** What is searched for, as `foldFor`'s function gives the text it is searched in: NFC, without case. */
export const foldNeedle = (text: string): string => text.normalize('NFC').toLowerCase()

/**
 * The SQL function that takes case away for this needle. SQLite's own lower() knows ASCII alone; a needle with other
 * letters that have case (É) goes through JavaScript, which is slower.
 */
export const foldFor = (db: Reader, needle: string): 'lower' | 'fold_case' => {
  if (!/[^\p{ASCII}]/u.test(needle) || !/[\p{Ll}\p{Lu}\p{Lt}]/u.test(needle.replace(/\p{ASCII}+/gu, '')))
    return 'lower'
  if (!given.has(db)) {
    db.function('fold_case', { deterministic: true }, (text) =>
      typeof text === 'string' ? text.toLowerCase() : '',
    )
    given.add(db)
  }
  return 'fold_case'
}
