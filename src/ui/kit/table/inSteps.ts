import { shallowRef, type ShallowRef } from 'vue'

export interface StepProgress {
  done: number
  total: number
}

export interface InSteps {
  /** Null while nothing is under way, and for what is done at once. */
  progress: ShallowRef<StepProgress | null>
  isCancelled(): boolean
  cancel(): void
  /** Gives all of it to `work`, `size` at a time, until that throws or it is cancelled. */
  run<Each>(all: readonly Each[], size: number, work: (some: Each[]) => Promise<void>): Promise<void>
}

/** Long work in steps: few enough at a time to show progress and to stop soon. */
export const useInSteps = (): InSteps => {
  const progress = shallowRef<StepProgress | null>(null)
  let cancelled = false
  return {
    progress,
    isCancelled: () => cancelled,
    cancel: () => {
      cancelled = true
    },
    async run(all, size, work) {
      cancelled = false
      try {
        for (let done = 0; done < all.length && !cancelled; done += size) {
          // What is done at once need not be announced.
          if (all.length > size) progress.value = { done, total: all.length }
          await work(all.slice(done, done + size))
        }
      } finally {
        progress.value = null
      }
    },
  }
}
