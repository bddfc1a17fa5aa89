import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/*
 * A thread that is ended from outside while it loads SQLite takes the whole process with it. In a process of its own, since
 * that is what would be lost.
 */
const SCRIPT = `
import { openEngine } from '#engine/open.ts'
const folder = process.argv[1]
for (let round = 0; round < 90; round++) {
  const engine = await openEngine({ workspacePath: folder + '/w.naranhi', resources: folder, withSample: false })
  const found = engine.call('memory.find', { text: '항구가 열렸다.' }, 'test')
  const listed = engine.call('unit.list', {}, 'test')
  // Closed while its threads start, sooner and later.
  await new Promise((resolve) => setTimeout(resolve, 10 + (round % 75) * 2))
  await engine.close()
  await Promise.all([found, listed])
}
console.log('all closed')
`

test('a workspace that is closed while its threads start ends with them, and not with the process', () => {
  const folder = mkdtempSync(join(tmpdir(), 'naranhi-thread-'))
  const ended = spawnSync(process.execPath, ['--input-type=module', '--eval', SCRIPT, folder], {
    cwd: join(import.meta.dirname, '../../..'),
    encoding: 'utf8',
    timeout: 100_000,
  })
  expect([ended.status, ended.signal, ended.stdout.trim()], ended.stderr).toEqual([0, null, 'all closed'])
  rmSync(folder, { recursive: true, force: true })
}, 120_000)
