import Database from 'better-sqlite3'
import { expect, test, vi } from 'vitest'
import { migrations } from './migrations/index.ts'
import { listAnnotations, listPlaced } from './annotation.ts'
import { getArticle, getPlace } from './article.ts'
import type { Writer } from './database.ts'
import { fillChanges, listRepetitions, repetitionsOf } from './fill.ts'
import { listHistory } from './history.ts'
import { keepUnit } from './memory.ts'
import { getParagraphs, listParagraphs, neighbourSources, revise, shift } from './paragraph.ts'
import { scopeOf } from './glossary.ts'
import { refusalsFor } from './refusal.ts'
import { findTwin, getTerm, termsOf } from './term.ts'
import { lastSteps, listTermHistory } from './termHistory.ts'
import { termSourcesAfter, termSourcesOf } from './termSource.ts'

/** What the functions really prepare, so that the plans cannot drift from the queries. */
const plansOf = (work: (db: Writer) => unknown): string[] => {
  const db = new Database(':memory:')
  for (const migration of migrations) migration.run(db)
  db.exec(`INSERT INTO memory (name, created_at) VALUES ('', '')`)
  const asked = new Set<string>()
  const prepare = db.prepare.bind(db)
  vi.spyOn(db, 'prepare').mockImplementation((sql: string) => {
    asked.add(sql)
    return prepare(sql)
  })
  try {
    work(db as Writer)
  } catch {
    // Nothing is in the tables; what was asked is what counts.
  }
  return [...asked].flatMap((sql) => {
    const parameters = Array.from({ length: (sql.match(/\?/g) ?? []).length }, () => null)
    return prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...parameters)
      .map(({ detail }) => detail)
  })
}

const stored = {
  id: 1,
  articleId: 1,
  position: 0,
  source: '가',
  target: '',
  status: 'draft',
  locked: false,
  revision: 0,
  updatedAt: '',
} as const
const unit = {
  scope: 'paragraph' as const,
  source: '가',
  target: 'a',
  signature: 'x',
  previousSignature: '',
  nextSignature: '',
  origin: '',
  articleId: null,
  paragraphId: null,
}

const hot: Record<string, (db: Writer) => unknown> = {
  'the paragraphs of an article': (db) => listParagraphs(db, 1),
  'an article with its counts': (db) => getArticle(db, 1),
  'the place of the caret': (db) => getPlace(db, 1),
  'the annotations of an article': (db) => listAnnotations(db, 1),
  'the annotations of paragraphs': (db) => listPlaced(db, [1, 2]),
  'paragraphs by id': (db) => getParagraphs(db, [1, 2]),
  'the neighbours of a paragraph': (db) => neighbourSources(db, 1, 5),
  'a save': (db) => revise(db, stored, { target: 'A', source: '나' }, 'typed', ''),
  'the shift behind a split': (db) => shift(db, 1, 5, 1),
  'the history of a paragraph': (db) => listHistory(db, 1),
  'repetitions of a paragraph': (db) => repetitionsOf(db, { ...stored, signature: 'x' }, 'project'),
  'repetitions in articles': (db) => listRepetitions(db, [1, 2]),
  'what a run changed': (db) => fillChanges(db, 1),
  'a unit for what was confirmed': (db) => keepUnit(db, unit, ''),
  'a term that is there already': (db) => findTwin(db, { glossaryId: 1, source: '가', target: 'a' }),
  'a term': (db) => getTerm(db, 1),
  'terms by id': (db) => termsOf(db, [1, 2]),
  'the history of a term': (db) => listTermHistory(db, 1),
  'what is to be undone': (db) => lastSteps(db, 1, 'came', 9, 9),
  'the glossaries of a project': (db) => scopeOf(db, 1),
  'what was refused in an article': (db) => refusalsFor(db, 1),
  'paragraphs in which terms are looked for': (db) => termSourcesOf(db, [1, 2]),
  'paragraphs one after the other': (db) => termSourcesAfter(db, 5, 10),
}

test.each(Object.keys(hot))('%s is found by an index', (name) => {
  const plans = plansOf(hot[name] ?? (() => undefined))
  expect(plans.length).toBeGreaterThan(0)
  const scans = plans.filter(
    (detail) =>
      detail.startsWith('SCAN') &&
      !/json_each|VIRTUAL TABLE|unit_batch_running|^SCAN memory$|\b(asked|memory|w|within)\b|CONSTANT ROW/.test(
        detail,
      ),
  )
  expect(scans, plans.join('\n')).toEqual([])
})

test('there is a plan to fear: a query without an index is a scan', () => {
  expect(plansOf((db) => db.prepare('SELECT id FROM paragraph WHERE target = ?').all('a'))).toEqual([
    expect.stringMatching(/^SCAN/),
  ])
})
