/**
 * Finishes a restore that was cut off: several files have to be renamed and no file system does that in one step, so
 * what is to be done is written down first and done again, as far as it is not done, whenever the workspace is
 * opened. Does nothing where no restore was begun.
 */
export declare const finishRestore: (path: string) => void;
/**
 * Puts a copy of a backup in the workspace's place. The file that was there, with its log, is renamed aside and never
 * deleted; `aside` is its new path (null when there was none). The caller has closed the workspace. A kill at any
 * moment leaves the old file or the new one once the workspace is opened again.
 * Throws `not-found`, `backup-damaged` (nothing was changed), `workspace-locked`, `disk-full`, `read-only`.
 */
export declare const restoreBackup: (path: string, name: string, now: () => Date) => {
    aside: string | null;
};
