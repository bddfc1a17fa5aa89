import type { Project } from '#core/model/article.ts';
import type { Reader, Writer } from './database.ts';
/**
 * Projects and articles that are being brought in are marked in `trashed_at` with this prefix and the id of the process
 * that does it; nobody sees them until they have all landed.
 */
export declare const IMPORTING = "importing:";
export declare const listProjects: (db: Reader, trashed: boolean) => Project[];
/** Throws `not-found`, also for one in the trash unless `trashed` is asked for. */
export declare const getProject: (db: Reader, id: number, trashed?: "in use" | "any") => Project;
/** By its exact name (NFC, case counts), the first of several; undefined where none is in use. */
export declare const findProject: (db: Reader, name: string) => number | undefined;
export declare const addProject: (db: Writer, name: string, at: string, marker?: string | null) => number;
export declare const renameProject: (db: Writer, id: number, name: string, at: string) => void;
/** Its articles go with it and are marked, so that they come back with it. */
export declare const trashProject: (db: Writer, id: number, at: string) => void;
export declare const restoreProject: (db: Writer, id: number) => void;
