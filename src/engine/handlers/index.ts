import type { Handlers } from '../context.ts'
import { annotationHandlers } from './annotation.ts'
import { articleHandlers } from './article.ts'
import { exchangeHandlers } from './exchange.ts'
import { glossaryHandlers } from './glossary.ts'
import { jobHandlers } from './job.ts'
import { memoryHandlers } from './memory.ts'
import { memoryExchangeHandlers } from './memoryExchange.ts'
import { pretranslateHandlers } from './pretranslate.ts'
import { projectHandlers } from './project.ts'
import { settingHandlers } from './setting.ts'
import { termHandlers } from './term.ts'
import { unitHandlers } from './unit.ts'
import { workspaceHandlers } from './workspace.ts'

/** Every call of the engine, said by feature. */
export const handlers: Handlers = {
  ...workspaceHandlers,
  ...projectHandlers,
  ...articleHandlers,
  ...annotationHandlers,
  ...termHandlers,
  ...glossaryHandlers,
  ...memoryHandlers,
  ...unitHandlers,
  ...memoryExchangeHandlers,
  ...pretranslateHandlers,
  ...exchangeHandlers,
  ...settingHandlers,
  ...jobHandlers,
}
