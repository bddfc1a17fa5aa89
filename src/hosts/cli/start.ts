import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { findRoot } from '../web/paths.ts'
import { stateOfBuild } from './built.ts'
import { runWindow, whyNoWindow } from './desktop.ts'
import { REFUSED, WRONG_USAGE } from './io.ts'

const HELP = `Usage: npm start -- [--workspace FILE] [--port N] [--open]

Opens Naranhi in a window of its own where it can, and else serves the local page.

  --workspace FILE  the workspace (else NARANHI_WORKSPACE, else the one of this computer)
  --port N          the port of the local page (else a free one)
  --open            open the local page in the browser
  --page            serve the local page even where a window could be opened
`

const readArguments = (argv: readonly string[]) =>
  parseArgs({
    args: [...argv],
    options: {
      workspace: { type: 'string' },
      port: { type: 'string' },
      open: { type: 'boolean' },
      page: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  }).values

/** The build's own output is of no interest unless it fails. */
const build = (root: string): Promise<boolean> =>
  new Promise((done) => {
    const script = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
    const child = spawn(process.execPath, [script, 'build'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text
      })
    child.on('error', (error) => {
      process.stderr.write(`${error.message}\n`)
      done(false)
    })
    child.on('close', (code) => {
      if (code !== 0) process.stderr.write(said)
      done(code === 0)
    })
  })

/** Builds where that is needed, then opens the window or serves the local page; gives the exit code. */
export const start = async (argv: readonly string[]): Promise<number> => {
  let given: ReturnType<typeof readArguments>
  try {
    given = readArguments(argv)
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${HELP}`)
    return WRONG_USAGE
  }
  if (given.help) {
    process.stdout.write(HELP)
    return 0
  }
  const root = findRoot()
  const state = stateOfBuild(root)
  if (state !== 'fresh') {
    process.stderr.write(
      `Building Naranhi (${state === 'missing' ? 'for the first time' : 'its sources changed'})…\n`,
    )
    if (!(await build(root))) {
      process.stderr.write('Naranhi could not be built.\n')
      return REFUSED
    }
  }
  const workspace = given.workspace === undefined ? undefined : resolve(given.workspace)
  let reason = given.page ? 'The local page was asked for' : whyNoWindow(root)
  if (!reason) {
    const code = await runWindow(root, workspace)
    if (code !== null) return code
    reason = 'Electron does not start here'
  }
  process.stdout.write(`${reason}, so Naranhi serves its local page instead of opening a window:\n`)
  const { run } = (await import(
    pathToFileURL(join(root, 'out/main/cli.js')).href
  )) as typeof import('./index.ts')
  return run([
    'serve',
    ...(workspace === undefined ? [] : ['--workspace', workspace]),
    ...(given.port === undefined ? [] : ['--port', given.port]),
    ...(given.open ? ['--open'] : []),
  ])
}
