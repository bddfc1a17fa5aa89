import { toast } from 'vue-sonner'
import type { Term } from '#core/model/term.ts'
import { call } from '../../app/client.ts'
import { t } from '../../app/i18n.ts'
import { useShell } from '../../app/shell.ts'
import type { BulkResult } from './bulk.ts'
import { useGlossaries } from './glossaryStore.ts'
import { useTermSteps, type TakeBack, type TermStep } from './termSteps.ts'

/** Milliseconds a toast with a way back stays. */
const TIME_TO_THINK = 12_000

/** Says what was done and keeps it as a step that can be taken back, here and later. */
const withUndo = (
  said: string,
  description: string,
  batches: readonly number[],
  takeBack?: TakeBack,
): void => {
  const steps = useTermSteps()
  const step = steps.record(said, batches)
  const shown = toast(said, {
    duration: TIME_TO_THINK,
    ...(description === '' ? {} : { description }),
    ...(batches.length === 0
      ? {}
      : { action: { label: t('term.undo'), onClick: () => void steps.undo(step, takeBack) } }),
  })
  step.settled = () => toast.dismiss(shown)
}

/** Tells what was done to many terms, what was left and why, with the way back. */
export const tellBulk = (
  result: BulkResult,
  said: 'term.changedMany' | 'term.moved' | 'term.removed',
  takeBack: TakeBack,
): void => {
  const left = [
    result.readOnly > 0 ? t('term.leftReadOnly', { count: result.readOnly }) : '',
    result.duplicate > 0 ? t('term.leftDuplicate', { count: result.duplicate }) : '',
    result.cancelled ? t('term.leftCancelled') : '',
    result.problem === '' ? '' : t('term.leftFailed', { reason: result.problem }),
  ]
  withUndo(
    result.changed === 0 ? t('term.changedNone') : t(said, { count: result.changed }),
    left.filter((each) => each !== '').join(' '),
    result.batches,
    takeBack,
  )
}

export const tellMerged = (count: number, term: Term, batch: number): void =>
  withUndo(t('term.merged', { count, source: term.source }), '', [batch])

export const tellRemoved = (term: Term, batch: number): void =>
  withUndo(t('term.removedOne', { source: term.source, target: term.target }), '', [batch])

/** Where a new term went, with the way back. */
export const tellAdded = async (term: Term): Promise<void> => {
  // The first thing done to a term is that it was added.
  const batch = (await call('term.history', { id: term.id })).at(-1)?.batch
  const glossary = useGlossaries().nameOf(term.glossaryId)
  withUndo(
    t('term.addedOne', { source: term.source, target: term.target }),
    glossary === '' ? '' : t('term.toGlossary', { glossary }),
    batch === undefined ? [] : [batch],
  )
}

/** Where a changed translation stands in articles, offers to replace it there. */
export const offerReplacement = (before: Term, after: Term, uses: number, step: TermStep | null): void => {
  const shell = useShell()
  if (uses === 0 || before.target === after.target) return
  toast(t('term.stillUsed', { count: uses, target: before.target }), {
    duration: TIME_TO_THINK,
    action: {
      label: t('term.replaceThere'),
      onClick: () =>
        void shell.open({
          name: 'replaceTerm',
          termId: after.id,
          from: before.target,
          to: after.target,
          ...(step ? { step } : {}),
        }),
    },
  })
}
