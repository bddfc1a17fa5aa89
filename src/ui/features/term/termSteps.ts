import { defineStore } from 'pinia'
import { call } from '../../app/client.ts'
import { t } from '../../app/i18n.ts'
import { useStepHistory, type DoneStep, type TakeBack } from '../../kit/table/stepHistory.ts'

export type { TakeBack }
export type TermStep = DoneStep

const oneByOne: TakeBack = async (all) => {
  const result = { kept: 0, batches: [] as number[] }
  for (const batch of [...all].reverse()) {
    const undone = await call('term.undo', { batch })
    result.kept += undone.kept
    if (undone.batch !== null) result.batches.push(undone.batch)
  }
  return result
}

/** What this window did to terms; the list of all changes has the older steps. */
export const useTermSteps = defineStore('termSteps', () =>
  useStepHistory(oneByOne, {
    tookBack: (what) => t('term.tookBack', { what }),
    didAgain: (what) => t('term.didAgain', { what }),
    kept: (count) => t('term.undoKept', { count }),
  }),
)
