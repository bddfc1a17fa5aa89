import type { CallFunction } from '#contract/index.ts'
import { annotationCases } from './conformance/annotation.ts'
import { articleCases } from './conformance/article.ts'
import { doorCases } from './conformance/door.ts'
import { exchangeCases } from './conformance/exchange.ts'
import { glossaryCases } from './conformance/glossary.ts'
import { memoryCases } from './conformance/memory.ts'
import { memoryExchangeCases } from './conformance/memoryExchange.ts'
import { memoryFindCases } from './conformance/memoryFind.ts'
import { paragraphCases } from './conformance/paragraph.ts'
import { pretranslateCases } from './conformance/pretranslate.ts'
import { termCases } from './conformance/term.ts'
import { termChangeCases } from './conformance/termChange.ts'
import { unitCases } from './conformance/unit.ts'
import { workspaceCases } from './conformance/workspace.ts'

/** Sends bytes as a page does, before a call can name them. */
export type Upload = (name: string, bytes: Uint8Array) => Promise<{ id: string }>

export interface ConformanceCase {
  name: string
  /** Throws where the answers are not what the contract says. Needs no other case to have run. */
  run(call: CallFunction, upload: Upload): Promise<void>
}

/**
 * What every way to the engine has to answer alike: directly, through structured clone, through HTTP. The cases bring
 * all they need into whatever workspace is open, and may run in any order on the same one; those of the workspace
 * itself come last, since they close and open it.
 */
export const conformanceCases: readonly ConformanceCase[] = [
  ...doorCases,
  ...articleCases,
  ...paragraphCases,
  ...annotationCases,
  ...memoryCases,
  ...memoryFindCases,
  ...unitCases,
  ...memoryExchangeCases,
  ...pretranslateCases,
  ...termCases,
  ...termChangeCases,
  ...glossaryCases,
  ...exchangeCases,
  ...workspaceCases,
]
