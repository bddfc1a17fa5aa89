import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inTransaction } from '../db/database.ts'
import { makeWorkspace, open, temporaryFolder } from '../db/fixtures/workspace.ts'
import { addGlossary, glossaryForNew, removeGlossary } from '../db/glossary.ts'
import type { OpenedWorkspace } from '../db/open.ts'
import { run } from '../db/statement.ts'
import { EMPTY_CONTENT, insertTerm } from '../db/term.ts'
import { addNewTerm, removeTerms, updateTerm } from '../db/termChange.ts'
import { startBatch } from '../db/termHistory.ts'
import { createTermLookup, type TermLookup } from './terms.ts'

const AT = '2026-05-04T12:00:00.000Z'
let place: ReturnType<typeof temporaryFolder>
let one: OpenedWorkspace
/** Another process, as far as SQLite can tell. */
let other: OpenedWorkspace
let terms: TermLookup
beforeEach(async () => {
  place = temporaryFolder()
  const path = join(place.folder, 'workspace.naranhi')
  await makeWorkspace(path, 1)
  one = await open(path)
  other = await open(path)
  terms = createTermLookup(one.db)
})
afterEach(() => {
  one.close()
  other.close()
  place.clear()
})

const draft = (source: string, target: string) => ({
  ...EMPTY_CONTENT,
  source,
  target,
  origin: 'typed',
  glossaryId: glossaryForNew(other.db, undefined, AT),
})
const elsewhere = <Result>(work: () => Result): Result => inTransaction(other.db, work)
const targets = (text: string): string[] =>
  terms.find(text).flatMap((hit) => hit.terms.map(({ target }) => target))

describe('what another process does to terms', () => {
  it('is taken over: added, changed, removed', () => {
    const term = elsewhere(() => addNewTerm(other.db, draft('우한시', 'Wuhan'), AT))
    expect(targets('우한시는')).toEqual(['Wuhan'])
    elsewhere(() => addNewTerm(other.db, draft('난징시', 'Nanjing'), AT))
    // Not before it was told to look.
    expect(targets('난징시는')).toEqual([])
    terms.follow()
    expect(targets('난징시는')).toEqual(['Nanjing'])
    elsewhere(() => updateTerm(other.db, term.id, { target: 'Wuhan City' }, AT))
    terms.follow()
    expect(targets('우한시는')).toEqual(['Wuhan City'])
    elsewhere(() => removeTerms(other.db, [term.id], startBatch(other.db, { kind: 'remove' }, AT), AT))
    terms.follow()
    expect(targets('우한시는')).toEqual([])
    expect(
      terms.list({ search: '', sort: 'source', descending: false, offset: 0, limit: 9 }).terms,
    ).toMatchObject([{ target: 'Nanjing' }])
  })

  it('is not seen before it has landed', () => {
    expect(targets('우한시는')).toEqual([])
    const batch = elsewhere(() => startBatch(other.db, { kind: 'import', running: '1:1' }, AT))
    elsewhere(() => insertTerm(other.db, draft('우한시', 'Wuhan'), AT, { batch }))
    terms.follow()
    expect(targets('우한시는')).toEqual([])
    terms.reset()
    expect(targets('우한시는')).toEqual([])
    elsewhere(() => run(other.db, 'UPDATE term_batch SET running = NULL WHERE id = ?', batch))
    terms.follow()
    expect(targets('우한시는')).toEqual(['Wuhan'])
  })

  it('is taken over when a glossary goes', () => {
    const glossaryId = elsewhere(() => addGlossary(other.db, { name: '나' }, AT))
    elsewhere(() => addNewTerm(other.db, { ...draft('우한시', 'Wuhan'), glossaryId }, AT))
    expect(targets('우한시는')).toEqual(['Wuhan'])
    elsewhere(() => removeGlossary(other.db, glossaryId, AT))
    terms.follow()
    expect(targets('우한시는')).toEqual([])
  })
})

describe('the list', () => {
  it('stays sorted through changes, in every order that was asked for', () => {
    const list = (sort: 'source' | 'target' | 'status', descending = false) =>
      terms
        .list({ search: '', sort, descending, offset: 0, limit: 99 })
        .terms.map(({ source }) => source)
        .join(' ')
    const add = (source: string, target: string) => {
      const term = inTransaction(one.db, () =>
        addNewTerm(one.db, { ...draft(source, target), glossaryId: 1 }, AT),
      )
      terms.update([], [term])
      return term
    }
    inTransaction(one.db, () => glossaryForNew(one.db, undefined, AT))
    add('나', 'b')
    expect([list('source'), list('target')]).toEqual(['나', '나'])
    const first = add('가', 'C')
    add('다', 'a')
    expect([list('source'), list('target'), list('source', true)]).toEqual([
      '가 나 다',
      '다 나 가',
      '다 나 가',
    ])
    terms.update([], [{ ...first, source: '하', target: '0' }])
    expect([list('source'), list('target')]).toEqual(['나 다 하', '하 다 나'])
    terms.update([first.id], [])
    expect([list('source'), list('target'), list('status')]).toEqual(['나 다', '다 나', '나 다'])
  })
})

describe('a search in the order of dictionaries', () => {
  it('gives the word itself first, then what begins with it, then what has it somewhere', () => {
    for (const [source, target] of [
      ['가 우한시', 'Greater Wuhan'],
      ['나', 'Xwuhan'],
      ['우한대', 'Wuhan University'],
      ['하', 'Wuhan'],
      ['다', 'in Wuhan'],
    ] as const)
      elsewhere(() => addNewTerm(other.db, draft(source, target), AT))
    const found = (search: string, sort: 'source' | 'target' = 'source') =>
      terms.list({ search, sort, descending: false, offset: 0, limit: 10 }).terms.map(({ target }) => target)
    expect(found('wuhan')).toEqual(['Wuhan', 'Wuhan University', 'Greater Wuhan', 'in Wuhan', 'Xwuhan'])
    expect(found('우한')).toEqual(['Wuhan University', 'Greater Wuhan'])
    expect(found('wuhan', 'target')).toEqual([
      'Greater Wuhan',
      'in Wuhan',
      'Wuhan',
      'Wuhan University',
      'Xwuhan',
    ])
  })
})
