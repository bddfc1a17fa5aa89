import type { Worker } from 'node:worker_threads'
import { endThread, startThread } from '../jobs/thread.ts'
import { pack, type PackOrder, type Packed } from './pack.ts'
import type { PackAnswer } from './pack-worker.ts'

/** Packs segments in a thread of its own, one at a time; the thread ends with the last of them and its memory goes with it. */
export interface Packer {
  /** Rejects where it failed; nothing is left of it then. */
  pack(order: PackOrder): Promise<Packed>
  end(): Promise<void>
}

/** Idle for so long, the thread is ended, in ms. */
const IDLE = 1_500

export const createPacker = (): Packer => {
  let worker: Worker | null = null
  let idle: NodeJS.Timeout | undefined
  let turn: Promise<unknown> = Promise.resolve()

  const end = async (): Promise<void> => {
    clearTimeout(idle)
    const ended = worker
    worker = null
    await endThread(ended)
  }

  const ask = (order: PackOrder): Promise<Packed> => {
    clearTimeout(idle)
    worker ??= startThread('pack-worker')
    const asked = worker
    if (!asked) return Promise.resolve().then(() => pack(order))
    return new Promise<Packed>((resolve, reject) => {
      const settle = (done: () => void): void => {
        asked.off('message', onMessage)
        asked.off('error', onError)
        asked.off('exit', onExit)
        done()
      }
      const onMessage = (answer: PackAnswer) =>
        settle(() => ('failed' in answer ? reject(new Error(answer.failed)) : resolve(answer)))
      const onError = (error: unknown) =>
        settle(() => {
          worker = null
          reject(error instanceof Error ? error : new Error(String(error)))
        })
      const onExit = () => onError(new Error('The packing thread ended.'))
      asked.on('message', onMessage)
      asked.on('error', onError)
      asked.on('exit', onExit)
      asked.postMessage(order)
    }).finally(() => {
      idle = setTimeout(() => void end(), IDLE)
      idle.unref()
    })
  }

  return {
    pack(order) {
      const result = turn.then(() => ask(order))
      turn = result.catch(() => undefined)
      return result
    },
    end,
  }
}
