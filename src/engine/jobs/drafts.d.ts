import type { ImportItem } from '#contract/exchange.ts';
import type { ArticleDraft } from '#core/formats/draft.ts';
import type { Origin } from '../db/article.ts';
import type { Scratch } from '../files/scratch.ts';
/** What an item holds, read and cut but not stored. */
export interface ReadItem {
    name: string;
    encoding: string;
    newline: string;
    hadBom: boolean;
    bytes: number;
    articles: {
        draft: ArticleDraft;
        origin: Origin;
    }[];
    /** What is to be known of the item as a whole; see `ArticleDraft.warnings` for the others. */
    warnings: {
        code: string;
        detail: string;
    }[];
}
export interface ReadTools {
    scratch: Scratch;
    /** Called in between; throws when the work is to stop. */
    rest: () => Promise<void>;
}
export declare const nameOfItem: ({ from }: Pick<ImportItem, "from">) => string;
/**
 * Reads an item and cuts it into articles. Throws AppErrors that name the file (`details.file`, and line, column and
 * byteOffset where there are any): `file-*`, `text-invalid`, `paragraph-too-long`, `too-many-paragraphs`,
 * `nothing-to-import`; and what `rest` throws.
 */
export declare const readItem: (item: ImportItem, tools: ReadTools) => Promise<ReadItem>;
