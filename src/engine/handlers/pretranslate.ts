import { AppError } from '#contract/error.ts'
import type { pretranslateContract } from '#contract/pretranslate.ts'
import type { HandlersOf } from '../context.ts'

const missing = (): never => {
  throw new AppError('unavailable-here', 'Not there yet.')
}

export const pretranslateHandlers: HandlersOf<typeof pretranslateContract> = {
  'memory.analyse': missing,
  'pretranslate.run': missing,
  'pretranslate.undo': missing,
  'repetition.list': missing,
  'repetition.propagate': missing,
  'repetition.apart': missing,
  'repetition.mode': missing,
  'repetition.setMode': missing,
}
