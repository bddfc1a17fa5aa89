import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { GlossaryEntry } from '../glossary.ts'
import { recogniseColumns } from '../table/columns.ts'
import { openDelimited } from '../table/read.ts'
import { readRows } from '../table/rows.ts'
import { openWorkbook } from './read.ts'
import { writeXlsx } from './write.ts'

// What another program makes of our workbook, and we of its.

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'naranhi-xlsx-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const convert = (file: string, to: string): void => {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  execFileSync('soffice', ['--headless', profile, '--convert-to', to, '--outdir', folder, file], {
    timeout: 120_000,
    stdio: 'ignore',
  })
}

/** Whether LibreOffice is there with its Calc: without it, it converts nothing and says nothing. */
const hasCalc = (): boolean => {
  const probe = join(folder, 'probe.csv')
  writeFileSync(probe, 'a,b\n')
  try {
    convert(probe, 'ods')
    return existsSync(join(folder, 'probe.ods'))
  } catch {
    return false
  }
}

const term = (source: string, target: string, more: Partial<GlossaryEntry> = {}) => ({
  ...{ source, target, variants: [], partOfSpeech: '' as const, status: 'preferred' as const },
  ...{ domain: '', definition: '', note: '', url: '', createdAt: '', updatedAt: '' },
  ...more,
})
const TERMS = [
  term('가상강', 'Gasang River', { status: 'forbidden', variants: ['假想江', '假想'], domain: '지명' }),
  // As text these are no formulas and no numbers, here and there.
  term('=1+1', '-2.50', { note: '+82 1 234', definition: '@home' }),
  term('3분의 2', '0012', { note: 'two\nlines, "quoted"; and more', url: 'https://example.org/?a=1&b=2' }),
  term('제14회', 'TRUE', { createdAt: '2026-01-02T03:04:05.000Z', updatedAt: '2026-02-03T04:05:06.000Z' }),
]
const KEYS = Object.keys(TERMS[0] ?? {}) as (keyof (typeof TERMS)[number])[]
const said = (entry: Partial<GlossaryEntry>) => Object.fromEntries(KEYS.map((key) => [key, entry[key]]))

const entriesOf = async (bytes: Uint8Array): Promise<GlossaryEntry[]> => {
  const workbook = await openWorkbook(bytes, 'a.xlsx')
  const rows = workbook.rows(workbook.sheets[0] ?? '')
  const entries: GlossaryEntry[] = []
  readRows(rows, {
    ...{ layout: recogniseColumns(rows.slice(0, 200)), firstRow: 0, typed: true },
    onEntry: (entry) => entries.push(entry),
    onNotice: (notice) => expect(notice).toBeNull(),
  })
  return entries
}

test(
  'LibreOffice reads every cell, and what it saves is read back',
  { timeout: 300_000 },
  async (context) => {
    if (!hasCalc()) {
      console.warn('SKIPPED: LibreOffice Calc is not installed, the XLSX was not opened in LibreOffice')
      return context.skip()
    }
    const file = join(folder, 'terms.xlsx')
    writeFileSync(file, await writeXlsx(TERMS, { title: '용어집' }))
    convert(file, 'csv:Text - txt - csv (StarCalc):44,34,76')
    const text = readFileSync(join(folder, 'terms.csv'), 'utf8')
    const [head, ...rows] = openDelimited(text, 'terms.csv', ',').rows
    expect(head?.slice(0, 2)).toEqual(['Korean', 'English'])
    expect(rows.map(([source, target]) => [source, target])).toEqual(
      TERMS.map(({ source, target }) => [source, target]),
    )
    for (const { note, definition, domain } of TERMS)
      for (const wanted of [note, definition, domain])
        if (wanted !== '') expect(rows.flat()).toContain(wanted)

    convert(file, 'ods')
    convert(join(folder, 'terms.ods'), 'xlsx')
    expect((await entriesOf(readFileSync(file))).map(said)).toEqual(TERMS.map(said))
  },
)
