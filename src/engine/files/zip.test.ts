import { execFileSync } from 'node:child_process'
import { deflateRawSync, crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { writeXlsx } from '#core/formats/xlsx/write.ts'
import { checkZip } from './zip.ts'

interface Part {
  name: string
  bytes: Buffer
  /** Said in place of the true one. */
  sum?: number
}

/** A zip made by hand, so that it can be wrong. */
const zipOf = (parts: readonly Part[]): Buffer => {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, bytes, sum } of parts) {
    const packed = deflateRawSync(bytes, { level: 9 })
    const file = Buffer.alloc(30)
    file.writeUInt32LE(0x04034b50, 0)
    file.writeUInt16LE(20, 4)
    file.writeUInt16LE(8, 8)
    file.writeUInt32LE(sum ?? crc32(bytes), 14)
    file.writeUInt32LE(packed.length, 18)
    file.writeUInt32LE(bytes.length, 22)
    file.writeUInt16LE(Buffer.byteLength(name), 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    file.copy(entry, 6, 4, 30)
    entry.writeUInt32LE(offset, 42)
    files.push(file, Buffer.from(name), packed)
    directory.push(entry, Buffer.from(name))
    offset += 30 + Buffer.byteLength(name) + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(
    directory.reduce((sum, { length }) => sum + length, 0),
    12,
  )
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, ...directory, end])
}
const part = (name: string, text = '글'): Part => ({ name, bytes: Buffer.from(text) })

describe('checkZip', () => {
  it('lets a workbook through', async () => {
    await expect(checkZip(await writeXlsx([], { title: 'x' }), 'a.xlsx')).resolves.toBeUndefined()
    await expect(checkZip(zipOf([part('a'), part('b')]), 'a.xlsx')).resolves.toBeUndefined()
  })
  it.each([
    ['what is no zip', Buffer.from('no zip at all, only text of some length'), 'malformed'],
    ['one that is cut off', zipOf([part('a', 'x'.repeat(5000))]).subarray(0, 60), 'malformed'],
    ['a wrong checksum', zipOf([{ ...part('a'), sum: 1 }]), 'malformed'],
    ['two parts of one name', zipOf([part('a'), part('A')]), 'malformed'],
    ['a name that leads out', zipOf([part('../a')]), 'malformed'],
    ['an absolute name', zipOf([part('/etc/a')]), 'malformed'],
    ['too many parts', zipOf(Array.from({ length: 2001 }, (_, n) => part(`p${n}`))), 'too-large'],
    ['a part that is packed too well', zipOf([{ name: 'a', bytes: Buffer.alloc(8 << 20) }]), 'too-large'],
  ])('refuses %s', async (_, bytes, code) => {
    await expect(checkZip(bytes, 'a.xlsx')).rejects.toMatchObject({ code, details: { fileName: 'a.xlsx' } })
  })

  it('refuses a bomb of 400 MiB without growing by 100', () => {
    // In a process of its own: memory is measured, and other tests have theirs.
    const script = `
      import { checkZip } from ${JSON.stringify(new URL('./zip.ts', import.meta.url).href)}
      import { readFileSync } from 'node:fs'
      const bytes = readFileSync(0)
      let most = 0
      const timer = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 1)
      const before = process.memoryUsage().rss
      const code = await checkZip(bytes, 'bomb.xlsx').then(() => 'passed', (error) => error.code)
      clearInterval(timer)
      most = Math.max(most, process.memoryUsage().rss)
      console.log(JSON.stringify({ code, packed: bytes.length, grown: most - before }))`
    const bomb = zipOf([{ name: 'xl/workbook.xml', bytes: Buffer.alloc(400 << 20) }])
    const out = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      input: bomb,
      encoding: 'utf8',
    })
    const { code, packed, grown } = JSON.parse(out) as { code: string; packed: number; grown: number }
    expect(code).toBe('too-large')
    expect(packed).toBeLessThan(500_000)
    expect(grown).toBeLessThan(100 * 1024 * 1024)
  }, 60_000)
})
