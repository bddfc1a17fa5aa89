import type { ShallowRef } from 'vue'
import { call } from '../../app/client.ts'
import { messageOf } from '../../app/errors.ts'
import { useInSteps, type StepProgress } from '../../kit/table/inSteps.ts'
import type { TakeBack } from '../../kit/table/stepHistory.ts'
import { undoBatches } from './unitSteps.ts'

/** What was done to many units. */
export interface BulkResult {
  batches: number[]
  changed: number
  cancelled: boolean
  /** Why it stopped before all was done; empty where nothing failed. */
  problem: string
}

/** Units of one step. */
const STEP = 2000

export interface UnitBulk {
  progress: ShallowRef<StepProgress | null>
  cancel(): void
  /** Throws where nothing at all could be done. */
  remove(ids: readonly number[]): Promise<BulkResult>
  move(ids: readonly number[], memoryId: number): Promise<BulkResult>
  undo: TakeBack
}

/** Does something to any number of units, step by step; only one at a time. */
export const useUnitBulk = (): UnitBulk => {
  const steps = useInSteps()
  const each = async (
    ids: readonly number[],
    work: (some: number[]) => Promise<{ batch: number; changed: number }>,
  ): Promise<BulkResult> => {
    const result: BulkResult = { batches: [], changed: 0, cancelled: false, problem: '' }
    try {
      await steps.run(ids, STEP, async (some) => {
        const { batch, changed } = await work(some)
        if (changed > 0) result.batches.push(batch)
        result.changed += changed
      })
    } catch (error) {
      if (result.batches.length === 0) throw error
      return { ...result, problem: messageOf(error) }
    }
    return { ...result, cancelled: steps.isCancelled() }
  }
  return {
    progress: steps.progress,
    cancel: steps.cancel,
    remove: (ids) => each(ids, (some) => call('unit.remove', { ids: some })),
    move: (ids, memoryId) => each(ids, (some) => call('unit.move', { ids: some, memoryId })),
    async undo(batches) {
      const result = { kept: 0, batches: [] as number[] }
      await steps.run([...batches].reverse(), 1, async (some) => {
        result.batches.push(...(await undoBatches(some)).batches)
      })
      return result
    },
  }
}
