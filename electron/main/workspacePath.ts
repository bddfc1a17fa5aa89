import { isAbsolute, join, resolve } from 'node:path'

export interface Surroundings {
  argv: readonly string[]
  workingFolder: string
  env: Readonly<Record<string, string | undefined>>
  platform: string
  home: string
}

/** A workspace named on the command line: `--workspace FILE`, `--workspace=FILE` or a `.naranhi` file. Else null. */
export const namedWorkspace = (argv: readonly string[], workingFolder: string): string | null => {
  const place = argv.findIndex((word) => word === '--workspace')
  const named =
    (place === -1 ? undefined : argv[place + 1]) ??
    argv.find((word) => word.startsWith('--workspace='))?.slice('--workspace='.length) ??
    argv.find((word) => !word.startsWith('-') && word.toLowerCase().endsWith('.naranhi'))
  return named ? resolve(workingFolder, named) : null
}

const dataFolder = ({ env, platform, home }: Surroundings): string => {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Naranhi')
  if (platform === 'win32') return join(env.APPDATA || join(home, 'AppData', 'Roaming'), 'Naranhi')
  const data = env.XDG_DATA_HOME
  return join(data && isAbsolute(data) ? data : join(home, '.local', 'share'), 'naranhi')
}

/** The workspace to open: named, else NARANHI_WORKSPACE, else the one in the platform's data folder. */
export const workspacePath = (around: Surroundings): string => {
  const asked = around.env.NARANHI_WORKSPACE
  return (
    namedWorkspace(around.argv, around.workingFolder) ??
    (asked ? resolve(around.workingFolder, asked) : join(dataFolder(around), 'naranhi.naranhi'))
  )
}
