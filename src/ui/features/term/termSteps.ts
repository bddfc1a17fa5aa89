import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { toast } from 'vue-sonner'
import { call } from '../../app/client.ts'
import { messageOf } from '../../app/errors.ts'
import { t } from '../../app/i18n.ts'

/** One thing done to terms in this window. */
export interface TermStep {
  /** What it was, as a user reads it. */
  said: string
  /** In the order they were done. */
  batches: readonly number[]
  /** Called once it is done with, when what offers to take it back has nothing to offer any more. */
  settled?: () => void
}

/** Takes batches back, the last one first; gives those that do them again. */
export type TakeBack = (batches: readonly number[]) => Promise<{ kept: number; batches: number[] }>

const oneByOne: TakeBack = async (all) => {
  const result = { kept: 0, batches: [] as number[] }
  for (const batch of [...all].reverse()) {
    const undone = await call('term.undo', { batch })
    result.kept += undone.kept
    if (undone.batch !== null) result.batches.push(undone.batch)
  }
  return result
}

/** Steps kept for going back; the list of all changes has the older ones. */
const KEPT = 100

/** What this window did to terms, in order: for going back and forth as in a text. */
export const useTermSteps = defineStore('termSteps', () => {
  const done = shallowRef<readonly TermStep[]>([])
  const undone = shallowRef<readonly TermStep[]>([])
  let busy = false

  const record = (said: string, batches: readonly number[]): TermStep => {
    const step: TermStep = { said, batches }
    if (batches.length > 0) {
      done.value = [...done.value, step].slice(-KEPT)
      undone.value = []
    }
    return step
  }

  const move = async (
    step: TermStep | undefined,
    way: 'back' | 'again',
    takeBack: TakeBack,
  ): Promise<boolean> => {
    const [from, to] = way === 'back' ? [done, undone] : [undone, done]
    if (!step || busy || !from.value.includes(step)) return false
    busy = true
    try {
      const { kept, batches } = await takeBack(step.batches)
      step.settled?.()
      from.value = from.value.filter((each) => each !== step)
      if (batches.length > 0) to.value = [...to.value, { said: step.said, batches }]
      toast(
        t(way === 'back' ? 'term.tookBack' : 'term.didAgain', { what: step.said }),
        kept > 0 ? { description: t('term.undoKept', { count: kept }) } : {},
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
    /** Without a step: the last one. True where it was taken back, of which the user is told. */
    undo: (step: TermStep | undefined = done.value.at(-1), takeBack: TakeBack = oneByOne) =>
      move(step, 'back', takeBack),
    redo: (takeBack: TakeBack = oneByOne) => move(undone.value.at(-1), 'again', takeBack),
  }
})
