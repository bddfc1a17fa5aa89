import { shallowRef, type ShallowRef } from 'vue'
import { toast } from 'vue-sonner'
import { messageOf } from '../../app/errors.ts'

/** Takes a step back that is no batch; gives what does it again. */
export type Reverse = () => Promise<{ kept: number; reverse?: Reverse }>

/** One thing done in this window. */
export interface DoneStep {
  /** What it was, as a user reads it. */
  said: string
  /** In the order they were done. */
  batches: readonly number[]
  /** Called once it is done with, when what offers to take it back has nothing to offer any more. */
  settled?: () => void
  /** Instead of batches. */
  reverse?: Reverse
}

/** Takes batches back, the last one first; gives those that do them again, and how much stays as it is. */
export type TakeBack = (batches: readonly number[]) => Promise<{ kept: number; batches: number[] }>

export interface StepWords {
  tookBack(what: string): string
  didAgain(what: string): string
  kept(count: number): string
}

/** Steps kept for going back. */
const KEPT = 100

export interface StepHistory {
  done: ShallowRef<readonly DoneStep[]>
  undone: ShallowRef<readonly DoneStep[]>
  record(said: string, batches: readonly number[], reverse?: Reverse): DoneStep
  /** Without a step: the last one. True where it was taken back, of which the user is told. */
  undo(step?: DoneStep, takeBack?: TakeBack): Promise<boolean>
  redo(takeBack?: TakeBack): Promise<boolean>
}

/** What was done, in order: for going back and forth as in a text. `usual` takes back where nothing else is given. */
export const useStepHistory = (usual: TakeBack, words: StepWords): StepHistory => {
  const done = shallowRef<readonly DoneStep[]>([])
  const undone = shallowRef<readonly DoneStep[]>([])
  let busy = false

  const record = (said: string, batches: readonly number[], reverse?: Reverse): DoneStep => {
    const step: DoneStep = { said, batches, ...(reverse ? { reverse } : {}) }
    if (batches.length > 0 || reverse) {
      done.value = [...done.value, step].slice(-KEPT)
      undone.value = []
    }
    return step
  }

  const move = async (
    step: DoneStep | undefined,
    way: 'back' | 'again',
    takeBack: TakeBack,
  ): Promise<boolean> => {
    const [from, to] = way === 'back' ? [done, undone] : [undone, done]
    if (!step || busy || !from.value.includes(step)) return false
    busy = true
    try {
      const { kept, ...again } = step.reverse
        ? { batches: [], ...(await step.reverse()) }
        : await takeBack(step.batches)
      step.settled?.()
      from.value = from.value.filter((each) => each !== step)
      if (again.batches.length > 0 || 'reverse' in again)
        to.value = [...to.value, { said: step.said, ...again }]
      toast(
        way === 'back' ? words.tookBack(step.said) : words.didAgain(step.said),
        kept > 0 ? { description: words.kept(kept) } : {},
      )
      return true
    } catch (error) {
      toast.error(messageOf(error))
      return false
    } finally {
      busy = false
    }
  }
  return {
    ...{ done, undone, record },
    undo: (step = done.value.at(-1), takeBack = usual) => move(step, 'back', takeBack),
    redo: (takeBack = usual) => move(undone.value.at(-1), 'again', takeBack),
  }
}
