import type { ParentPort } from 'electron'
import type { ErrorShape } from '#contract/error.ts'
import type { AppEvent } from '#contract/event.ts'
import type { Engine, EngineOptions } from '#engine/engine.ts'
import { openEngine } from '#engine/open.ts'
import { toAnswerError } from '#engine/dispatch.ts'

// The other side is electron/main/engineLink.ts.
type Method = 'call' | 'addUpload' | 'download' | 'close'
type Question = { [M in Method]: { id: number; method: M; args: Parameters<Engine[M]> } }[Method]
type Message = { open: EngineOptions } | Question
type Reply = { id: number; value: unknown } | { id: number; error: ErrorShape } | { event: AppEvent }

const port: ParentPort = process.parentPort
const post = (reply: Reply): void => port.postMessage(reply)
let engine: Promise<Engine> | null = null

const open = async (options: EngineOptions): Promise<Engine> => {
  const opened = await openEngine(options)
  opened.listen((event) => post({ event }))
  return opened
}

const answer = async (question: Question): Promise<unknown> => {
  if (!engine) throw new Error('Asked before it was opened')
  const opened = await engine
  switch (question.method) {
    case 'call':
      return opened.call(...question.args)
    case 'addUpload':
      return opened.addUpload(...question.args)
    case 'download':
      return opened.download(...question.args)
    case 'close':
      return opened.close()
  }
}

port.on('message', ({ data }: { data: Message }) => {
  if ('open' in data) {
    engine = open(data.open)
    return
  }
  answer(data)
    .then((value) => post({ id: data.id, value }))
    .catch((error: unknown) => post({ id: data.id, error: toAnswerError(error).toShape() }))
})
