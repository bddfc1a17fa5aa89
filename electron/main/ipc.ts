import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron'
import { AppError, type Answer } from '#contract/error.ts'
import type { AppEvent } from '#contract/event.ts'
import type { EngineLink } from './engineLink.ts'
import { createHostCalls, isHostCall, type HostTools } from './hostCalls.ts'
import { senderWindow } from './security.ts'
import { parseWireCall } from './wireValue.ts'

const CALL = 'naranhi:call'
const EVENT = 'naranhi:event'

const failed = (error: unknown): Answer<never> => {
  if (error instanceof AppError) return { ok: false, error: error.toShape() }
  console.error(error)
  const unexpected = new AppError('internal', 'Naranhi could not answer this.')
  return { ok: false, error: unexpected.toShape() }
}

/** The one door of the shell: every call of every page comes in here, and is answered with a value or an error. */
export const answerCalls = (engine: EngineLink, tools: HostTools): void => {
  const answerHostCall = createHostCalls(tools)
  const answer = async (event: IpcMainInvokeEvent, parts: unknown[]): Promise<Answer<unknown>> => {
    try {
      const window = senderWindow(event)
      const { name, input, client } = parseWireCall(parts, `window-${window.id}`)
      if (!isHostCall(name)) return await engine.call(name, input, client)
      return { ok: true, value: await answerHostCall(name, input, window) }
    } catch (error) {
      return failed(error)
    }
  }
  ipcMain.handle(CALL, (event, ...parts: unknown[]) => answer(event, parts))
}

export const sendEvent = (window: BrowserWindow, event: AppEvent): void => {
  if (!window.isDestroyed() && !window.webContents.isDestroyed()) window.webContents.send(EVENT, event)
}
