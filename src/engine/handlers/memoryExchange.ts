import { AppError } from '#contract/error.ts'
import type { memoryExchangeContract } from '#contract/memoryExchange.ts'
import type { HandlersOf } from '../context.ts'

const missing = (): never => {
  throw new AppError('unavailable-here', 'Not there yet.')
}

export const memoryExchangeHandlers: HandlersOf<typeof memoryExchangeContract> = {
  'memory.preview': missing,
  'memory.import': missing,
  'memory.export': missing,
}
