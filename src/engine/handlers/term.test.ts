import { expect, test } from 'vitest'
import { AppError } from '#contract/error.ts'
import { inTransaction } from '../db/database.ts'
import { openWorkspace } from '../db/open.ts'
import { useEngine } from '../fixtures/testEngine.ts'

const room = useEngine()

test('a change over many that fails halfway says what was done, and that can be taken back', async () => {
  const { call } = room
  const terms = Array.from({ length: 700 }, (_, place) => ({
    source: `말${String(place)}`,
    target: `word ${String(place)}`,
  }))
  const added = await call('term.addMany', { terms })
  const ids = added.terms.map(({ id }) => id)
  // The disk fails where the second part has its first term.
  const other = await openWorkspace(room.path, { now: () => new Date(), create: false })
  inTransaction(other.db, () =>
    other.db.exec(
      `CREATE TRIGGER broken BEFORE UPDATE ON term WHEN NEW.id = ${String(ids[300])}
       BEGIN SELECT RAISE (ABORT, 'disk I/O error'); END`,
    ),
  )
  const change = call('term.change', { ids, change: { domain: 'economy' } })
  const error = await change.then(
    () => null,
    (reason: unknown) => reason as AppError,
  )
  expect(error?.details).toMatchObject({ done: 300 })
  const changed = async () => (await call('term.list', { domain: 'economy' })).total
  expect(await changed()).toBe(300)
  expect(await call('term.undo', { batch: error?.details.batch as number })).toMatchObject({
    reverted: 300,
    kept: 0,
  })
  expect(await changed()).toBe(0)
  // What fails at once leaves nothing to take back.
  other.db.exec('DROP TRIGGER broken')
  other.db.exec(
    `CREATE TRIGGER broken BEFORE UPDATE ON term BEGIN SELECT RAISE (ABORT, 'disk I/O error'); END`,
  )
  const none = await call('term.change', { ids, change: { domain: 'economy' } }).catch(
    (reason: unknown) => reason as AppError,
  )
  expect(none).toBeInstanceOf(AppError)
  expect((none as AppError).details.batch).toBeUndefined()
  other.db.exec('DROP TRIGGER broken')
  other.close()
})
