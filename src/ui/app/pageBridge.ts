import { AppError, type Answer } from '#contract/error.ts'
import type { AppEvent } from '#contract/event.ts'
import type { Bridge } from './client.ts'

const TOKEN = 'naranhi-token'

const unreachable = (): Answer<never> => ({
  ok: false,
  error: {
    code: 'unavailable-here',
    message: 'Naranhi does not answer. Is it still running in the terminal?',
    details: { reason: 'unreachable' },
  },
})

/**
 * The local page's way to the engine. The address that was printed carries a key in its fragment; it is exchanged
 * once for a cookie and a token and then taken out of the address bar and the history. Further tabs of the same browser
 * get the token by the cookie.
 */
export const connectToPageHost = async (
  clientId: string,
): Promise<{ bridge: Bridge; headers: () => Record<string, string> }> => {
  const exchangeKey = async (): Promise<void> => {
    const key = new URLSearchParams(location.hash.slice(1)).get('key')
    if (key) history.replaceState(null, '', location.pathname)
    // A key that was spent before, or none: the cookie of this browser may still open the door.
    for (const body of [...(key ? [{ key }] : []), {}]) {
      if (!key && sessionStorage.getItem(TOKEN)) return
      const response = await fetch('/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      const answer = (await response.json()) as Answer<{ token: string }>
      if (!answer.ok) continue
      sessionStorage.setItem(TOKEN, answer.value.token)
      return
    }
  }
  await exchangeKey()
  // Naranhi was started anew and its new address opened in this tab: what is unsaved here can be saved again.
  window.addEventListener('hashchange', () => void exchangeKey())
  if (!sessionStorage.getItem(TOKEN))
    throw new AppError('refused', 'This page was opened without its key', { reason: 'no-key' })
  const headers = () => ({
    'x-naranhi-token': sessionStorage.getItem(TOKEN) ?? '',
    'x-naranhi-client': clientId,
  })

  const bridge: Bridge = {
    call: async (name, input) => {
      try {
        const response = await fetch(`/call/${encodeURIComponent(name)}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers() },
          body: JSON.stringify(input),
          // The last save on closing the tab still goes out; browsers allow this up to 64 KiB.
          keepalive: document.visibilityState === 'hidden',
        })
        return (await response.json()) as Answer<unknown>
      } catch {
        return unreachable()
      }
    },
    listen: (listener) => {
      const source = new EventSource(`/events?client=${clientId}`)
      let lost = false
      source.onmessage = (message: MessageEvent<string>) => listener(JSON.parse(message.data) as AppEvent)
      source.onerror = () => {
        lost = true
      }
      source.onopen = () => {
        // What happened while the stream was down is not told again: fetch everything that is shown.
        if (lost) listener({ type: 'elsewhere' })
        lost = false
      }
      return () => source.close()
    },
  }
  return { bridge, headers }
}
