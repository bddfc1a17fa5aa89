/** Where a command writes. Results go to `out`, everything else (progress, hints, errors) to `err`. */
export interface Io {
  out(text: string): void
  err(text: string): void
  /** Columns of the terminal results go to; null where it is a file or a pipe. */
  columns: number | null
  /** Someone looks at `err`: progress is worth drawing. */
  progress: boolean
}

export const processIo = (): Io => {
  // `naranhi articles | head` closes the pipe early, which is no error.
  for (const stream of [process.stdout, process.stderr])
    if (stream.listenerCount('error') === 0)
      stream.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EPIPE') throw error
      })
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    columns: process.stdout.isTTY ? process.stdout.columns || 80 : null,
    progress: process.stderr.isTTY === true,
  }
}

/** What every command is given besides its own arguments. */
export interface Context {
  io: Io
  json: boolean
  /** As given; undefined for NARANHI_WORKSPACE or the platform's data folder. */
  workspace: string | undefined
}

/** The command line's exit codes. */
export const DONE = 0
/** Findings, or input that was refused. */
export const REFUSED = 1
export const WRONG_USAGE = 2
/** Ended by Ctrl+C, as shells count it: 128 + SIGINT. */
export const INTERRUPTED = 130

export const printJson = (io: Io, value: unknown): void => io.out(`${JSON.stringify(value, null, 2)}\n`)
