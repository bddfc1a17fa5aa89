// Kills a process in the middle of saving, again and again, and looks for every text whose save was answered.
// node e2e/faults/kill-save.ts [--kills 200] [--seed 1] [--door engine|file]
import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { inTransaction } from '#engine/db/database.ts'
import { openWorkspace } from '#engine/db/open.ts'
import { contentHash } from '#engine/db/contentHash.ts'
import { savedText, seeded, type Acknowledgement } from './saves.ts'

const PARAGRAPHS = 20
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    door: { type: 'string', default: 'engine' },
  },
})
const kills = Number(values.kills)
const random = seeded(Number(values.seed))
const folder = mkdtempSync(join(tmpdir(), 'naranhi-kill-'))
const path = join(folder, 'workspace.naranhi')
const script = fileURLToPath(new URL('./autosave.ts', import.meta.url))

const open = (): ReturnType<typeof openWorkspace> =>
  openWorkspace(path, { now: () => new Date(), create: true })

const prepare = async (): Promise<void> => {
  const workspace = await open()
  inTransaction(workspace.db, (db) => {
    db.exec(`INSERT INTO project (name, created_at, updated_at) VALUES ('사업', '', '');
             INSERT INTO article (project_id, title, created_at, updated_at) VALUES (1, '도서관', '', '')`)
    const paragraph = db.prepare(
      `INSERT INTO paragraph (article_id, position, source, signature, content_hash, updated_at)
       VALUES (1, ?, ?, '', ?, '')`,
    )
    for (let position = 0; position < PARAGRAPHS; position++) {
      const source = `${position}번째 문단이다.`
      paragraph.run(position, source, contentHash(source, ''))
    }
    db.exec(`INSERT INTO paragraph_history (paragraph_id, revision, source, target, status, origin, at)
             SELECT id, 0, source, target, status, 'import', '' FROM paragraph`)
  })
  workspace.close()
}

interface Saver {
  process: ChildProcessByStdio<Writable, Readable, null>
  acknowledged: Acknowledgement[]
  first: Promise<void>
  ended: Promise<void>
}

const start = (round: number): Saver => {
  const child = spawn(process.execPath, ['--no-warnings', script, path, String(round), values.door], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const first = Promise.withResolvers<void>()
  const ended = Promise.withResolvers<void>()
  const acknowledged: Acknowledgement[] = []
  let rest = ''
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    const lines = (rest + part).split('\n')
    // What was cut off in the middle of a line was not said.
    rest = lines.pop() ?? ''
    for (const line of lines) {
      acknowledged.push(JSON.parse(line) as Acknowledgement)
    }
    if (acknowledged.length > 0) first.resolve()
  })
  child.once('close', () => {
    first.resolve()
    ended.resolve()
  })
  return { process: child, acknowledged, first: first.promise, ended: ended.promise }
}

interface Stored {
  id: number
  revision: number
  target: string
}

/** What is wrong after a kill; the paragraphs to go on from. */
const check = async (
  acknowledged: Acknowledgement[],
  round: number,
): Promise<{ wrong: string[]; now: Stored[] }> => {
  const workspace = await open()
  try {
    const { db } = workspace
    const wrong: string[] = []
    const written = db
      .prepare<[number, number], string>(
        'SELECT target FROM paragraph_history WHERE paragraph_id = ? AND revision = ? ORDER BY sequence',
      )
      .pluck()
    for (const { id, revision, number } of acknowledged) {
      const texts = written.all(id, revision)
      if (texts.length !== 1 || texts[0] !== savedText(round, number))
        wrong.push(`save ${number} of paragraph ${id} is ${texts.length === 0 ? 'lost' : 'not as it was'}`)
    }
    const now = db.prepare<[], Stored>('SELECT id, revision, target FROM paragraph ORDER BY id').all()
    if (now.length !== PARAGRAPHS) wrong.push(`${now.length} paragraphs`)
    const last = new Map(acknowledged.map((save) => [save.id, save.revision]))
    for (const { id, revision, target } of now) {
      // One save may have been written and not yet answered.
      const behind = revision - (last.get(id) ?? revision)
      if (behind < 0 || behind > 1)
        wrong.push(`paragraph ${id} stands at ${revision}, answered was ${last.get(id)}`)
      if (written.all(id, revision).at(-1) !== target)
        wrong.push(`paragraph ${id} is not what its history says`)
    }
    const gaps = db
      .prepare<[], number>(
        `SELECT count(*) FROM (
           SELECT p.id FROM paragraph p JOIN paragraph_history h ON h.paragraph_id = p.id GROUP BY p.id
           HAVING count(*) <> p.revision + 1 OR min(h.revision) <> 0 OR max(h.revision) <> p.revision)`,
      )
      .pluck()
      .get()
    if (gaps !== 0) wrong.push(`the history of ${gaps} paragraphs has gaps`)
    return { wrong, now }
  } finally {
    workspace.close()
  }
}

let [passed, failed, saves] = [0, 0, 0]
const began = performance.now()
try {
  await prepare()
  let { now } = await check([], 0)
  let next = start(1)
  for (let round = 1; round <= kills; round++) {
    const saver = next
    saver.process.stdin.write(`${JSON.stringify(now.map(({ id, revision }) => [id, revision]))}\n`)
    if (round < kills) next = start(round + 1)
    await saver.first
    const ranOut = saver.process.exitCode !== null
    await new Promise((resolve) => setTimeout(resolve, random() * 120))
    saver.process.kill('SIGKILL')
    await saver.ended
    saves += saver.acknowledged.length
    const result = await check(saver.acknowledged, round).catch((error: unknown) => ({
      wrong: [String(error)],
      now,
    }))
    if (ranOut || saver.acknowledged.length === 0) result.wrong.push('the process ended by itself')
    now = result.now
    if (result.wrong.length === 0) passed++
    else {
      failed++
      console.error(`kill ${round}: ${result.wrong.slice(0, 5).join('; ')}`)
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
const seconds = ((performance.now() - began) / 1000).toFixed(1)
console.log(
  `${kills} kills, ${saves} saves answered and found again, ${seconds} s, seed ${values.seed}, door ${values.door}`,
)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && passed === kills ? 0 : 1
