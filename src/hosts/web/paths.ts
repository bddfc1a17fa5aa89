import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join } from 'node:path'

/**
 * The folder Naranhi is installed in: the nearest one above this file with a package.json and `resources`. It is the
 * same from the sources (src/hosts/web) and from the build (out/main, out/main/chunks).
 */
export const findRoot = (from: string = import.meta.dirname): string => {
  let folder = from
  while (!existsSync(join(folder, 'package.json')) || !existsSync(join(folder, 'resources'))) {
    const above = dirname(folder)
    if (above === folder) throw new Error(`No folder above ${from} holds package.json and resources`)
    folder = above
  }
  return folder
}

/** The data that ships with Naranhi: `sample/` and more. */
export const resourcesFolder = (): string => join(findRoot(), 'resources')

/** The built page. */
export const rendererFolder = (): string => join(findRoot(), 'out', 'renderer')

export const readVersion = (): string => {
  const { version } = JSON.parse(readFileSync(join(findRoot(), 'package.json'), 'utf8')) as {
    version: string
  }
  return version
}

export interface Surroundings {
  platform: NodeJS.Platform
  home: string
  env: Record<string, string | undefined>
}

const here = (): Surroundings => ({ platform: process.platform, home: homedir(), env: process.env })

/** Where the platform keeps a user's data. A relative XDG_DATA_HOME is ignored, as its specification asks. */
const dataFolder = ({ platform, home, env }: Surroundings): string => {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Naranhi')
  if (platform === 'win32') return join(env['APPDATA'] || join(home, 'AppData', 'Roaming'), 'Naranhi')
  const xdg = env['XDG_DATA_HOME']
  return join(xdg && isAbsolute(xdg) ? xdg : join(home, '.local', 'share'), 'naranhi')
}

/** The workspace file: the one named, else NARANHI_WORKSPACE, else the platform's data folder. */
export const workspacePath = (named?: string, surroundings: Surroundings = here()): string =>
  named || surroundings.env['NARANHI_WORKSPACE'] || join(dataFolder(surroundings), 'naranhi.naranhi')
