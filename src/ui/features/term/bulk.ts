import type { ShallowRef } from 'vue'
import type { InputOf } from '#contract/index.ts'
import { call } from '../../app/client.ts'
import { isAppError, messageOf } from '../../app/errors.ts'
import { useInSteps, type StepProgress } from '../../kit/table/inSteps.ts'
import type { TakeBack } from './termSteps.ts'

export type BulkChange = InputOf<'term.change'>['change']

export type BulkProgress = StepProgress

/** What was done to many terms: in how many steps, and what was left as it was. */
export interface BulkResult {
  batches: number[]
  changed: number
  readOnly: number
  duplicate: number
  cancelled: boolean
  /** Why it stopped before all was done; empty where nothing failed. */
  problem: string
}

/** Terms of one step: few enough to show progress and to stop soon. */
const STEP = 5000

/** Does something to any number of terms, step by step; only one at a time. */
export interface Bulk {
  progress: ShallowRef<BulkProgress | null>
  cancel(): void
  change(ids: readonly number[], change: BulkChange): Promise<BulkResult>
  remove(ids: readonly number[], readOnlyGlossaries: readonly number[]): Promise<BulkResult>
  undo: TakeBack
}

export const useBulk = (): Bulk => {
  const steps = useInSteps()
  const inSteps = steps.run
  const nothing = (): BulkResult => ({
    ...{ batches: [], changed: 0, readOnly: 0, duplicate: 0, cancelled: false, problem: '' },
  })
  /** What was done before it failed keeps its way back; where nothing was, the error is thrown on. */
  const failed = (result: BulkResult, error: unknown): BulkResult => {
    const { batch, done } = isAppError(error) ? error.details : {}
    if (typeof batch === 'number') {
      result.batches.push(batch)
      result.changed += Number(done)
    }
    if (result.batches.length === 0) throw error
    return { ...result, problem: messageOf(error) }
  }

  return {
    progress: steps.progress,
    cancel: steps.cancel,
    async change(ids, change) {
      const result = nothing()
      try {
        await inSteps(ids, STEP, async (some) => {
          const { batch, changed, skipped } = await call('term.change', { ids: some, change })
          if (changed > 0) result.batches.push(batch)
          result.changed += changed
          for (const { reason } of skipped) result[reason === 'duplicate' ? 'duplicate' : 'readOnly']++
        })
      } catch (error) {
        return failed(result, error)
      }
      return { ...result, cancelled: steps.isCancelled() }
    },
    async remove(ids, readOnlyGlossaries) {
      const result = nothing()
      // One term of a read-only glossary would have all of its step refused.
      const kept = new Set(
        readOnlyGlossaries.length === 0
          ? []
          : await call('term.ids', { glossaryIds: [...readOnlyGlossaries] }),
      )
      const going = ids.filter((id) => !kept.has(id))
      result.readOnly = ids.length - going.length
      try {
        await inSteps(going, STEP, async (some) => {
          const { batch } = await call('term.remove', { ids: some })
          result.batches.push(batch)
          result.changed += some.length
        })
      } catch (error) {
        return failed(result, error)
      }
      return { ...result, cancelled: steps.isCancelled() }
    },
    async undo(batches) {
      const result = { kept: 0, batches: [] as number[] }
      await inSteps([...batches].reverse(), 1, async ([batch]) => {
        const undone = await call('term.undo', { batch: batch ?? 0 })
        result.kept += undone.kept
        if (undone.batch !== null) result.batches.push(undone.batch)
      })
      return result
    },
  }
}
