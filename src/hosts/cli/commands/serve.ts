import { spawn } from 'node:child_process'
import { DONE, type Context } from '../io.ts'
import { untilEnd } from '../signals.ts'

/** The system's own way to open an address. A machine without one is no error: the address is printed. */
const openInBrowser = (address: string): void => {
  const [command, ...first] =
    process.platform === 'darwin'
      ? ['open']
      : process.platform === 'win32'
        ? ['rundll32', 'url.dll,FileProtocolHandler']
        : ['xdg-open']
  const child = spawn(command, [...first, address], { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}

/** The local page, until a signal ends it. A new workspace starts with the sample project, as in the window. */
export const serve = async (
  { io, json, workspace }: Context,
  _values: [],
  { port, open }: { port?: number; open?: boolean },
): Promise<number> => {
  const ending = untilEnd()
  const { openPage } = await import('../../web/index.ts')
  const page = await openPage({ workspace, port })
  io.out(json ? `${JSON.stringify({ address: page.address })}\n` : `${page.address}\n`)
  if (io.progress) io.err('The address works once, in one browser tab. Ctrl+C ends Naranhi.\n')
  if (open) openInBrowser(page.address)
  await ending
  await page.close()
  return DONE
}
