import type { exchangeContract, ImportPreview } from '#contract/exchange.ts'
import type { HandlersOf } from '../context.ts'
import { runExport } from '../jobs/export.ts'
import { runImport } from '../jobs/import.ts'
import { rest } from '../jobs/runner.ts'

export const exchangeHandlers: HandlersOf<typeof exchangeContract> = {
  'import.preview': async ({ items }, { session }) => {
    const { previewItem } = await import('../jobs/preview.ts')
    const previews: ImportPreview[] = []
    for (const item of items) {
      previews.push(await previewItem(item, { scratch: session.scratch, rest }))
      await rest()
    }
    return previews
  },
  'import.run': runImport,
  'export.run': runExport,
}
