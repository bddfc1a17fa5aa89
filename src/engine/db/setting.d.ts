import { type Settings } from '#contract/setting.ts';
import type { Reader, Writer } from './database.ts';
type Key = keyof Settings;
/** All settings: what is stored and can be read, else the default. Keys of a newer version are passed over. */
export declare const readSettings: (db: Reader) => Settings;
export declare const writeSettings: (db: Writer, changes: { [K in Key]?: Settings[K] | undefined; }) => void;
export {};
