/** Makes what was written to a file outlast a power cut. */
export declare const syncFile: (path: string) => void;
/** Makes renames in a folder outlast a power cut; Windows has no such call and needs none. */
export declare const syncFolder: (path: string) => void;
/** Puts a finished file in its place: the old one or the new one is there at every moment, never a part. */
export declare const moveDurably: (from: string, to: string) => void;
/** Writes a whole file as one step; the folder must exist. */
export declare const writeDurably: (path: string, content: string) => void;
