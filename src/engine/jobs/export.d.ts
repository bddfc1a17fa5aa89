import type { ExportedFile } from '#contract/exchange.ts';
import type { ParsedInputOf } from '#contract/index.ts';
import type { JobContext } from '../context.ts';
type Input = ParsedInputOf<'export.run'>;
/**
 * Renders and writes articles. First all files are written beside their places, then all are put in place: cancelled
 * before that, none is there and nothing is left behind. A file of the same name is replaced.
 */
export declare const runExport: (input: Input, context: JobContext) => Promise<{
    files: ExportedFile[];
}>;
export {};
