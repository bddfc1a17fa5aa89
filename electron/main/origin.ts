/** The window's pages have an origin of their own, so that none of them ever has the rights of `file:`. */
export const SCHEME = 'naranhi'
export const HOST = 'app'
export const START_PAGE = `${SCHEME}://${HOST}/`

/** URL's own `origin` is the word `null` for schemes it does not know, so scheme and host are compared. */
export const isAppUrl = (text: string): boolean => {
  const url = URL.parse(text)
  if (!url) return false
  return (
    url.protocol === `${SCHEME}:` &&
    url.host === HOST &&
    url.port === '' &&
    url.username === '' &&
    url.password === ''
  )
}

/** The page may go to itself (a reload) and nowhere else; a fragment is no other place. */
export const isStartPage = (text: string): boolean => {
  const url = URL.parse(text)
  return url !== null && isAppUrl(text) && /^\/(index\.html)?$/.test(url.pathname)
}

/** What a window may load while it runs: its own files, and what it has made itself. Nothing has a network. */
export const mayLoad = (text: string): boolean =>
  isAppUrl(text) || text.startsWith(`blob:${SCHEME}://${HOST}/`) || /^(data|devtools):/.test(text)

/** An address that may be handed to the system: https and mailto, no user names, no control characters. Else null. */
export const externalUrl = (text: string): URL | null => {
  if (/[\u0000-\u0020\u007f]/.test(text)) return null
  const url = URL.parse(text)
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'mailto:')) return null
  if (url.username !== '' || url.password !== '') return null
  return url
}
