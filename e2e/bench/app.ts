import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'
import { BROWSER_FLAGS, findBrowser } from '../browser.ts'
import { paragraphs } from './data.ts'

const root = new URL('../..', import.meta.url).pathname

/** The program as built; while working on it, its sources (`NARANHI_E2E_SOURCE=1`). */
const cli = join(root, process.env.NARANHI_E2E_SOURCE ? 'src/hosts/cli/dev.ts' : 'src/hosts/cli/bin.mjs')

/** Runs one command of the command line and gives what it prints. */
const naranhi = (workspace: string, ...given: string[]): unknown =>
  JSON.parse(
    execFileSync(process.execPath, [cli, ...given, '--json', '--workspace', workspace], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    }),
  ) as unknown

export interface BenchArticle {
  id: number
  title: string
  paragraphs: number
}

/** An article of so many paragraphs, its first half translated and confirmed. */
export const addArticle = (workspace: string, folder: string, count: number): BenchArticle => {
  const pairs = paragraphs(count, 20_000 + count)
  const name = `bench-${count}`
  const file = join(folder, `${name}.txt`)
  writeFileSync(file, pairs.map(({ source }) => source).join('\n'))
  const imported = naranhi(workspace, 'import', file, '--project', 'Bench', '--split', 'line') as {
    articles: BenchArticle[]
  }
  const [article] = imported.articles
  if (article?.paragraphs !== count)
    throw new Error(`Brought in ${article?.paragraphs ?? 0} paragraphs of ${count}`)
  const targets = join(folder, `${name}.tsv`)
  const half = pairs.slice(0, Math.floor(count / 2))
  writeFileSync(targets, half.map(({ target }, index) => `${index + 1}\t${target}`).join('\n'))
  naranhi(workspace, 'translate', String(article.id), '--from', targets, '--confirm')
  return article
}

/** Starts the local page in a process of its own, as a user does, and gives its address. */
export const startHost = async (workspace: string): Promise<{ address: string; stop(): Promise<void> }> => {
  const script = process.env.NARANHI_BENCH_HOST ?? cli
  const child: ChildProcess = spawn(process.execPath, [script, 'serve', '--workspace', workspace], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /http:\/\/127\.0\.0\.1:\d+\/\S*#key=\S+/.exec(said)
      if (found) resolve(found[0])
    })
    child.once('exit', (code) => reject(new Error(`The host ended with ${code}: ${said}`)))
  })
  const stop = () =>
    new Promise<void>((resolve) => {
      if (child.exitCode !== null) return resolve()
      child.once('exit', () => resolve())
      child.kill('SIGTERM')
    })
  return { address, stop }
}

export const startBrowser = async (): Promise<{ browser: Browser; page: Page }> => {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_FLAGS })
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US' })
  return { browser, page: await context.newPage() }
}
