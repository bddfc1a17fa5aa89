import type { Page } from '@playwright/test'

export interface Pauses {
  /** Milliseconds of each task of the page that took 50 or more, as the browser itself reports them. */
  tasks: number[]
  /** Milliseconds between frames that were painted one after the other. */
  frames: number[]
  /** Milliseconds the engine took to answer a call that has nothing to do. */
  answers: number[]
}

/** Watches from now on whether the page moves and the engine answers, until `takePauses`. */
export const watchPauses = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const found: Pauses & { stop(): void } = { tasks: [], frames: [], answers: [], stop: () => undefined }
    Object.assign(window, { benchPauses: found })
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) found.tasks.push(duration)
    })
    observer.observe({ type: 'longtask' })
    let going = true
    let last = performance.now()
    const onFrame = (now: number) => {
      found.frames.push(now - last)
      last = now
      if (going) requestAnimationFrame(onFrame)
    }
    requestAnimationFrame((now) => {
      last = now
      requestAnimationFrame(onFrame)
    })
    const ask = async () => {
      while (going) {
        const start = performance.now()
        await fetch('/call/job.list', {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'x-naranhi-token': sessionStorage.getItem('naranhi-token') ?? '',
          },
          body: '{}',
        })
        found.answers.push(performance.now() - start)
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }
    void ask()
    found.stop = () => {
      going = false
      observer.disconnect()
    }
  })

export const takePauses = (page: Page): Promise<Pauses> =>
  page.evaluate(() => {
    const found = (window as unknown as { benchPauses: Pauses & { stop(): void } }).benchPauses
    found.stop()
    return { tasks: found.tasks, frames: found.frames, answers: found.answers }
  })
