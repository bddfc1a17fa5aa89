import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAll } from './fixtures/readAll.ts'
import { plainUnit } from './plain.ts'

/*
 * What is read without the parser must be what the parser reads, to the last place. Said to be of XML 1.1, a file is read by
 * the parser alone.
 */
const both = (body: string, size = Infinity) => {
  const file = (version: string) => `<?xml version="${version}"?>\n<tmx version="1.4"><header/><body>${body}`
  const [plain, parsed] = [readAll(file('1.0'), 'm.tmx', size), readAll(file('1.1'), 'm.tmx')]
  return { plain, parsed }
}

const space = fc.constantFrom('', '', '\n', '\r\n', '  ', '\n\t', '\r', '<!-- 빈칸 -->', '<?p i?>')
const text = fc
  .array(
    fc.constantFrom(
      ...['가', '항구', ' ', 'a', '&amp;', '&lt;', '&#8211;', '&#x1F30A;', '&quot;', '\n', '\r\n', '>', '”'],
      ...[
        '𝄞',
        'é',
        '] ',
        ']] ',
        '<![CDATA[b & <]]>',
        '<ph x="1">{0}</ph>',
        '<hi>표</hi>',
        '<!---->',
        '&#13;',
      ],
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''))
const attributes = fc
  .subarray(
    [
      'tuid="7"',
      "creationid='KIM'",
      'creationdate="20250301T093000Z"',
      'usagecount="3"',
      'x-a="a &amp; b"',
      'n = "1"',
    ],
    { minLength: 0 },
  )
  .chain((some) =>
    fc.constantFrom(' ', '\n  ', '  ').map((between) => some.map((each) => between + each).join('')),
  )
const said = fc
  .tuple(fc.constantFrom('note', 'prop type="x-f"', 'prop type="x-f" xml:lang="en"'), text, space)
  .map(
    ([tag, inside, after]) =>
      `<${tag}>${inside.replace(/<\/?(?:ph|hi)\b[^>]*>/gu, '')}</${tag.split(' ')[0] ?? ''}>${after}`,
  )
const variant = fc
  .tuple(
    fc.constantFrom('ko', 'KO-kr', 'en', 'en_US', 'de'),
    attributes,
    space,
    fc.array(said, { maxLength: 2 }),
    text,
    space,
  )
  .map(
    ([lang, more, before, around, segment, after]) =>
      `<tuv xml:lang="${lang}"${more}>${before}${around.join('')}<seg>${segment}</seg>${after}</tuv>`,
  )
const unit = fc
  .tuple(
    attributes,
    space,
    fc.array(said, { maxLength: 2 }),
    fc.array(fc.tuple(variant, space), { maxLength: 3 }),
  )
  .map(
    ([more, before, around, variants]) =>
      `<tu${more}>${before}${around.join('')}${variants.map((pair) => pair.join('')).join('')}</tu>`,
  )
const body = fc
  .array(fc.tuple(space, unit), { maxLength: 6 })
  .map((units) => `${units.map((pair) => pair.join('')).join('')}\n</body></tmx>`)

test('units read without the parser are those it reads', () => {
  fc.assert(
    fc.property(body, fc.constantFrom(Infinity, 1, 5, 64), (made, size) => {
      const { plain, parsed } = both(made, size)
      expect(parsed.error).toBeNull()
      expect(plain).toEqual(parsed)
    }),
    { seed: 101, numRuns: 1_500 },
  )
})

/** Controls by their number: XML 1.1 allows them, and 1.0 does not. */
const CONTROL = /&#(?:x0*1?[0-9a-f]|0*[12]?\d|0*3[01]);/iu

test('what is wrong is refused alike, at the same place', () => {
  const wrong = fc.constantFrom(
    ...[
      '<',
      '>',
      '&',
      '"',
      '=',
      '/',
      ' ',
      '\n',
      'a',
      '</tu>',
      '<tu>',
      '<seg>',
      '</seg>',
      ']]>',
      '&b;',
      '\u0001',
    ],
    ...['&#0;', '\uFFFE', '', '', '', '</body>', '<tu/>', '<tuv/>', 'tuid="7" ', '<!--', '\uD800'],
  )
  let refused = 0
  fc.assert(
    fc.property(
      body,
      fc.nat(),
      fc.nat(3),
      wrong,
      fc.constantFrom(Infinity, 3),
      (made, at, gone, put, size) => {
        const place = at % (made.length + 1)
        const broken = made.slice(0, place) + put + made.slice(place + gone)
        fc.pre(!CONTROL.test(broken.replace(/&#13;/gu, '')))
        const { plain, parsed } = both(broken, size)
        if (parsed.error) refused++
        // What comes before the fault may be cut otherwise where the text is; the refusal is the same.
        expect(plain.error).toEqual(parsed.error)
        expect(plain.units).toEqual(parsed.units)
        expect(plain.notices).toEqual(parsed.notices)
      },
    ),
    { seed: 103, numRuns: 3_000 },
  )
  expect(refused).toBeGreaterThan(1_000)
})

test.each([
  ['<tu><tuv xml:lang="ko"><seg>가</seg></tuv></tu>', true],
  ['<tu\n a="1"><note>b</note><tuv lang="ko" ><seg></seg></tuv></tu>', true],
  ['<tu><tuv xml:lang="ko"><seg>가<ph/></seg></tuv></tu>', false],
  ['<tu a="1" a="2"><tuv xml:lang="ko"><seg>가</seg></tuv></tu>', false],
  ['<tu a="1"b="2"></tu>', false],
  ['<tu><tuv xml:lang="ko"><seg>&nbsp;</seg></tuv></tu>', false],
  ['<tu>가</tu>', false],
])('%s: plain is %j', (made, expected) => {
  // As long as it is plain, the parser is not asked.
  expect(plainUnit(made, 0, made.length) !== null).toBe(expected)
})
