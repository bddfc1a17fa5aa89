import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it, test, vi } from 'vitest'
import { sourceSignature } from '#core/memory/signature.ts'
import { similarity } from '#core/text/similarity.ts'
import type { Reader, Writer } from '../db/database.ts'
import { makeWorkspace, temporaryFolder } from '../db/fixtures/workspace.ts'
import { nextChange } from '../db/memory.ts'
import { openWorkspace } from '../db/open.ts'
import { insert, rows, run } from '../db/statement.ts'
import { indexFolder, readManifest } from './files.ts'
import { createIndexKeeper, type IndexKeeper } from './keeper.ts'
import { pack } from './pack.ts'
import type { Packer } from './packer.ts'

/** How often packing fails from now on. */
const failing = { times: 0 }
/** Packs as the thread does, a turn of the loop later. */
const packer: Packer = {
  pack: async (order) => {
    if (failing.times-- > 0) throw new Error('There is no room on the disk.')
    await new Promise((resolve) => setImmediate(resolve))
    return pack(order)
  },
  end: () => Promise.resolve(),
}
const SMALL = { segment: 7, overlay: 4, segments: 3 }
const AT = '2026-05-04T12:00:00.000Z'

const addUnit = (db: Writer, memoryId: number, source: string, batch: number | null = null): number =>
  insert(
    db,
    `INSERT INTO unit (memory_id, source, target, signature, previous_signature, created_at, updated_at, batch_id, change)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    memoryId,
    source,
    `Target of ${source.length} signs`,
    sourceSignature(source),
    // Neighbours of its own, so that equal sources may stand beside each other.
    String(Math.random()),
    AT,
    AT,
    batch,
    nextChange(db),
  )

const brute = (db: Reader, query: string, floor: number) =>
  rows<{ id: number; source: string }>(
    db,
    `SELECT id, source FROM unit WHERE removed_at IS NULL
       AND (batch_id IS NULL OR batch_id NOT IN (SELECT id FROM unit_batch WHERE running IS NOT NULL))
       AND memory_id IN (SELECT id FROM memory WHERE removed_at IS NULL AND role <> 'off')`,
  )
    .map(({ id, source }) => ({ id, score: similarity(query, source) }))
    .filter(({ score }) => score >= floor)
    .sort((a, b) => b.score - a.score || a.id - b.id)
    .slice(0, 9)

interface Place {
  db: Writer
  path: string
  keeper: IndexKeeper
  reopen(): Promise<void>
}

const inPlace = async (work: (place: Place) => Promise<void>): Promise<void> => {
  const { folder, clear } = temporaryFolder()
  const path = join(folder, 'w.naranhi')
  await makeWorkspace(path, 1)
  const workspace = await openWorkspace(path, { now: () => new Date(AT), create: false })
  const { db } = workspace
  run(db, "INSERT INTO memory (name, created_at, role) VALUES ('하나', '', 'write'), ('둘', '', 'read')")
  const readers: Database.Database[] = []
  const start = (): IndexKeeper => {
    const reader = new Database(path, { readonly: true })
    readers.push(reader)
    return createIndexKeeper(reader as Reader, path, packer, () => undefined, SMALL)
  }
  const place: Place = {
    db,
    path,
    keeper: start(),
    async reopen() {
      await place.keeper.settled()
      place.keeper.close()
      place.keeper = start()
    },
  }
  try {
    await work(place)
  } finally {
    await place.keeper.settled()
    place.keeper.close()
    for (const reader of readers) reader.close()
    workspace.close()
    clear()
  }
}

const signs = fc.string({ unit: fc.constantFrom(...'우한시는 2조.'), minLength: 1, maxLength: 16 })
type Step =
  | { kind: 'add'; memory: number; source: string }
  | { kind: 'edit'; which: number; source: string }
  | { kind: 'remove' | 'restore'; which: number }
  | { kind: 'bring'; sources: string[] }
  | { kind: 'land' | 'takeBack' | 'follow' | 'settle' | 'reopen' | 'crash' }
  | { kind: 'role'; memory: number; role: 'read' | 'off' }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constant('add' as const), memory: fc.constantFrom(1, 2), source: signs }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('edit' as const), which: fc.nat(), source: signs }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom('remove' as const, 'restore' as const), which: fc.nat() }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('bring' as const),
      sources: fc.array(signs, { minLength: 1, maxLength: 20 }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'land' as const,
        'takeBack' as const,
        'follow' as const,
        'settle' as const,
        'reopen' as const,
        'crash' as const,
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('role' as const),
      memory: fc.constant(2),
      role: fc.constantFrom('read' as const, 'off' as const),
    }),
  },
)

const idAt = (db: Reader, which: number, removed: boolean): number | undefined => {
  const ids = rows<{ id: number }>(
    db,
    `SELECT id FROM unit WHERE removed_at IS ${removed ? 'NOT NULL' : 'NULL'} AND batch_id IS NULL ORDER BY id`,
  )
  return ids[which % Math.max(1, ids.length)]?.id
}

const play = async (place: Place, one: Step): Promise<void> => {
  const { db } = place
  switch (one.kind) {
    case 'add':
      addUnit(db, one.memory, one.source)
      return
    case 'edit':
      run(
        db,
        'UPDATE unit SET source = ?, signature = ?, change = ? WHERE id = ?',
        one.source,
        sourceSignature(one.source),
        nextChange(db),
        idAt(db, one.which, false) ?? 0,
      )
      return
    case 'remove':
    case 'restore': {
      const removed = one.kind === 'restore'
      const id = idAt(db, one.which, removed) ?? 0
      run(
        db,
        'UPDATE unit SET removed_at = ?, change = ? WHERE id = ?',
        removed ? null : AT,
        nextChange(db),
        id,
      )
      return
    }
    case 'bring': {
      const open = rows<{ id: number }>(db, 'SELECT id FROM unit_batch WHERE running IS NOT NULL')[0]?.id
      const batch =
        open ?? insert(db, "INSERT INTO unit_batch (kind, at, running) VALUES ('import', '', '1:1:1')")
      for (const source of one.sources) addUnit(db, 2, source, batch)
      return
    }
    case 'land':
      run(db, 'UPDATE unit_batch SET running = NULL')
      return
    case 'takeBack':
      run(db, 'DELETE FROM unit WHERE batch_id IN (SELECT id FROM unit_batch WHERE running IS NOT NULL)')
      run(db, 'DELETE FROM unit_batch WHERE running IS NOT NULL')
      return
    case 'follow':
      place.keeper.follow()
      return
    case 'settle':
      return place.keeper.settled()
    case 'reopen':
      return place.reopen()
    case 'crash':
      // Whatever was being written is left where it is.
      place.keeper.close()
      return place.reopen()
    case 'role':
      run(db, 'UPDATE memory SET role = ? WHERE id = ?', one.role, one.memory)
  }
}

describe('the index beside a workspace', () => {
  test('finds what is in the workspace, whatever was done to it, by whomever, and however often it was closed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 40 }),
        signs,
        fc.integer({ min: 70, max: 100 }),
        async (steps, query, floor) => {
          await inPlace(async (place) => {
            for (const one of steps) await play(place, one)
            // At once, and when all is packed, and after it was read from its files.
            for (const settle of [
              () => Promise.resolve(),
              () => place.keeper.settled(),
              () => place.reopen(),
            ]) {
              await settle()
              place.keeper.follow()
              if (!place.keeper.complete) await place.keeper.settled()
              // What has just landed is being read.
              await place.keeper.settled()
              expect(place.keeper.search(query, floor, 9)).toEqual(brute(place.db, query, floor))
            }
          })
        },
      ),
      { seed: 61, numRuns: 60 },
    )
  }, 120_000)

  it('is used again, not made anew, when it is opened', async () => {
    await inPlace(async (place) => {
      for (let number = 0; number < 30; number++) addUnit(place.db, 1, `${number}번째 문장이다.`)
      await place.reopen()
      await place.keeper.settled()
      await place.reopen()
      expect(place.keeper.index.segments().length).toBeLessThanOrEqual(SMALL.segments + 1)
      expect(place.keeper.index.overlay().length).toBeLessThanOrEqual(SMALL.overlay)
      expect(place.keeper.index.size).toBe(30)
      expect(place.keeper.search('12번째 문장이다.', 100, 9)).toHaveLength(1)
    })
  })

  const damage: [string, (folder: string, path: string) => void][] = [
    ['its folder is gone', (folder) => rmSync(folder, { recursive: true })],
    ['its manifest is cut', (folder) => writeFileSync(join(folder, 'manifest.json'), '{"version":1,')],
    [
      'its manifest is of another version',
      (folder) => {
        const path = join(folder, 'manifest.json')
        writeFileSync(path, readFileSync(path, 'utf8').replace('"version":1', '"version":99'))
      },
    ],
    [
      'a segment has a flipped byte',
      (folder) => {
        const name = readdirSync(folder).find((each) => each.endsWith('.segment')) ?? ''
        const bytes = readFileSync(join(folder, name))
        bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
        writeFileSync(join(folder, name), bytes)
      },
    ],
    [
      'a segment is missing',
      (folder) => rmSync(join(folder, readdirSync(folder).find((each) => each.endsWith('.segment')) ?? '')),
    ],
    [
      'two segments were exchanged',
      (folder) => {
        const [one = '', other = ''] = readdirSync(folder).filter((each) => each.endsWith('.segment'))
        const held = readFileSync(join(folder, one))
        writeFileSync(join(folder, one), readFileSync(join(folder, other)))
        writeFileSync(join(folder, other), held)
      },
    ],
    [
      'another workspace was put in its place that has gone on further',
      (_, path) => {
        const db = new Database(path)
        for (let number = 0; number < 20; number++) {
          const id = 11 + number
          db.prepare('UPDATE unit SET source = ?, signature = ? WHERE id = ?').run(
            `다른 ${number}번째 문장이다.`,
            sourceSignature(`다른 ${number}번째 문장이다.`),
            id,
          )
        }
        for (let number = 0; number < 5; number++) addUnit(db as Writer, 1, `새 ${number}번째 문장이다.`)
        db.close()
      },
    ],
  ]
  it.each(damage)('is made anew where %s', async (_, spoil) => {
    await inPlace(async (place) => {
      for (let number = 0; number < 30; number++) addUnit(place.db, 1, `${number}번째 문장이다.`)
      await place.reopen()
      await place.keeper.settled()
      place.keeper.close()
      spoil(indexFolder(place.path), place.path)
      await place.reopen()
      await place.keeper.settled()
      for (const query of ['3번째 문장이다.', '25번째 문장이다.', '다른 4번째 문장이다.'])
        expect(place.keeper.search(query, 70, 9)).toEqual(brute(place.db, query, 70))
    })
  })

  it('forgets a memory that was deleted for good, also while it was closed', async () => {
    await inPlace(async (place) => {
      for (let number = 0; number < 20; number++)
        addUnit(place.db, 1 + (number % 2), `${number}번째 문장이다.`)
      place.keeper.follow()
      await place.keeper.settled()
      run(place.db, 'DELETE FROM unit WHERE memory_id = 2')
      run(place.db, 'DELETE FROM memory WHERE id = 2')
      addUnit(place.db, 1, '3번째 문장이다!')
      for (const again of [() => Promise.resolve(), () => place.reopen()]) {
        await again()
        place.keeper.follow()
        expect(place.keeper.index.size).toBe(11)
        expect(place.keeper.search('3번째 문장이다.', 70, 9)).toEqual(brute(place.db, '3번째 문장이다.', 70))
      }
    })
  })

  it('leaves no segments behind that it does not use', async () => {
    await inPlace(async (place) => {
      for (let number = 0; number < 60; number++) {
        addUnit(place.db, 1, `${number}번째 문장이다.`)
        if (number % 6 === 0) {
          place.keeper.follow()
          await place.keeper.settled()
        }
      }
      await place.reopen()
      await place.keeper.settled()
      const files = readdirSync(indexFolder(place.path)).filter((name) => name.endsWith('.segment'))
      const used = place.keeper.index.segments().length
      expect(files).toHaveLength(used)
      expect(used).toBeLessThanOrEqual(SMALL.segments + 1)
    })
  })
})

describe('what is much at once', () => {
  const many = (place: Place, count: number): number[] =>
    Array.from({ length: count }, (_, n) => addUnit(place.db, 1, `${n}번째 문장이다.`))
  const removeAll = (place: Place, ids: readonly number[]): void => {
    for (const id of ids)
      run(place.db, 'UPDATE unit SET removed_at = ?, change = ? WHERE id = ?', AT, nextChange(place.db), id)
  }
  const read = async (place: Place): Promise<void> => {
    place.keeper.follow()
    await place.keeper.settled()
  }

  it('is gone when it was removed, here and after the next opening', async () => {
    await inPlace(async (place) => {
      const ids = many(place, 30)
      await read(place)
      removeAll(place, ids.slice(0, 10))
      await read(place)
      expect(place.keeper.index.size).toBe(20)
      expect(place.keeper.search('3번째 문장이다.', 100, 9)).toEqual([])
      await place.reopen()
      expect(place.keeper.index.size).toBe(20)
    })
  })

  it('is gone when it was removed while nobody looked', async () => {
    await inPlace(async (place) => {
      const ids = many(place, 30)
      await read(place)
      place.keeper.close()
      removeAll(place, ids.slice(5, 20))
      // One of them is back before anybody looks.
      run(
        place.db,
        'UPDATE unit SET removed_at = NULL, change = ? WHERE id = ?',
        nextChange(place.db),
        ids[7],
      )
      await place.reopen()
      await place.keeper.settled()
      expect(place.keeper.index.size).toBe(16)
      expect(place.keeper.search('7번째 문장이다.', 100, 9)).toHaveLength(1)
    })
  })

  it('is found after all where packing it failed at first', async () => {
    await inPlace(async (place) => {
      many(place, 30)
      failing.times = 1
      await read(place)
      expect([place.keeper.index.size, place.keeper.complete]).toEqual([0, false])
      addUnit(place.db, 1, '새 문장이다.')
      for (let n = 0; n < 10; n++) addUnit(place.db, 1, `또 ${n}번째 문장이다.`)
      await vi.waitFor(async () => {
        await read(place)
        expect([place.keeper.index.size, place.keeper.complete]).toEqual([41, true])
      })
      await place.reopen()
      expect(place.keeper.index.size).toBe(41)
    })
  })

  it('is written so that two processes leave one another their files', async () => {
    await inPlace(async (place) => {
      for (let n = 0; n < 60; n++) {
        addUnit(place.db, 1, `${n}번째 문장이다.`)
        if (n % 6 === 0) await read(place)
      }
      await read(place)
      const reader = new Database(place.path, { readonly: true })
      const other = createIndexKeeper(reader as Reader, place.path, packer, () => undefined, SMALL)
      const missing = (): string[] => {
        const files = readdirSync(indexFolder(place.path))
        return (readManifest(place.path)?.segments ?? [])
          .map(({ file }) => file)
          .filter((file) => !files.includes(file))
      }
      for (let n = 0; n < 12; n++) {
        addUnit(place.db, 1, `다른 ${n}번째 문장이다.`)
        if (n % 3 !== 2) continue
        other.follow()
        await other.settled()
        expect(missing()).toEqual([])
        await read(place)
        expect(missing()).toEqual([])
      }
      other.close()
      reader.close()
      await place.reopen()
      expect(place.keeper.index.size).toBe(72)
    })
  })
})
