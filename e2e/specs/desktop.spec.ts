import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import type { Answer } from '#contract/error.ts'
import { startDesktop, type Desktop } from '../electron/launch.ts'

// The shell's own bundles on the stand-in for Electron (e2e/electron/standIn): real main, preload and engine code.
// What Electron itself does (its sandbox, its real menus and dialogs) is not shown here.

interface Bridge {
  call(name: string, input: unknown, client?: string): Promise<Answer<unknown>>
}
const call = (page: Page, name: string, input: unknown): Promise<Answer<unknown>> =>
  page.evaluate(
    ([called, given]) =>
      (window as unknown as { naranhi: Bridge }).naranhi.call(called as string, given) as Promise<
        Answer<unknown>
      >,
    [name, input] as const,
  )

interface Detail {
  paragraphs: { id: number; target: string; revision: number; status: string; locked: boolean }[]
}
/** The article on the desk as it stands in the workspace. */
const detail = async (page: Page): Promise<Detail> => {
  const settings = await call(page, 'setting.all', {})
  if (!settings.ok) throw new Error(settings.error.message)
  const { lastArticle } = settings.value as { lastArticle: number }
  const article = await call(page, 'article.get', { id: lastArticle })
  if (!article.ok) throw new Error(article.error.message)
  return article.value as Detail
}
const targets = async (page: Page): Promise<string> =>
  (await detail(page)).paragraphs.map(({ target }) => target).join('\n')

const deskIsUp = async (page: Page): Promise<void> => {
  await page.locator('[data-side="target"] .view-line').first().waitFor()
  await expect.poll(() => detail(page).then(({ paragraphs }) => paragraphs.length)).toBeGreaterThan(0)
}
const typeIntoDesk = async (page: Page, text: string): Promise<void> => {
  await page.locator('[data-side="target"] .monaco-editor').first().click()
  await page.keyboard.press('Control+u')
  await page.keyboard.insertText(text)
}
const codeOf = (answer: unknown): string => {
  const given = answer as Answer<unknown>
  return given.ok ? 'ok' : given.error.code
}

const newFolder = () => mkdtempSync(join(tmpdir(), 'naranhi-desktop-'))
const test = base.extend<{ folder: string; desktop: Desktop }>({
  // Playwright wants a pattern here; nothing is used of it.
  folder: async ({ browserName: _ }, use) => {
    const folder = newFolder()
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },
  desktop: async ({ folder }, use) => {
    const desktop = await startDesktop({ folder })
    await use(desktop)
    await desktop.stop()
  },
})

test('S1: the window is asked for hardened, and the page has neither require nor process', async ({
  desktop,
}) => {
  const page = await desktop.page()
  await deskIsUp(page)
  const windows = (await desktop.ask('asked')).filter(({ what }) => what === 'BrowserWindow')
  expect(windows).toHaveLength(1)
  expect(windows[0]?.with).toMatchObject({
    show: false,
    title: 'Naranhi',
    webPreferences: {
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
    },
  })
  const seen = await page.evaluate(() => ({
    names: ['require', 'process', 'module', 'Buffer', 'electron'].filter((name) => name in window),
    bridge: Object.keys((window as unknown as { naranhi: object }).naranhi).sort(),
    frozen: Object.isFrozen((window as unknown as { naranhi: object }).naranhi),
  }))
  expect(seen).toEqual({ names: [], bridge: ['call', 'listen'], frozen: true })
})

test('S2: the page is served with its policy and keeps to it', async ({ desktop }) => {
  const page = await desktop.page()
  const broken: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) broken.push(message.text())
  })
  await page.reload()
  await deskIsUp(page)
  expect(broken).toEqual([])
  const { headers, status } = await desktop.ask('request', 'naranhi://app/', 'GET')
  expect(status).toBe(200)
  expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self';")
  expect(headers['content-security-policy']).not.toContain('unsafe-eval')
  expect(headers['x-content-type-options']).toBe('nosniff')
})

test('what is typed is saved, and what was typed last is saved on closing', async ({ folder, desktop }) => {
  const page = await desktop.page()
  await deskIsUp(page)
  await typeIntoDesk(page, 'Saved while the window stood open.')
  await expect.poll(() => targets(page)).toContain('Saved while the window stood open.')
  await page.keyboard.insertText(' And this just before it closed.')
  await desktop.ask('closeWindow')
  expect(await desktop.ended).toBe(0)

  const again = await startDesktop({ folder })
  const reopened = await again.page()
  await deskIsUp(reopened)
  expect(await targets(reopened)).toContain('And this just before it closed.')
  await again.stop()
})

