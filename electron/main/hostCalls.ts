import { app, type BrowserWindow } from 'electron'
import { AppError } from '#contract/error.ts'
import { hostContract, type HostInfo } from '#contract/host.ts'
import type { HostCallName, ParsedInputOf, ResultOf } from '#contract/index.ts'
import { chooseFiles, chooseTarget, showFile } from './dialogs.ts'
import { openExternal } from './external.ts'
import type { Language } from './menuTemplate.ts'

export interface HostTools {
  language(): Language
  /** The page answers: the window waits for it. */
  stay(window: BrowserWindow): void
  /** The page has nothing unsaved left: the window may go. */
  release(window: BrowserWindow): void
}

type Handlers = {
  [Name in HostCallName]: (
    input: ParsedInputOf<Name>,
    window: BrowserWindow,
  ) => ResultOf<Name> | Promise<ResultOf<Name>>
}

const platform = (): HostInfo['platform'] => {
  const { platform: name } = process
  return name === 'darwin' || name === 'win32' || name === 'linux' ? name : 'other'
}

const handlersWith = ({ language, stay, release }: HostTools): Handlers => ({
  'host.info': () => ({ kind: 'desktop', version: app.getVersion(), platform: platform(), dialogs: true }),
  'host.chooseFiles': ({ kind }, window) => chooseFiles(window, language(), kind),
  'host.chooseTarget': (input, window) => chooseTarget(window, input),
  'host.openExternal': async ({ url }, window) => {
    await openExternal(window, url, language())
    return null
  },
  'host.showFile': ({ path }) => {
    showFile(path)
    return null
  },
  'host.stay': (_input, window) => {
    stay(window)
    return null
  },
  'host.quit': (_input, window) => {
    // After the answer has gone out: it has nowhere to go once the window is destroyed.
    setImmediate(() => release(window))
    return null
  },
})

export const isHostCall = (name: string): name is HostCallName => Object.hasOwn(hostContract, name)

/** Answers what the engine cannot, since it has no window. Rejects with an AppError. */
export const createHostCalls = (tools: HostTools) => {
  const handlers = handlersWith(tools)
  return async (name: HostCallName, input: unknown, window: BrowserWindow): Promise<unknown> => {
    const parsed = hostContract[name].input.safeParse(input)
    if (!parsed.success)
      throw new AppError('bad-input', `The input of ${name} has another shape.`, {
        call: name,
        issues: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
      })
    // Name, input and handler fit by construction; `Handlers` says so per name, but not for a name yet unknown.
    const handler = handlers[name] as (input: unknown, window: BrowserWindow) => unknown
    return handler(parsed.data, window)
  }
}
