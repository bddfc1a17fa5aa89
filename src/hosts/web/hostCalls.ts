import { AppError } from '#contract/error.ts'
import { hostContract, type HostInfo } from '#contract/host.ts'
import type { HostCallName, ResultOf } from '#contract/index.ts'

const platformOf = (platform: NodeJS.Platform): HostInfo['platform'] =>
  platform === 'darwin' || platform === 'win32' || platform === 'linux' ? platform : 'other'

const unavailable = (): never => {
  throw new AppError('unavailable-here', 'A page in a browser cannot do this.', { host: 'page' })
}

type HostHandlers = { [Name in HostCallName]: () => ResultOf<Name> }

const handlersFor = (version: string): HostHandlers => ({
  'host.info': () => ({ kind: 'page', version, platform: platformOf(process.platform), dialogs: false }),
  'host.chooseFiles': unavailable,
  'host.chooseTarget': unavailable,
  'host.openExternal': unavailable,
  'host.showFile': unavailable,
  // The page is the browser's to close.
  'host.stay': () => null,
  'host.quit': () => null,
})

export const isHostCall = (name: string): name is HostCallName => Object.hasOwn(hostContract, name)

/** Answers the calls an engine cannot, since it has no window. Throws an AppError. */
export const createHostCalls = (version: string): ((name: HostCallName, input: unknown) => unknown) => {
  const handlers = handlersFor(version)
  return (name, input) => {
    const parsed = hostContract[name].input.safeParse(input)
    if (!parsed.success)
      throw new AppError('bad-input', `The input of ${name} has another shape.`, {
        call: name,
        issues: parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
      })
    return handlers[name]()
  }
}
