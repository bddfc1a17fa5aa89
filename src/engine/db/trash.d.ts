import { type Reader, type Writer } from './database.ts';
export interface Trash {
    projects: number[];
    /** Those of the projects too. */
    articles: number[];
}
/** What lies in the trash now. */
export declare const listTrash: (db: Reader) => Trash;
/** How many rows go when it is emptied. */
export declare const countTrash: (db: Reader, trash: Trash) => {
    articles: number;
    paragraphs: number;
    history: number;
};
/**
 * Deletes for good those of `trash` that still lie there; a project only when no article is left in it. What was put
 * there after `trash` was listed stays, since no backup holds it.
 */
export declare const deleteTrash: (db: Writer, trash: Trash) => {
    projects: number;
    articles: number;
};
