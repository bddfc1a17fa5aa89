import { toast } from 'vue-sonner'
import type { Term } from '#core/model/term.ts'
import { call } from '../../app/client.ts'
import { messageOf } from '../../app/errors.ts'
import { t } from '../../app/i18n.ts'
import { useShell } from '../../app/shell.ts'
import type { BulkResult } from './bulk.ts'

/** Milliseconds a toast with a way back stays. */
const TIME_TO_THINK = 12_000

type Undo = (batches: readonly number[]) => Promise<{ reverted: number; kept: number }>

const undoOne: Undo = async ([batch]) => call('term.undo', { batch: batch ?? 0 })

/** Takes batches back and says what could not be taken back. */
export const takeBack = async (batches: readonly number[], undo: Undo = undoOne): Promise<void> => {
  try {
    const { kept } = await undo(batches)
    if (kept > 0) toast(t('term.undoKept', { count: kept }))
  } catch (error) {
    toast.error(messageOf(error))
  }
}

const withUndo = (said: string, description: string, batches: readonly number[], undo?: Undo): void => {
  toast(said, {
    duration: TIME_TO_THINK,
    ...(description === '' ? {} : { description }),
    ...(batches.length === 0
      ? {}
      : { action: { label: t('term.undo'), onClick: () => void takeBack(batches, undo) } }),
  })
}

/** Tells what was done to many terms, what was left and why, with the way back. */
export const tellBulk = (
  result: BulkResult,
  said: 'term.changedMany' | 'term.moved' | 'term.removed',
  undo: Undo,
): void => {
  const left = [
    result.readOnly > 0 ? t('term.leftReadOnly', { count: result.readOnly }) : '',
    result.duplicate > 0 ? t('term.leftDuplicate', { count: result.duplicate }) : '',
    result.cancelled ? t('term.leftCancelled') : '',
  ]
  withUndo(
    result.changed === 0 ? t('term.changedNone') : t(said, { count: result.changed }),
    left.filter((each) => each !== '').join(' '),
    result.batches,
    undo,
  )
}

export const tellMerged = (count: number, term: Term, batch: number): void =>
  withUndo(t('term.merged', { count, source: term.source }), '', [batch])

export const tellRemoved = (batch: number): void => withUndo(t('term.removed', { count: 1 }), '', [batch])

/** Where a changed translation stands in articles, offers to replace it there. */
export const offerReplacement = (before: Term, after: Term, uses: number): void => {
  const shell = useShell()
  if (uses === 0 || before.target === after.target) return
  toast(t('term.stillUsed', { count: uses, target: before.target }), {
    duration: TIME_TO_THINK,
    action: {
      label: t('term.replaceThere'),
      onClick: () =>
        void shell.open({ name: 'replaceTerm', termId: after.id, from: before.target, to: after.target }),
    },
  })
}
