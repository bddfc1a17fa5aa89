import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { MAX_UPLOAD } from '../engine.ts'
import { MAX_FILE, readBytes } from './read.ts'
import { createScratch } from './scratch.ts'
import { prepareFile, writeFileAtomically } from './write.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'naranhi-files-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('readBytes', () => {
  test('names the path of what cannot be read', async () => {
    const large = join(folder, 'large.txt')
    writeFileSync(large, '')
    truncateSync(large, MAX_FILE + 1)
    const table: readonly [path: string, code: string][] = [
      [join(folder, 'none.txt'), 'file-not-found'],
      [join(large, 'inside.txt'), 'file-not-found'],
      [folder, 'file-unreadable'],
      [large, 'file-too-large'],
    ]
    for (const [path, code] of table)
      await expect(readBytes(path)).rejects.toMatchObject({ code, details: { path } })
  })

  test('gives the bytes as they are', async () => {
    const path = join(folder, '글.txt')
    writeFileSync(path, Buffer.from([0xef, 0xbb, 0xbf, 0x00, 0xff]))
    expect([...(await readBytes(path))]).toEqual([0xef, 0xbb, 0xbf, 0x00, 0xff])
  })
})

describe('writing', () => {
  test('replaces a file in one step and leaves nothing beside it', async () => {
    const path = join(folder, '글.txt')
    await writeFileAtomically(path, bytes('old'))
    await writeFileAtomically(path, bytes('new'))
    expect(readFileSync(path, 'utf8')).toBe('new')
    expect(readdirSync(folder)).toEqual(['글.txt'])
  })

  test('leaves the old file until it is committed, and for good when it is discarded', async () => {
    const path = join(folder, 'a.txt')
    writeFileSync(path, 'old')
    const pending = await prepareFile(path, bytes('new'))
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(readdirSync(folder)).toHaveLength(2)
    await pending.discard()
    expect(readdirSync(folder)).toEqual(['a.txt'])
    expect(readFileSync(path, 'utf8')).toBe('old')
  })

  test('says where it cannot write', async () => {
    mkdirSync(join(folder, 'sub'))
    for (const path of [join(folder, 'none', 'a.txt'), join(folder, 'sub')])
      await expect(writeFileAtomically(path, bytes('a'))).rejects.toMatchObject({
        code: 'file-unwritable',
        details: { path },
      })
    expect(readdirSync(folder)).toEqual(['sub'])
  })
})

describe('the scratch folder', () => {
  test('keeps uploads under ids of its own and refuses large ones', async () => {
    const scratch = createScratch(join(folder, 'scratch'))
    const { id } = await scratch.addUpload('../../etc/passwd', bytes('글'))
    expect(readdirSync(join(folder, 'scratch'))).toEqual([`upload-${id}`])
    expect(new TextDecoder().decode(await scratch.readUpload(id))).toBe('글')
    await expect(scratch.readUpload('../w')).rejects.toMatchObject({ code: 'not-found' })
    await expect(scratch.addUpload('large', new Uint8Array(MAX_UPLOAD + 1))).rejects.toMatchObject({
      code: 'file-too-large',
    })
    await scratch.dropUpload(id)
    await expect(scratch.readUpload(id)).rejects.toMatchObject({ code: 'not-found' })
    await scratch.clear()
    expect(readdirSync(folder)).toEqual([])
  })
})
