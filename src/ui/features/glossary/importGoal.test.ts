import { expect, test } from 'vitest'
import type { Glossary } from '#contract/glossary.ts'
import { baseName, fileName, GLOSSARY_FILES, rateOf, startingGoal } from './importGoal.ts'

const glossary = (id: number, name: string, readOnly = false): Glossary => ({
  id,
  name,
  note: '',
  terms: 3,
  readOnly,
  forNewProjects: false,
  removedAt: null,
  createdAt: '2026-01-05T00:00:00.000Z',
})

test.each([
  ['경제 용어.csv', '경제 용어'],
  ['terms.v2.tbx', 'terms.v2'],
  ['지명.txt'.normalize('NFD'), '지명'],
  ['ohne', 'ohne'],
])('%s becomes the glossary %s', (file, name) => {
  expect(baseName(file)).toBe(name)
})

test('a file is named by its last part, whichever way it came', () => {
  expect(fileName({ kind: 'path', path: 'C:\\Users\\desk\\용어.tbx' })).toBe('용어.tbx')
  expect(fileName({ kind: 'path', path: '/home/desk/용어.tbx' })).toBe('용어.tbx')
  expect(fileName({ kind: 'upload', id: 'a1', name: '용어.xlsx' })).toBe('용어.xlsx')
})

test('terms go back into the glossary they came from, but not into one that cannot be changed', () => {
  const all = [glossary(1, '기본'), glossary(2, '지명'), glossary(3, '기관', true)]
  expect(startingGoal(all, '지명')).toBe(2)
  expect(startingGoal(all, '기관')).toBe('new')
  expect(startingGoal(all, '새 용어')).toBe('new')
})

test('which files are taken for glossaries', () => {
  const names = ['a.tbx', 'a.TBX', 'a.xml', 'a.csv', 'a.tsv', 'a.txt', 'a.xlsx', 'a.md', 'a.docx', 'csv']
  expect(names.filter((name) => GLOSSARY_FILES.test(name))).toEqual(names.slice(0, 7))
})

test('a rate is said once there is something to say', () => {
  expect(rateOf(1000, 100)).toBe(0)
  expect(rateOf(24_000, 2000)).toBe(12_000)
})
