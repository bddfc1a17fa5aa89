import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { onEnd } from './signals.ts'

/** The Electron binary, or null. Asking the `electron` package itself would start its download. */
export const findElectron = (root: string): string | null => {
  const folder = join(root, 'node_modules', 'electron')
  const note = join(folder, 'path.txt')
  if (!existsSync(note)) return null
  const path = join(folder, 'dist', readFileSync(note, 'utf8').trim())
  return existsSync(path) ? path : null
}

export const hasDisplay = (
  platform: NodeJS.Platform = process.platform,
  env: Record<string, string | undefined> = process.env,
): boolean =>
  platform === 'darwin' || platform === 'win32' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])

/** Why no window can be opened here; null where one can. */
export const whyNoWindow = (root: string): string | null => {
  if (!findElectron(root)) return 'The Electron binary is not here'
  return hasDisplay() ? null : 'There is no display'
}

/** A window that closes sooner with an error never was one: a library is missing, the display refuses. In ms. */
const SOON = 3_000

/** Runs the window and gives its exit code; null where it could not be opened at all. */
export const runWindow = (root: string, workspace: string | undefined): Promise<number | null> =>
  new Promise((resolve) => {
    const binary = findElectron(root)
    if (!binary) return resolve(null)
    const started = Date.now()
    const child = spawn(binary, [root], {
      stdio: 'inherit',
      env: { ...process.env, ...(workspace ? { NARANHI_WORKSPACE: workspace } : {}) },
    })
    const stop = onEnd((signal) => child.kill(signal))
    const end = (code: number | null): void => {
      stop()
      resolve(code)
    }
    child.on('error', () => end(null))
    child.on('exit', (code, signal) =>
      end(code && !signal && Date.now() - started < SOON ? null : (code ?? 0)),
    )
  })
