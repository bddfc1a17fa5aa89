import { utilityProcess } from 'electron'
import type { EngineOptions } from '#engine/engine.ts'
import { createEngineLink, type EngineChild, type EngineLink, type FromEngine } from './engineLink.ts'

const startChild = (script: string): EngineChild => {
  const child = utilityProcess.fork(script, [], { serviceName: 'Naranhi engine', stdio: 'inherit' })
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', (message: FromEngine) => listener(message)),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => void child.kill(),
  }
}

/** The engine in a process of its own, so that neither typing nor a window waits for the database. */
export const startEngine = (script: string, open: EngineOptions): EngineLink =>
  createEngineLink({ start: () => startChild(script), open, now: () => Date.now() })
