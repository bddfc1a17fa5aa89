import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { DONE, type Context } from '../io.ts'
import { untilEnd } from '../signals.ts'

/**
 * Opens the address in the system's way. What a program is started with can be read by every user of the machine, and
 * the address carries the key: so the browser is given a file only this user may read, that leads on. A machine
 * without a browser is no error: the address is printed. Gives back what takes the file away.
 */
const openInBrowser = (address: string): (() => void) => {
  const folder = mkdtempSync(join(tmpdir(), 'naranhi-open-'))
  const page = join(folder, 'naranhi.html')
  writeFileSync(
    page,
    `<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=${address}"><title>Naranhi</title>`,
    { mode: 0o600 },
  )
  const [command, ...first] =
    process.platform === 'darwin'
      ? ['open']
      : process.platform === 'win32'
        ? ['rundll32', 'url.dll,FileProtocolHandler']
        : ['xdg-open']
  const goal = pathToFileURL(page).href
  const child = spawn(command, [...first, goal], { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
  return () => rmSync(folder, { recursive: true, force: true })
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
  if (io.progress) io.err('The address works in the browser that opens it first. Ctrl+C ends Naranhi.\n')
  const forget = open ? openInBrowser(page.address) : () => undefined
  await ending
  forget()
  await page.close()
  return DONE
}
