/** Files only a memory is read from, by their names. */
export const MEMORY_FILES = /\.(tmx|xlf|xliff|sdlxliff|mqxliff|mxliff)$/i
/** Tables may be a memory, where one is looked at. */
export const MEMORY_TABLES = /\.(csv|tsv)$/i

/** Bytes as a user reads them. */
export const sizeOf = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024)).toLocaleString()} KB`
    : `${(bytes / 1024 / 1024).toLocaleString(undefined, { maximumFractionDigits: 1 })} MB`
