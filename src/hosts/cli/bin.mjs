#!/usr/bin/env node
// Starts the built command line with a Node that can run it: this one, or the one that was installed with Naranhi.
// Plain JavaScript that every Node since 18 reads.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const here = fileURLToPath(import.meta.url)
const built = join(dirname(here), '..', '..', '..', 'out', 'main', 'cli.js')

const isNewEnough = () => {
  const [major, minor] = process.versions.node.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 12)
}

const stop = (message) => {
  process.stderr.write(`naranhi: ${message}\n`)
  process.exitCode = 2
}

/** The binary of the npm package `node`, or null. */
const findInstalledNode = () => {
  try {
    const folder = dirname(createRequire(here).resolve('node/package.json'))
    const path = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
    return existsSync(path) ? path : null
  } catch {
    return null
  }
}

const runWith = (node) => {
  const child = spawn(node, [here, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, NARANHI_NODE_FOUND: '1' },
  })
  const pass = (signal) => () => {
    // From a terminal, Ctrl+C has reached the child already.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass(signal))
  child.on('error', (error) => stop(`${node} does not start: ${error.message}`))
  child.on('exit', (code, signal) => {
    if (signal) {
      process.removeAllListeners(signal)
      process.kill(process.pid, signal)
    } else process.exitCode = code
  })
}

const start = async () => {
  if (!existsSync(built)) return stop('not built yet. Run `npm run build` in its folder first.')
  if (isNewEnough()) {
    const { run } = await import(pathToFileURL(built).href)
    process.exitCode = await run(process.argv.slice(2))
    return
  }
  const node = process.env.NARANHI_NODE_FOUND ? null : findInstalledNode()
  if (!node)
    return stop(
      `needs Node 22.12 or newer; this is ${process.versions.node}, and the npm package \`node\` is not there. Run \`npm ci\` first.`,
    )
  runWith(node)
}

await start()
