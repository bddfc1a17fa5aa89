import type { ArticleHead } from '#core/model/article.ts';
import type { ArticleDraft } from '#core/formats/draft.ts';
import { type Origin } from './article.ts';
import { type Writer } from './database.ts';
import type { OpenedWorkspace } from './open.ts';
/** An article that is to be stored. */
export interface NewDraft {
    draft: ArticleDraft;
    head: ArticleHead;
    origin: Origin;
}
/** The marker of one import of this process; `number` tells several apart. */
export declare const markerOf: (number: number) => string;
/** An article with its head and origin, still without paragraphs. */
export declare const startArticle: (db: Writer, projectId: number, { head, origin }: NewDraft, at: string, marker?: string) => number;
/** Adds the paragraphs `from` to `to` (exclusive) of a draft. */
export declare const addDraftParagraphs: (db: Writer, articleId: number, draft: ArticleDraft, from: number, to: number, at: string) => void;
/** The project of that id or name; one that is not there yet is made, under the marker where one is given. */
export declare const projectFor: (db: Writer, project: number | string, at: string, marker: string | null) => number;
/** Makes everything under the marker visible. Throws `not-found` when the project was put in the trash meanwhile. */
export declare const land: (db: Writer, marker: string, project: number | string) => number;
/**
 * Takes away everything under a marker, some articles at a time; `rest` is called in between. The record of what the
 * file holds is lowered first, since another process may have counted these rows.
 */
export declare const discard: (workspace: OpenedWorkspace, marker: string, rest: () => Promise<void>) => Promise<void>;
/** Takes away what imports left behind whose process has ended. To be called before anybody else uses the workspace. */
export declare const clearUnfinishedImports: (workspace: OpenedWorkspace) => Promise<void>;
