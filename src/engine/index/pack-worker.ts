import { parentPort } from 'node:worker_threads'
import { endsWhenAsked } from '../jobs/thread.ts'
import { pack, type PackOrder, type Packed } from './pack.ts'

export type PackAnswer = Packed | { failed: string }

const hear = (order: PackOrder): void => {
  let answer: PackAnswer
  try {
    answer = pack(order)
  } catch (error) {
    answer = { failed: String(error) }
  }
  const moved = 'bytes' in answer && answer.bytes ? [answer.bytes] : []
  parentPort?.postMessage(answer, moved)
}

endsWhenAsked(hear, () => undefined)
