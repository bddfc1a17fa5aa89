// The process that is killed: saves without end, and says of each save that it was answered.
import { writeSync } from 'node:fs'
import { savedText, type Acknowledgement, type Save } from './saves.ts'

const [path = '', round = '0', door = 'engine'] = process.argv.slice(2)

/** The door every host uses. */
const engineDoor = async (): Promise<() => Promise<Save>> => {
  const { openEngine } = await import('#engine/open.ts')
  return async () => {
    const engine = await openEngine({ workspacePath: path, resources: '', withSample: false })
    return async (id, target, baseRevision) => {
      const answer = await engine.call('paragraph.save', { edits: [{ id, target, baseRevision }] }, 'faults')
      if (!answer.ok) throw new Error(JSON.stringify(answer.error))
      const { saved } = answer.value as { saved: { id: number; revision: number }[] }
      return saved[0]?.revision ?? -1
    }
  }
}

/** Straight to the file, to tell a fault of the opened file from one of what stands above it. */
const fileDoor = async (): Promise<() => Promise<Save>> => {
  const { openWorkspace } = await import('#engine/db/open.ts')
  const { inTransaction } = await import('#engine/db/database.ts')
  const { contentHash } = await import('#engine/db/contentHash.ts')
  return async () => {
    const { db } = await openWorkspace(path, { now: () => new Date(), create: false })
    const update = db.prepare<[string, string, number, number]>(
      'UPDATE paragraph SET target = ?, content_hash = ?, revision = revision + 1 WHERE id = ? AND revision = ?',
    )
    const add = db.prepare<[number]>(
      `INSERT INTO paragraph_history (paragraph_id, revision, source, target, status, origin, at)
       SELECT id, revision, source, target, status, 'typed', '' FROM paragraph WHERE id = ?`,
    )
    const source = db.prepare<[number], string>('SELECT source FROM paragraph WHERE id = ?').pluck()
    return (id, target, revision) =>
      Promise.resolve(
        inTransaction(db, () => {
          const { changes } = update.run(target, contentHash(source.get(id) ?? '', target), id, revision)
          add.run(id)
          return changes === 1 ? revision + 1 : -1
        }),
      )
  }
}

const say = (value: unknown): void => void writeSync(1, `${JSON.stringify(value)}\n`)

const openDoor = await (door === 'file' ? fileDoor() : engineDoor())

// It is started ahead of its turn; what it is to go on from comes when the turn comes.
process.stdin
  .setEncoding('utf8')
  .once('data', (line: string) => void run(JSON.parse(line) as [number, number][]))
process.stdin.once('end', () => process.exit(0))

const run = async (paragraphs: [id: number, revision: number][]): Promise<void> => {
  const save = await openDoor()
  for (let number = 0; ; number++) {
    const paragraph = paragraphs[number % paragraphs.length]
    if (!paragraph) return
    const [id, base] = paragraph
    const revision = await save(id, savedText(Number(round), number), base)
    if (revision !== base + 1) throw new Error(`Paragraph ${id} was not saved: ${revision}`)
    paragraph[1] = revision
    say({ id, revision, number } satisfies Acknowledgement)
    // Lets the pipe drain as the pauses between keystrokes would.
    if (number % 8 === 7) await new Promise((resolve) => setImmediate(resolve))
  }
}
