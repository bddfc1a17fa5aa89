import type { ExportFormat } from '#contract/exchange.ts';
import type { BilingualArticle, DocumentLayout } from '#core/formats/bilingual.ts';
export interface RenderRequest {
    article: BilingualArticle;
    format: ExportFormat;
    layout: DocumentLayout;
}
export declare const MEDIA_TYPES: Readonly<Record<ExportFormat, string>>;
/** The bytes of one article in a format. Synchronous for the most part: to be called where nobody waits. */
export declare const render: ({ article, format, layout }: RenderRequest) => Promise<Uint8Array>;
