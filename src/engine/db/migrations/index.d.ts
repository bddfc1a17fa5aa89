import type { Migration } from '../migrate.ts';
/** In order; the last one's version is the schema this Naranhi writes. A migration that was shipped never changes. */
export declare const migrations: readonly Migration[];
