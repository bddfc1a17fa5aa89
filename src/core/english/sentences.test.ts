import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutEnglishSentences } from './sentences.ts'

/** Sentences as they are to be cut, one a line of the table. */
const CASES: readonly (readonly string[])[] = [
  ['Output rose.', 'Prices fell.'],
  ['Output rose 3.5 percent.', 'It fell by 0.2 points in May.'],
  ['The index stood at 49.8.', 'That was below 50.'],
  ['Exports to the U.S. grew.', 'Imports did not.'],
  ['It was made in the U.S.', 'The firm moved later.'],
  ['U.S. officials visited Wuhan.'],
  ['The U.S. Treasury said so.', 'China disagreed.'],
  ['The U.N. Security Council met.', 'No vote was held.'],
  ['He met Mr. Wang on Jan. 20.', 'They signed a deal.'],
  ['On Jan. 20 the plant opened.', 'On Feb. 3 it shipped its first cars.'],
  ['Dr. Kim spoke first.', 'Prof. Lee followed.'],
  ['Gen. Park and Sen. Choi attended.'],
  ['BYD Co. Ltd. said sales doubled.', 'Shares rose.'],
  ['The order went to CATL Co.', 'The price was not given.'],
  ['Tesla Inc. built the plant.', 'It opened in 2019.'],
  ['Sales at Apple Inc.', 'However, fell.'],
  ['Line No. 11 opened.', 'It has 12 stations.'],
  ['The firms, e.g. BYD, did well.', 'Others, i.e. Nio, did not.'],
  ['It costs approx. 3 billion yuan.', 'Work starts in Sept. 2026.'],
  ['The meeting began at 9 a.m. on Monday.', 'It ended at 5 p.m.', 'The mayor left.'],
  ['“We will do it right,” an official said.', '“It takes time.”'],
  ['“We will do it right.”', 'An official said so.'],
  ['“Is it safe?” he asked.', 'Nobody answered.'],
  ['“It is safe!” she said.'],
  ['He said: “It is done.”', 'The crowd cheered.'],
  ['(The figure is not final.)', 'It may change.'],
  ['The plan (see Fig. 3) is new.', 'It was drawn up in May.'],
  ['The city grew (by 4.2 percent).', 'Its rivals did not.'],
  ['Is it enough?', 'No one knows.'],
  ['What a year!', 'Output doubled.'],
  ['Wuhan… and beyond.'],
  ['They waited…', 'Nothing came.'],
  ['They waited...', 'Nothing came.'],
  ['It was big... and it was new.'],
  ['J. Lee wrote the report.', 'K. Park edited it.'],
  ['The report by J. K. Rowe is long.'],
  ['So did I.', 'Others did not.'],
  ['The D.C. office closed.', 'The Beijing office opened.'],
  ['It moved to Washington, D.C.', 'The staff stayed.'],
  ['He holds a Ph.D. in physics.', 'She does too.'],
  ['Steel, cement, etc. were cheap.', 'Copper was not.'],
  ['They sold steel, cement, etc.', 'The rest was scrapped.'],
  ['Section 2. The plan.'].flatMap((text) => text.split(/(?<=2\.) /)),
  ['Growth hit 5.0 percent vs. 4.8 percent a year ago.', 'It is a record.'],
  ['The rate is 3%.', 'Last year it was 2%.'],
  ['Visit www.example.org for more.', 'It is free.'],
  ['Version 2.0 came out.', 'Version 2.1 followed.'],
  ['The 1.5-km bridge opened.', '“It is long,” he said.'],
  ['Beijing, Shanghai and Wuhan lead.', '2026 is the year.'],
  ['The town’s G.D.P. rose.', 'The county’s fell.'],
  ['He joined in 1998.', 'In 2004 he left.'],
  ['St. Petersburg hosted it.', 'Mt. Tai did not.'],
  ['Sichuan Univ. took part.', 'The dept. of trade did not.'],
  ['“No,” he said.', '‘Never.’'],
  ['It said: ‘Done.’', 'That was all.'],
  ['Why?', 'Because.'],
  ['The deal (worth $3.1 billion) was signed on Oct. 3.', 'Both sides were pleased.'],
  [
    'Chip maker SMIC said profit fell 12.5 percent.',
    '“Demand is weak,” its chief said.',
    'Shares lost 3 percent.',
  ],
  [
    'The zone drew 48 projects.',
    'They are worth 85.2 billion yuan (about $12 billion, or 17.28 trillion won).',
  ],
  ['Hefei aims high.', 'By 2030 output is to pass 2 trillion yuan.'],
  ['One sentence without an end'],
  [],
]

test.each(CASES.map((sentences) => [sentences.join(' '), sentences] as const))('%s', (text, sentences) => {
  expect(cutEnglishSentences(text).map(({ start, end }) => text.slice(start, end))).toEqual(sentences)
})

test('whatever the text, nothing but white space is lost', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('A', 'b', '.', ' ', '“', '”', '?', '3', 'U.S.'), maxLength: 40 }),
      (text) => {
        const spans = cutEnglishSentences(text)
        let at = 0
        for (const { start, end } of spans) {
          expect(text.slice(at, start).trim()).toBe('')
          expect(end).toBeGreaterThan(start)
          at = end
        }
        expect(text.slice(at).trim()).toBe('')
      },
    ),
    { seed: 79, numRuns: 2000 },
  )
})
