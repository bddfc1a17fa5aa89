import { fork, type ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { record } from './record.ts'

export const children: ChildProcess[] = []

/** A utility process as a forked Node; messages are cloned, as Electron clones them. */
export const utilityProcess = {
  fork(script: string, args: string[], options: unknown) {
    record('utilityProcess.fork', { script, args, options })
    const register = new URL('./engineChild.mjs', import.meta.url).href
    const child = fork(script, args, { execArgv: ['--import', register], serialization: 'advanced' })
    children.push(child)
    const process = Object.assign(new EventEmitter(), {
      pid: child.pid,
      postMessage: (message: unknown) => void child.send(message as object),
      kill: () => child.kill(),
    })
    child.on('message', (message) => process.emit('message', message))
    child.on('exit', (code) => process.emit('exit', code ?? 1))
    return process
  },
}
