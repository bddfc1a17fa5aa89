import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { run } from './index.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'naranhi-cli-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const naranhi = async (...argv: string[]) => {
  let out = ''
  let err = ''
  const code = await run([...argv, '--workspace', join(folder, 'work.naranhi')], {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    columns: null,
    progress: false,
  })
  return { code, out, err }
}
const json = async (...argv: string[]): Promise<unknown> => {
  const { code, out, err } = await naranhi(...argv, '--json')
  expect([code, err], argv.join(' ')).toEqual([0, ''])
  return JSON.parse(out)
}

describe('wrong usage', () => {
  test.each([
    [['term', 'edit']],
    [['term', 'edit', '1']],
    [['term', 'edit', 'x', '--note', 'a']],
    [['term', 'remove']],
    [['term', 'harvest']],
    [['term', 'harvest', '1', '--limit', '0']],
    [['term', 'add', 'a', 'b', '--pos', 'nonsense']],
  ])('%j', async (argv) => {
    const told = await naranhi(...argv, '--json')
    expect([told.code, told.err]).toEqual([2, ''])
    expect(JSON.parse(told.out)).toMatchObject({ error: { code: 'bad-input', details: { usage: true } } })
  })
  test.each([...'add edit remove list find harvest'.split(' ')])('term %s --help is help', async (name) => {
    const { code, out } = await naranhi('term', name, '--help')
    expect(code).toBe(0)
    expect(out).toContain(`naranhi term ${name}`)
  })
})

describe('the life of a term', () => {
  test('is added with all that is said of it, edited and removed', async () => {
    const added = (await json(
      ...['term', 'add', '한강시', 'Hangang City', '--variant', '漢江市', '--variant', '한강 시'],
      ...[
        '--pos',
        'name',
        '--domain',
        '지명',
        '--definition',
        'A city.',
        '--note',
        '견본',
        '--url',
        'https://example.org',
      ],
    )) as { id: number }
    expect(added).toMatchObject({
      id: 1,
      source: '한강시',
      target: 'Hangang City',
      variants: ['漢江市', '한강 시'],
      partOfSpeech: 'name',
      status: 'preferred',
      domain: '지명',
      definition: 'A city.',
      note: '견본',
      url: 'https://example.org',
      origin: 'typed',
    })
    expect(
      await json('term', 'edit', '1', '--target', 'Hangang', '--status', 'admitted', '--variant', ''),
    ).toMatchObject({ target: 'Hangang', status: 'admitted', variants: [], note: '견본' })
    expect(await json('term', 'list', '--domain', '지명', '--status', 'admitted')).toMatchObject({
      terms: [{ id: 1 }],
    })
    expect((await naranhi('term', 'list')).out).toContain('Hangang')
    expect(await json('term', 'remove', '1')).toEqual({ removed: [1] })
    expect(await json('term', 'list')).toEqual({ terms: [] })
  })
  test('is found with its reason', async () => {
    await json('term', 'add', '낙동강시', 'Nakdonggang City')
    expect(await json('term', 'find', '어제 낙동강시에서도 비가 왔다')).toEqual({
      hits: [
        {
          source: '낙동강시',
          target: 'Nakdonggang City',
          status: 'preferred',
          start: 3,
          end: 7,
          reason: { kind: 'particle', particle: '에서도' },
        },
      ],
    })
    expect((await naranhi('term', 'find', '낙동강시에서도')).out).toContain('particle -에서도')
  })
  test.each([
    [['term', 'edit', '99', '--note', 'x'], 'not-found'],
    [['term', 'remove', '99'], 'not-found'],
    [['term', 'add', 'a', 'b', '--glossary', '없는 용어집'], 'not-found'],
    [['term', 'find', 'a', '--project', '없는 과제'], 'not-found'],
    [['term', 'list', '--glossary', '없는 용어집'], 'not-found'],
  ])('%j is refused', async (argv, code) => {
    const told = await naranhi(...argv, '--json')
    expect([told.code, told.err]).toEqual([1, ''])
    expect((JSON.parse(told.out) as { error: { code: string } }).error.code).toBe(code)
    expect((await naranhi(...argv)).err).toMatch(/^naranhi: /)
  })
})
