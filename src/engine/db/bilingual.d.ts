import type { BilingualArticle } from '#core/formats/bilingual.ts';
import type { Reader } from './database.ts';
/** One article as the hand-over formats want it. Throws `not-found`. */
export declare const readBilingual: (db: Reader, articleId: number, exportedAt: string) => BilingualArticle;
