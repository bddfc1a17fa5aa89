import { defineStore } from 'pinia'
import { toast } from 'vue-sonner'
import type { TranslationUnit } from '#core/model/memory.ts'
import { call } from '../../app/client.ts'
import { t } from '../../app/i18n.ts'
import { useStepHistory, type Reverse, type TakeBack } from '../../kit/table/stepHistory.ts'

/** Milliseconds a toast with a way back stays. */
const TIME_TO_THINK = 12_000

/** Takes batches of units back, the last one first. */
export const undoBatches: TakeBack = async (all) => {
  const result = { kept: 0, batches: [] as number[] }
  for (const batch of [...all].reverse()) {
    const undone = await call('unit.undo', { batch })
    if (undone.changed > 0) result.batches.push(undone.batch)
  }
  return result
}

/** What this window did to units. */
export const useUnitSteps = defineStore('unitSteps', () =>
  useStepHistory(undoBatches, {
    tookBack: (what) => t('unit.tookBack', { what }),
    didAgain: (what) => t('unit.didAgain', { what }),
    kept: (count) => t('unit.undoKept', { count }),
  }),
)

type Words = Partial<Pick<TranslationUnit, 'source' | 'target' | 'note'>>

/** Writes back what a unit said, unless it was changed otherwise since. */
export const reverseOf = (id: number, wrote: Words, was: Words): Reverse => {
  return async () => {
    const now = await call('unit.get', { id })
    const fields = Object.keys(was) as (keyof Words)[]
    if (fields.some((field) => now[field] !== wrote[field])) return { kept: 1 }
    await call('unit.update', { id, updatedAt: now.updatedAt, ...was })
    return { kept: 0, reverse: reverseOf(id, was, wrote) }
  }
}

/** Says what was done and keeps it as a step that can be taken back, here and later. */
export const tellStep = (
  said: string,
  batches: readonly number[],
  {
    description = '',
    reverse,
    takeBack,
  }: { description?: string; reverse?: Reverse; takeBack?: TakeBack } = {},
): void => {
  const steps = useUnitSteps()
  const step = steps.record(said, batches, reverse)
  const shown = toast(said, {
    duration: TIME_TO_THINK,
    ...(description === '' ? {} : { description }),
    ...(batches.length === 0 && !reverse
      ? {}
      : { action: { label: t('unit.undo'), onClick: () => void steps.undo(step, takeBack) } }),
  })
  step.settled = () => toast.dismiss(shown)
}
