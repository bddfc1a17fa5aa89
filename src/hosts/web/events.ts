import type { Engine } from '#engine/engine.ts'

/** How often a silent stream says that it is alive, in ms. */
export const HEARTBEAT = 15_000
/** A page that does not read for so many events is cut off; it comes again and fetches everything. */
const MOST_WAITING = 5_000

export interface EventStreams {
  /** One page's stream of server-sent events (WHATWG HTML, section 9.2). */
  open(): Response
  /** How many are open. */
  count(): number
  closeAll(): void
}

export const createEventStreams = (engine: Pick<Engine, 'listen'>, heartbeat = HEARTBEAT): EventStreams => {
  const open = new Set<() => void>()
  const encoder = new TextEncoder()
  return {
    open() {
      let end: () => void = () => undefined
      const body = new ReadableStream<Uint8Array>(
        {
          start(controller) {
            let ended = false
            const send = (text: string): void => {
              if (ended) return
              if ((controller.desiredSize ?? 0) < -MOST_WAITING) return end()
              controller.enqueue(encoder.encode(text))
            }
            const stop = engine.listen((event) => send(`data: ${JSON.stringify(event)}\n\n`))
            const beat = setInterval(() => send(': here\n\n'), heartbeat)
            beat.unref()
            end = () => {
              if (ended) return
              ended = true
              stop()
              clearInterval(beat)
              open.delete(end)
              try {
                controller.close()
              } catch {
                // Already cancelled from the other side.
              }
            }
            open.add(end)
            // Something has to go out at once, or the page does not know that it is connected.
            send('retry: 1000\n: here\n\n')
          },
          cancel: () => end(),
        },
        { highWaterMark: 1 },
      )
      return new Response(body, {
        headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' },
      })
    },
    count: () => open.size,
    closeAll() {
      for (const end of [...open]) end()
    },
  }
}
