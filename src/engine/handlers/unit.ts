import { AppError } from '#contract/error.ts'
import type { unitContract } from '#contract/unit.ts'
import type { HandlersOf } from '../context.ts'

const missing = (): never => {
  throw new AppError('unavailable-here', 'Not there yet.')
}

export const unitHandlers: HandlersOf<typeof unitContract> = {
  'unit.list': missing,
  'unit.ids': missing,
  'unit.get': missing,
  'unit.history': missing,
  'unit.update': missing,
  'unit.remove': missing,
  'unit.move': missing,
  'unit.merge': missing,
  'unit.undo': missing,
  'unit.duplicates': missing,
  'unit.clean': missing,
}