/** Holds the workspace's write lock in a process of its own, as another program might. */
const holdLock = async (path: string) => {
  const script =
    'const D = require("better-sqlite3"); new D(process.argv[1]).exec("BEGIN IMMEDIATE"); console.log("held"); setInterval(() => {}, 1000)'
  const child = spawn(process.execPath, ['-e', script, path], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return async () => {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
}

test('a window with text that cannot be saved is not closed before the user says so', async ({
  folder,
  desktop,
}) => {
  const page = await desktop.page()
  await deskIsUp(page)
  await typeIntoDesk(page, 'Written before.')
  await expect.poll(() => targets(page)).toContain('Written before.')
  const free = await holdLock(join(folder, 'work.naranhi'))
  await page.keyboard.insertText(' Typed while nothing could be written.')
  await expect(page.getByTestId('saved')).toHaveAttribute('data-state', 'failed')
  await desktop.ask('closeWindow')
  const question = page.getByRole('dialog', { name: 'Something is not saved' })
  await expect(question).toBeVisible()
  // Longer than a page is given that does not answer at all.
  await page.waitForTimeout(4000)
  await expect(question).toBeVisible()
  await question.getByRole('button', { name: 'Cancel' }).click()
  await free()
  await expect(page.getByTestId('saved')).toHaveAttribute('data-state', 'saved', { timeout: 15_000 })
  await desktop.ask('closeWindow')
  expect(await desktop.ended).toBe(0)

  const again = await startDesktop({ folder })
  const reopened = await again.page()
  await deskIsUp(reopened)
  expect(await targets(reopened)).toContain('Typed while nothing could be written.')
  await again.stop()
})

interface Item {
  id?: string
  label?: string
  role?: string
  accelerator?: string
  registerAccelerator?: boolean
  submenu?: Item[]
}
const flat = (items: Item[]): Item[] => items.flatMap((item) => [item, ...flat(item.submenu ?? [])])

/** Gathers the events the page hears from now on. */
const hearEvents = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const heard: unknown[] = []
    Object.assign(window, { heard })
    type Listen = (listener: (event: unknown) => void) => () => void
    const { naranhi } = window as unknown as { naranhi: { listen: Listen } }
    naranhi.listen((event) => heard.push(event))
  })
const heardBy = (page: Page): Promise<{ type: string }[]> =>
  page.evaluate(() => (window as unknown as { heard: { type: string }[] }).heard)

test('the menu comes from the registry, sends a command once, and changes its language', async ({
  desktop,
}) => {
  const page = await desktop.page()
  await deskIsUp(page)
  const first = (await desktop.ask('menu')).items as Item[]
  expect(first.map(({ label }) => label)).toEqual(['File', 'Edit', 'Translate', 'Annotate', 'View', 'Help'])
  const items = flat(first).filter(({ id, submenu }) => id && !submenu)
  expect(items.length).toBeGreaterThan(40)
  const acting = items.filter(
    ({ accelerator, registerAccelerator }) => accelerator && registerAccelerator !== false,
  )
  expect(acting).toEqual([])

  await hearEvents(page)
  const sent = async () => (await heardBy(page)).filter(({ type }) => type === 'command')
  await desktop.ask('clickMenu', 'view.library', true)
  await desktop.ask('clickMenu', 'view.trash', false)
  await expect.poll(sent).toEqual([{ type: 'command', command: 'view.trash' }])

  expect(codeOf(await call(page, 'setting.change', { language: 'ko', theme: 'dark' }))).toBe('ok')
  await expect
    .poll(async () => ((await desktop.ask('menu')).items as Item[]).map(({ label }) => label))
    .toEqual(['파일', '편집', '번역', '주석', '보기', '도움말'])
  expect(await desktop.ask('theme')).toBe('dark')
})

test('a command chosen in the menu runs in the page', async ({ desktop }) => {
  const page = await desktop.page()
  await deskIsUp(page)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await desktop.ask('clickMenu', 'help.about', false)
  await expect(page.getByRole('dialog')).toHaveCount(1)
})

test('a workspace that cannot be opened is shown, and the window closes all the same', async ({ folder }) => {
  writeFileSync(join(folder, 'work.naranhi'), 'this is no workspace '.repeat(100))
  const desktop = await startDesktop({ folder })
  const page = await desktop.page()
  await expect(page.getByRole('alert')).toBeVisible()
  expect(codeOf(await call(page, 'article.list', {}))).toBe('workspace-closed')
  await desktop.ask('closeWindow')
  expect(await desktop.ended).toBe(0)
  await desktop.stop()
})

