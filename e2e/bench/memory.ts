/*
 * npm run bench memory [part …] [size …]: the parts are `lookUp` (10,000 to 1,000,000 units, against comparing with all of
 * them), `recall` (1,000 queries at 1,000,000 units, some minutes), `engine` (a workspace of 1,000,000 units) and `window`
 * (the page over 200,000); without a part, all but `recall`. Bringing in is measured by `npm run bench memoryImport`.
 */
import { engineBench } from './memoryEngine.ts'
import { lookUpBench } from './memoryLookUp.ts'
import { recallBench } from './memoryRecall.ts'
import { windowBench } from './memoryWindow.ts'

const PARTS: Record<string, (sizes?: number[]) => Promise<void> | void> = {
  lookUp: lookUpBench,
  recall: (sizes) => recallBench(sizes?.[0]),
  engine: (sizes) => engineBench(sizes?.[0]),
  window: (sizes) => windowBench(sizes?.[0]),
}
const USUAL = ['lookUp', 'engine', 'window']

export const memoryBench = async (words: readonly string[] = []): Promise<void> => {
  const parts = words.filter((word) => !/^\d+$/u.test(word))
  const sizes = words.filter((word) => /^\d+$/u.test(word)).map(Number)
  const unknown = parts.find((part) => !Object.hasOwn(PARTS, part))
  if (unknown !== undefined)
    throw new Error(`The bench memory has no part ${unknown}. There are: ${Object.keys(PARTS).join(', ')}`)
  for (const part of parts.length > 0 ? parts : USUAL)
    await PARTS[part]?.(sizes.length > 0 ? sizes : undefined)
}
