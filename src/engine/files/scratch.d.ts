import { type Download } from '../engine.ts';
/** Files of this run alone: what pages have sent, and exports until they are fetched. */
export interface Scratch {
    addUpload(name: string, bytes: Uint8Array): Promise<{
        id: string;
    }>;
    /** Throws `not-found` for an id that was never given, or whose upload was used up. */
    readUpload(id: string): Promise<Uint8Array>;
    dropUpload(id: string): Promise<void>;
    addDownload(file: Omit<Download, 'path'>, bytes: Uint8Array): Promise<string>;
    dropDownload(id: string): Promise<void>;
    download(id: string): Download | null;
    clear(): Promise<void>;
}
/** The folder is made at the first file; one that was given is only emptied of what was put there. */
export declare const createScratch: (given?: string) => Scratch;