test('S4: no navigation, no second window, no permission, no request to elsewhere', async ({ desktop }) => {
  const page = await desktop.page()
  await deskIsUp(page)
  const address = page.url()
  const places = [
    'https://example.org/',
    'https://naranhi-app.stand-in.example.org/',
    'https://naranhi-app.stand-in/assets/',
    'http://naranhi-app.stand-in/',
  ]
  for (const place of places) {
    await page.evaluate((to) => void (location.href = to), place)
    await page.waitForTimeout(200)
    expect(page.url(), place).toBe(address)
  }
  const navigations = (await desktop.ask('asked')).filter(({ what }) => what === 'navigation')
  expect(navigations.length).toBe(places.length)
  expect(navigations.every((asked) => (asked.with as { refused: boolean }).refused)).toBe(true)

  await page.evaluate(() => void window.open('https://example.org/new'))
  await page.evaluate(() => void window.open('/'))
  await expect
    .poll(async () =>
      (await desktop.ask('asked'))
        .filter(({ what }) => what === 'window.open')
        .map((asked) => (asked.with as { action: string }).action),
    )
    .toEqual(['deny', 'deny'])
  await expect.poll(() => page.context().pages().length).toBe(1)

  for (const name of [
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'usb',
    'openExternal',
    'unknown',
  ])
    expect(await desktop.ask('permission', name), name).toEqual({
      granted: false,
      checked: false,
      device: false,
    })
})

test('S5: nothing outside the page’s own files is given out', async ({ desktop }) => {
  await deskIsUp(await desktop.page())
  const paths = [
    '/../package.json',
    '/assets/../../main/index.js',
    '/%2e%2e/main/index.js',
    '/..%2fmain/index.js',
    '/%2e%2e%2fmain%2findex.js',
    '/%252e%252e/main/index.js',
    '/..%5cmain%5cindex.js',
    '/..\\main\\index.js',
    '/index.html%00.js',
    '/%00',
    '/%ff',
    '//etc/passwd',
    '/C:/Windows/win.ini',
    '/.vite/manifest.json',
    '/assets',
    '/nothing.js',
    '/download/none',
    '/download/..%2f..%2fpackage.json',
  ]
  for (const path of paths) {
    const { status, bytes } = await desktop.ask('request', `naranhi://app${path}`, 'GET')
    expect({ path, status, bytes }).toEqual({ path, status: 404, bytes: 'Not found'.length })
  }
  for (const address of ['naranhi://other/', 'naranhi://app.example.org/', 'naranhi://user@app/'])
    expect((await desktop.ask('request', address, 'GET')).status, address).toBe(404)
  expect((await desktop.ask('request', 'naranhi://app/', 'PUT')).status).toBe(405)
})

