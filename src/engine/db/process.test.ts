import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backUp, listBackups } from './backup.ts'
import { toAppError } from './errors.ts'
import { childCommand, killChildren, startChild } from './fixtures/children.ts'
import { fill, makeWorkspace, noon, open, temporaryFolder } from './fixtures/workspace.ts'

let place: ReturnType<typeof temporaryFolder>
let path: string
beforeEach(() => {
  place = temporaryFolder()
  path = join(place.folder, 'workspace.naranhi')
})
afterEach(() => {
  killChildren()
  place.clear()
})

describe('a lock held by another process', () => {
  it('alone: refused within a quarter of a second', async () => {
    await makeWorkspace(path, 20)
    const child = startChild('exclusive', path)
    expect(await child.line()).toBe('held')
    const began = performance.now()
    await expect(open(path)).rejects.toMatchObject({ code: 'workspace-locked' })
    expect(performance.now() - began).toBeLessThan(600)
    await child.kill()
    ;(await open(path)).close()
  })

  it('for writing: opens, reads, and a write gives up within a quarter of a second', async () => {
    await makeWorkspace(path, 20)
    const child = startChild('writing', path)
    expect(await child.line()).toBe('held')
    const workspace = await open(path)
    expect(workspace.db.pragma('synchronous', { simple: true })).toBe(2)
    const began = performance.now()
    let code = ''
    try {
      fill(workspace.db, 1)
    } catch (error) {
      code = toAppError(error).code
    }
    expect(code).toBe('busy')
    expect(performance.now() - began).toBeLessThan(600)
    await child.kill()
    fill(workspace.db, 1)
    workspace.close()
  })

  it('is not needed by a second process that only uses the workspace', async () => {
    await makeWorkspace(path, 20)
    const workspace = await open(path)
    const child = startChild('open', path)
    expect(await child.line()).toBe('held')
    fill(workspace.db, 1)
    expect(workspace.db.prepare('SELECT count(*) FROM project').pluck().get()).toBe(3)
    await child.kill()
    workspace.close()
  })
})

// Root may write everywhere, so another user tries.
const asNobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups']
const canBeNobody =
  process.getuid?.() === 0 &&
  spawnSync(asNobody[0] ?? '', [...asNobody.slice(1), process.execPath, '-e', '0']).status === 0
if (!canBeNobody)
  console.warn('SKIPPED: read-only folders, for want of root and setpriv to become another user')

describe.skipIf(!canBeNobody)('where nothing may be written', () => {
  const [workspaceFile, companion] = ['workspace.naranhi', 'workspace.naranhi.backups']
  const readOnly = { readOnly: true, rows: 20, refused: 'SQLITE_READONLY', backup: 'read-only' }
  const read = async (): Promise<unknown> => startChild('read', path, asNobody).line()

  it('a folder', async () => {
    await makeWorkspace(path, 20)
    chmodSync(place.folder, 0o755)
    expect(await read()).toEqual({ ...readOnly, files: [workspaceFile, companion] })
  })

  it('a folder in which a killed process left its log', async () => {
    const workspace = await open(path, { create: true })
    fill(workspace.db, 20)
    chmodSync(place.folder, 0o755)
    const copies = join(place.folder, 'copies')
    mkdirSync(copies)
    for (const suffix of ['', '-wal'])
      writeFileSync(join(copies, workspaceFile) + suffix, readFileSync(path + suffix))
    workspace.close()
    path = join(copies, workspaceFile)
    expect(await read()).toEqual({ ...readOnly, files: [workspaceFile, `${workspaceFile}-wal`] })
  })

  it('a folder in which another process has it open', async () => {
    await makeWorkspace(path, 20)
    chmodSync(place.folder, 0o755)
    const workspace = await open(path)
    expect(await read()).toMatchObject(readOnly)
    fill(workspace.db, 1)
    workspace.close()
  })

  it('a file in a folder that may be written', async () => {
    await makeWorkspace(path, 20)
    chmodSync(place.folder, 0o777)
    chmodSync(path, 0o444)
    expect(await read()).toMatchObject(readOnly)
  })

  it('a file that may not even be read', async () => {
    await makeWorkspace(path, 20)
    chmodSync(place.folder, 0o755)
    chmodSync(path, 0o600)
    expect(await read()).toMatchObject({ code: 'file-unreadable' })
  })

  it('a folder without a workspace', async () => {
    chmodSync(place.folder, 0o755)
    expect(await read()).toMatchObject({
      code: expect.stringMatching(/^(file-unwritable|read-only|file-unreadable)$/),
    })
    expect(readdirSync(place.folder)).toEqual([])
  })
})

const hasMount = process.platform === 'linux' && process.getuid?.() === 0
const mountSmall = (): boolean =>
  hasMount && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', place.folder]).status === 0

describe('a full disk', () => {
  it('is named, keeps what was saved, and writes go on when there is room', async (context) => {
    if (!mountSmall()) {
      console.warn('SKIPPED: a full disk, for want of the right to mount a small one')
      context.skip()
    }
    try {
      const workspace = await open(path, { create: true })
      fill(workspace.db, 100)
      const ballast = join(place.folder, 'ballast')
      execFileSync('sh', ['-c', `dd if=/dev/zero of="${ballast}" bs=4096 2>/dev/null || true`])
      let code = ''
      for (let number = 0; number < 50 && !code; number++)
        try {
          fill(workspace.db, 100)
        } catch (error) {
          code = toAppError(error).code
        }
      expect(code).toBe('disk-full')
      const held = workspace.db.prepare('SELECT count(*) FROM paragraph').pluck().get()
      expect(Number(held) % 100).toBe(0)
      await expect(backUp(workspace, 'asked', noon)).rejects.toMatchObject({
        code: 'disk-full',
      })
      expect(listBackups(path)).toEqual([])
      workspace.close()
      const full = await open(path)
      expect(full.db.prepare('SELECT count(*) FROM paragraph').pluck().get()).toBe(held)
      execFileSync('rm', [ballast])
      fill(full.db, 10)
      full.close()
    } finally {
      execFileSync('umount', [place.folder])
    }
  })
})

const hasStrace = spawnSync('strace', ['-V']).status === 0
if (!hasStrace) console.warn('SKIPPED: counting how often the disk is waited for, for want of strace')

describe.skipIf(!hasStrace)('every commit', () => {
  it('waits for the disk', async () => {
    await makeWorkspace(path, 1)
    const log = join(place.folder, 'strace.txt')
    const ran = spawnSync('strace', [
      '-f',
      '-qq',
      '-e',
      'trace=fsync,fdatasync',
      '-o',
      log,
      ...childCommand('commits', path),
    ])
    expect(ran.status).toBe(0)
    expect(existsSync(log)).toBe(true)
    const waits = readFileSync(log, 'utf8').match(/f(data)?sync\(\d+.*= 0/g)?.length ?? 0
    console.info(`100 commits waited for the disk ${waits} times`)
    expect(waits).toBeGreaterThanOrEqual(100)
  })
})
