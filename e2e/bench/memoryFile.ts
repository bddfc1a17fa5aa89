// node e2e/bench/memoryFile.ts COUNT FILE: a TMX of so many units, the same on every run.
import { closeSync, openSync, writeSync } from 'node:fs'
import { units } from './corpus.ts'
import { seeded } from './data.ts'

const AUTHORS = ['KIM', 'LEE', 'PARK', 'CHOI'] as const
const FIELDS = ['경제', '도시', '산업', '교통'] as const
/** Code units written in one go. */
const PIECE = 1 << 20

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A date of the three years before 2027, as TMX has it. */
const dateAt = (random: () => number): string =>
  new Date(Date.UTC(2024, 0, 1) + Math.floor(random() * 3 * 365 * 86_400_000))
    .toISOString()
    .slice(0, 19)
    .replace(/[-:]/gu, '')
    .concat('Z')

/**
 * Writes a TMX as tools write them: dates and people on every unit, a note on one in thirty, a field of the tool's own on
 * one in four, inline codes in one in twenty-five. Gives its size in bytes.
 */
export const writeMemoryFile = (path: string, count: number, seed = 7): number => {
  const random = seeded(seed + 1)
  const file = openSync(path, 'w')
  let [held, bytes] = ['', 0]
  const flush = (): void => {
    bytes += writeSync(file, held)
    held = ''
  }
  try {
    held =
      '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n' +
      '<header creationtool="Bench" creationtoolversion="1" segtype="paragraph" o-tmf="Bench" adminlang="en" srclang="ko-KR" datatype="plaintext"/>\n<body>\n'
    let number = 0
    for (const { source, target } of units(count, seed)) {
      number++
      const author = AUTHORS[Math.floor(random() * AUTHORS.length)] ?? ''
      const made = dateAt(random)
      held += `<tu tuid="${number}" creationdate="${made}" creationid="${author}" changedate="${made}">`
      if (random() < 1 / 30) held += '<note>용어를 다시 볼 것</note>'
      if (random() < 1 / 4)
        held += `<prop type="x-field">${FIELDS[Math.floor(random() * FIELDS.length)] ?? ''}</prop>`
      const code = random() < 1 / 25
      const english = code
        ? `<bpt i="1" type="bold">&lt;b&gt;</bpt>${escaped(target)}<ept i="1">&lt;/b&gt;</ept>`
        : escaped(target)
      held +=
        `<tuv xml:lang="ko-KR"><seg>${escaped(source)}</seg></tuv>` +
        `<tuv xml:lang="en-US"><seg>${english}</seg></tuv></tu>\n`
      if (held.length >= PIECE) flush()
    }
    held += '</body>\n</tmx>\n'
    flush()
  } finally {
    closeSync(file)
  }
  return bytes
}

if (import.meta.main) {
  const [count = '', path = ''] = process.argv.slice(2)
  if (!/^\d+$/u.test(count) || path === '') {
    console.error('node e2e/bench/memoryFile.ts COUNT FILE')
    process.exit(2)
  }
  console.log(`${path}: ${writeMemoryFile(path, Number(count))} bytes`)
}
