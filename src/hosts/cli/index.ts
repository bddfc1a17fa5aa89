import { CommanderError } from 'commander'
import { AppError } from '#contract/error.ts'
import { report } from './failure.ts'
import { DONE, printJson, processIo, WRONG_USAGE, type Io } from './io.ts'
import { createProgram } from './program.ts'

/**
 * Runs one command and gives the exit code: 0 done, 1 findings or refused input, 2 wrong usage, 130 interrupted.
 * `argv` is without the program's name. Never rejects.
 */
export const run = async (argv: readonly string[], io: Io = processIo()): Promise<number> => {
  const options = argv.slice(0, argv.indexOf('--') < 0 ? argv.length : argv.indexOf('--'))
  const json = options.includes('--json')
  let code = DONE
  let said = ''
  const program = createProgram({
    io,
    json,
    // With --json the message goes to stdout, in the error.
    usageError: (text) => {
      said += text
      if (!json) io.err(text)
    },
    ended: (exitCode) => {
      code = exitCode
    },
  })
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return code
  } catch (error) {
    if (!(error instanceof CommanderError)) return report({ io, json }, error)
    if (error.exitCode === 0) return DONE
    if (json)
      printJson(io, {
        error: new AppError('bad-input', usageMessage(said || error.message), { usage: true }).toShape(),
      })
    return WRONG_USAGE
  }
}

const usageMessage = (text: string): string => (text.split('\n', 1)[0] ?? '').replace(/^error: /, '')
