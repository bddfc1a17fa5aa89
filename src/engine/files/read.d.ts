/** Bytes. Larger files are not articles. */
export declare const MAX_FILE: number;
/**
 * All bytes of a file. Throws `file-not-found`, `file-unreadable` (a folder, a device, no permission) or
 * `file-too-large` (over `limit` bytes), each with the path.
 */
export declare const readBytes: (path: string, limit?: number) => Promise<Uint8Array>;