test('S6: a call of another sender or shape is answered with an error and changes nothing', async ({
  desktop,
}) => {
  const page = await desktop.page()
  await deskIsUp(page)
  const before = await detail(page)
  const paragraph = before.paragraphs.find(({ locked }) => !locked)
  if (!paragraph) throw new Error('The sample has no paragraph that could be changed')
  const edit = { id: paragraph.id, target: 'Not from here.', baseRevision: paragraph.revision }
  const save = ['paragraph.save', { edits: [edit] }]

  const ours = { url: 'naranhi://app/', child: false, foreign: false }
  const senders = [
    { ...ours, child: true },
    { ...ours, foreign: true },
    { ...ours, url: 'https://example.org/' },
    { ...ours, url: 'naranhi://app.example.org/' },
    { ...ours, url: 'naranhi://other/' },
    { ...ours, url: 'about:blank' },
    { ...ours, url: '' },
  ]
  for (const sender of senders)
    expect(codeOf(await desktop.ask('callAs', sender, save)), JSON.stringify(sender)).toBe('refused')

  const inFrame = await page.evaluate(async (args) => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    type Invoke = (channel: string, text: string) => Promise<string>
    const invoke = (frame.contentWindow as unknown as { __standInInvoke: Invoke }).__standInInvoke
    const answer = JSON.parse(await invoke('naranhi:call', JSON.stringify(args))) as unknown
    frame.remove()
    return answer
  }, save)
  expect(codeOf(inFrame)).toBe('refused')

  const shapes: [string, unknown[]][] = [
    ['bad-input', []],
    ['bad-input', [7, {}]],
    ['bad-input', ['']],
    ['bad-input', ['x'.repeat(200), {}]],
    ['unknown-call', ['paragraph.saveAll', {}]],
    ['unknown-call', ['__proto__', {}]],
    ['unknown-call', ['constructor', {}]],
    ['bad-input', ['paragraph.save']],
    ['bad-input', ['paragraph.save', null]],
    ['bad-input', ['paragraph.save', 'text']],
    ['bad-input', ['paragraph.save', {}]],
    ['bad-input', ['paragraph.save', { edits: [] }]],
    ['bad-input', ['paragraph.save', { edits: [edit], more: 1 }]],
    ['bad-input', ['paragraph.save', { edits: [{ ...edit, target: 5 }] }]],
    ['bad-input', ['paragraph.save', { edits: [{ ...edit, id: String(edit.id) }] }]],
    ['bad-input', ['paragraph.save', { edits: [{ ...edit, target: 'x'.repeat(10 * 1024 * 1024) }] }]],
    ['bad-input', ['paragraph.save', { edits: [edit] }, 'a client/with signs']],
    ['bad-input', ['paragraph.save', { edits: [edit] }, 'window', 'more']],
    ['bad-input', ['host.quit', { now: true }]],
    ['bad-input', ['host.openExternal', {}]],
  ]
  for (const [code, args] of shapes)
    expect(codeOf(await desktop.ask('callAs', ours, args)), JSON.stringify(args).slice(0, 120)).toBe(code)
  for (const key of ['__proto__', 'constructor', 'prototype']) {
    const answer = await page.evaluate(
      (text) => (window as unknown as { naranhi: Bridge }).naranhi.call('paragraph.save', JSON.parse(text)),
      `{"edits":[${JSON.stringify(edit)}],"${key}":{"polluted":true}}`,
    )
    expect(codeOf(answer), key).toBe('bad-input')
  }
  expect((await detail(page)).paragraphs).toEqual(before.paragraphs)
})

test('S7: only https and mailto addresses leave, and only after a question', async ({ desktop }) => {
  const page = await desktop.page()
  await deskIsUp(page)
  const refused = [
    'http://example.org/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'ssh://example.org',
    'https://user:pass@example.org/',
    'https://example.org/\n--flag',
    'ms-settings:',
    'not an address',
  ]
  for (const url of refused)
    expect(codeOf(await call(page, 'host.openExternal', { url })), url).toBe('refused')
  const opened = async () =>
    (await desktop.ask('asked'))
      .filter(({ what }) => what === 'shell.openExternal')
      .map((asked) => asked.with)
  const questions = async () =>
    (await desktop.ask('asked')).filter(({ what }) => what === 'dialog.showMessageBox').length
  expect(await questions()).toBe(0)
  expect(codeOf(await call(page, 'host.openExternal', { url: 'https://example.org/a' }))).toBe('ok')
  expect([await questions(), await opened()]).toEqual([1, []])
  for (const url of ['https://example.org/b', 'mailto:desk@example.org']) {
    await desktop.ask('layOut', 'dialog.showMessageBox', { response: 0 })
    expect(codeOf(await call(page, 'host.openExternal', { url }))).toBe('ok')
  }
  expect(await opened()).toEqual(['https://example.org/b', 'mailto:desk@example.org'])
})

test('files are chosen in the system’s dialogs', async ({ folder, desktop }) => {
  const page = await desktop.page()
  await deskIsUp(page)
  expect(await call(page, 'host.chooseFiles', {})).toEqual({ ok: true, value: [] })
  const file = join(folder, '기사.txt')
  writeFileSync(file, '시는 새 도서관을 열었다.\n')
  await desktop.ask('layOut', 'dialog.showOpenDialog', { canceled: false, filePaths: [file] })
  expect(await call(page, 'host.chooseFiles', {})).toEqual({
    ok: true,
    value: [{ kind: 'path', path: file }],
  })
  const preview = await call(page, 'import.preview', { items: [{ from: { kind: 'path', path: file } }] })
  expect(preview).toMatchObject({ ok: true, value: [{ error: null }] })

  await desktop.ask('layOut', 'dialog.showSaveDialog', {
    canceled: false,
    filePath: join(folder, 'out.docx'),
  })
  const target = await call(page, 'host.chooseTarget', { suggestedName: '../../기사.docx', folder: false })
  expect(target).toEqual({ ok: true, value: { path: join(folder, 'out.docx') } })
  const asked = (await desktop.ask('asked')).find(({ what }) => what === 'dialog.showSaveDialog')
  expect((asked?.with as { defaultPath: string }).defaultPath).toBe(join(folder, '기사.docx'))
  expect(codeOf(await call(page, 'host.showFile', { path: join(folder, 'none.docx') }))).toBe(
    'file-not-found',
  )
  expect(codeOf(await call(page, 'host.showFile', { path: file }))).toBe('ok')
})

