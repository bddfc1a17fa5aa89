import type { ImportItem, ImportPreview } from '#contract/exchange.ts';
import { type ReadTools } from './drafts.ts';
/** What `import.run` would make of an item. An item that cannot be read carries its error. */
export declare const previewItem: (item: ImportItem, tools: ReadTools) => Promise<ImportPreview>;
