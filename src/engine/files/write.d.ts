/** A file that is written whole beside its place and not yet in it. */
export interface PendingFile {
    path: string;
    bytes: number;
    /** Puts it in place in one step; what was there is replaced. */
    commit(): Promise<void>;
    /** Leaves everything as it was. After `commit` it does nothing. */
    discard(): Promise<void>;
}
/** Throws `file-unwritable` or `disk-full` with the path; nothing is left behind then. */
export declare const prepareFile: (path: string, bytes: Uint8Array) => Promise<PendingFile>;
/** Writes a whole file in one step: temporary file in the same folder, flush, rename, flush of the folder. */
export declare const writeFileAtomically: (path: string, bytes: Uint8Array) => Promise<void>;