test('a file that is sent in becomes an upload', async ({ desktop }) => {
  const page = await desktop.page()
  await deskIsUp(page)
  const answer = await page.evaluate(async () => {
    const bytes = new TextEncoder().encode('시는 새 도서관을 열었다.\n')
    const response = await fetch('/upload?name=a.txt', { method: 'POST', body: bytes })
    return (await response.json()) as { ok: boolean; value: { id: string } }
  })
  expect(answer.ok).toBe(true)
  const from = { kind: 'upload', id: answer.value.id, name: 'a.txt' }
  expect(await call(page, 'import.preview', { items: [{ from }] })).toMatchObject({
    ok: true,
    value: [{ error: null, articles: [{ paragraphs: 1 }] }],
  })
})

test('F6: a second start ends at once and brings the first window forward', async ({ folder, desktop }) => {
  await deskIsUp(await desktop.page())
  const focused = async () =>
    (await desktop.ask('asked')).filter(({ what }) => what === 'window.focus').length
  expect(await focused()).toBe(0)
  const second = await startDesktop({ folder })
  expect(await second.ended).toBe(0)
  await expect.poll(focused).toBe(1)
})

test('the window comes back where it was, unless no display is there any more', async ({ folder }) => {
  const options = async (displays?: unknown) => {
    const desktop = await startDesktop({ folder, displays })
    await desktop.page()
    const asked = (await desktop.ask('asked')).find(({ what }) => what === 'BrowserWindow')
    return { desktop, asked: asked?.with as Record<string, number> }
  }
  const close = async (desktop: Desktop) => {
    await deskIsUp(await desktop.page())
    await desktop.ask('closeWindow')
    expect(await desktop.ended).toBe(0)
  }
  const first = await options()
  expect(first.asked.x).toBeUndefined()
  await deskIsUp(await first.desktop.page())
  await first.desktop.ask('setBounds', { x: 1500, y: 120, width: 1100, height: 700 })
  await close(first.desktop)
  const kept = JSON.parse(readFileSync(join(folder, 'user', 'window.json'), 'utf8')) as unknown
  expect(kept).toMatchObject({ place: { x: 1500, y: 120 }, width: 1100, height: 700 })

  const second = await options()
  expect(second.asked).toMatchObject({ x: 1500, y: 120, width: 1100, height: 700 })
  await close(second.desktop)

  const small = await options([{ id: 1, workArea: { x: 0, y: 0, width: 1024, height: 600 } }])
  expect(small.asked).toMatchObject({ width: 1024, height: 600 })
  expect(small.asked.x).toBeUndefined()
  await small.desktop.stop()

  mkdirSync(join(folder, 'user'), { recursive: true })
  writeFileSync(join(folder, 'user', 'window.json'), '{"width":1e99,')
  const damaged = await options()
  expect(damaged.asked).toMatchObject({ width: 1360, height: 860 })
  await damaged.desktop.stop()
})

test('F11: a page that crashes comes back, with what was saved', async ({ desktop }) => {
  const page = await desktop.page()
  await deskIsUp(page)
  await typeIntoDesk(page, 'Typed before the crash.')
  await expect.poll(() => targets(page)).toContain('Typed before the crash.')
  await desktop.ask('crashPage')
  await expect
    .poll(
      async () => {
        const again = page
          .context()
          .pages()
          .find((each) => each !== page && each.url() === page.url())
        return again ? targets(again) : ''
      },
      { timeout: 20_000 },
    )
    .toContain('Typed before the crash.')
})

test('an engine that dies is started again and the window goes on', async ({ desktop }) => {
  const page = await desktop.page()
  await deskIsUp(page)
  await hearEvents(page)
  await desktop.ask('killEngine')
  await expect.poll(async () => (await heardBy(page)).map(({ type }) => type)).toContain('elsewhere')
  await typeIntoDesk(page, 'Typed after the engine was back.')
  await expect.poll(() => targets(page)).toContain('Typed after the engine was back.')
})
