import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What a build leaves behind, and is older than its sources only when it has to be made again. */
const PRODUCTS = ['out/main/index.js', 'out/main/cli.js', 'out/preload/index.cjs', 'out/renderer/index.html']
const SOURCES = ['src', 'electron', 'electron.vite.config.ts', 'package-lock.json']

const isSource = (name: string): boolean => !/\.(test|spec)\.ts$|^fixtures$|^\./.test(name)

/** The last change of a file, or of anything in a folder, in ms; 0 where there is nothing. */
const newest = (path: string): number => {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return 0
  if (!found.isDirectory()) return found.mtimeMs
  return readdirSync(path)
    .filter(isSource)
    .reduce((last, name) => Math.max(last, newest(join(path, name))), 0)
}

/** `missing`, `old` (some source is newer) or `fresh`. Without sources, as installed, what is there is fresh. */
export const stateOfBuild = (root: string): 'missing' | 'old' | 'fresh' => {
  const products = PRODUCTS.map((path) => join(root, path))
  if (!products.every((path) => existsSync(path))) return 'missing'
  const oldest = Math.min(...products.map((path) => statSync(path).mtimeMs))
  return SOURCES.some((path) => newest(join(root, path)) > oldest) ? 'old' : 'fresh'
}
