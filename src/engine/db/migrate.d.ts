import type Database from 'better-sqlite3';
export interface Migration {
    /** From 1, without gaps; becomes `user_version`. */
    version: number;
    name: string;
    run: (db: Database.Database) => void;
}
export declare const latestVersion: (migrations: readonly Migration[]) => number;
export declare const schemaOf: (db: Database.Database) => number;
/**
 * Brings the schema to the last of `migrations` in one transaction, so that a kill or a failure at any moment leaves
 * exactly the old schema with all its rows. Reads `user_version` inside the transaction: another process may have
 * migrated meanwhile, and then nothing is left to do. Throws `migration-failed`, or `busy` when another process
 * writes. The caller has made a backup.
 */
export declare const migrate: (db: Database.Database, migrations: readonly Migration[]) => void;
