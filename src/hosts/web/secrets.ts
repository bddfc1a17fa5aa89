import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 bits, as 43 letters of base64url. */
export const makeSecret = (): string => randomBytes(32).toString('base64url')

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Takes the same time wherever the two differ, and whatever their lengths. */
export const sameSecret = (given: unknown, secret: string): boolean =>
  typeof given === 'string' && timingSafeEqual(digest(given), digest(secret))

/**
 * The key of the printed address and what it is exchanged for. The key works once: whoever finds it later, in a
 * terminal's history say, has nothing. Two secrets prove a page: the cookie, which no script can read, and the token,
 * which no other site's request carries.
 */
export interface Session {
  readonly cookie: string
  readonly token: string
  /** The key for the address. */
  readonly key: string
  /** True once, for the right key. */
  spend(key: unknown): boolean
}

export const createSession = (): Session => {
  const key = makeSecret()
  let spent = false
  return {
    cookie: makeSecret(),
    token: makeSecret(),
    key,
    spend(given) {
      const right = sameSecret(given, key)
      if (!right || spent) return false
      spent = true
      return true
    },
  }
}
