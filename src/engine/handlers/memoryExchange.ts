import type { memoryExchangeContract } from '#contract/memoryExchange.ts'
import type { HandlersOf } from '../context.ts'
import { runMemoryExport } from '../jobs/memoryExport.ts'
import { previewMemory, runMemoryImport } from '../jobs/memoryImport.ts'

export const memoryExchangeHandlers: HandlersOf<typeof memoryExchangeContract> = {
  'memory.preview': (input, { session }) => previewMemory(input, session),
  'memory.import': runMemoryImport,
  'memory.export': runMemoryExport,
}
