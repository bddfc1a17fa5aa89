/** 'Nrnh' in ASCII: what SQLite keeps at byte 68 to tell one application's files from another's. */
export declare const APPLICATION_ID = 1316122216;
export interface FileHeader {
    bytes: number;
    /** Null: the file does not begin as an SQLite database does. */
    sqlite: {
        applicationId: number;
        userVersion: number;
    } | null;
}
/**
 * Reads the first 100 bytes (https://www.sqlite.org/fileformat.html, section 1.3) without SQLite, which would make
 * files beside it and takes an empty file for a healthy database.
 */
export declare const readHeader: (path: string) => FileHeader;
/**
 * True while this process has a connection to the file. POSIX drops every lock a process holds on a file when it closes
 * any handle of it (https://www.sqlite.org/howtocorrupt.html, section 2.2), so such a file is read through SQLite alone.
 */
export declare const isOpenHere: (path: string) => boolean;
/** Says that a connection to the file stays open; gives the function that says it was closed. */
export declare const markOpen: (path: string) => (() => void);
