import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { MatchableTerm } from '#core/model/term.ts'
import { addTerms, buildMatcher, findTerms, removeTerms, type TermMatcher } from '#core/term/matcher.ts'
import { median, megabytes, milliseconds, printTable, quantile } from './figures.ts'
import { benchParagraphs, benchTerms, type BenchParagraph } from './termText.ts'

const SIZES = [1_000, 10_000, 100_000] as const
const PARAGRAPHS = 200
/** Every paragraph is searched so often; the fastest counts, as all else is the machine's other work. */
const ROUNDS = 40
/** Looking for 100,000 terms one by one is slow; some paragraphs are enough to know how slow. */
const PLAIN = 20
/** Microseconds a paragraph at the largest size, and the growth from size to size. */
const MOST = 20
const MOST_GROWTH = 3

const microseconds = (value: number): string =>
  value < 100 ? `${value.toFixed(1)} µs` : `${Math.round(value).toLocaleString('en')} µs`

const asTerm = ({ source, target }: { source: string; target: string }, id: number): MatchableTerm => ({
  id,
  source,
  target,
  status: 'preferred',
  partOfSpeech: '',
})

/** Bytes in use, after what is not in use was swept away. */
const inUse = (() => {
  setFlagsFromString('--expose-gc')
  const sweep = runInNewContext('gc') as () => void
  return (): number => {
    sweep()
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    return heapUsed + arrayBuffers
  }
})()

/**
 * Median and 95th percentile over the paragraphs of the fastest of some rounds, in microseconds. What is compared takes
 * turns round by round, so that a busy moment of the machine falls on all.
 */
const perParagraph = (
  texts: readonly string[],
  rounds: number,
  works: readonly ((text: string) => unknown)[],
): { typical: number; slow: number }[] => {
  const best = works.map(() => texts.map(() => Infinity))
  for (let round = 0; round < rounds; round++)
    works.forEach((work, which) =>
      texts.forEach((text, at) => {
        const start = performance.now()
        work(text)
        const took = (performance.now() - start) * 1_000
        const own = best[which]
        if (own && took < (own[at] ?? Infinity)) own[at] = took
      }),
    )
  return best.map((own) => ({ typical: median(own), slow: quantile(own, 0.95) }))
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')

/** Every term that was written into a paragraph is among what is found there, or inside something longer. */
const verify = (matcher: TermMatcher, paragraphs: readonly BenchParagraph[]): number => {
  let found = 0
  for (const { text, planted } of paragraphs) {
    const hits = findTerms(matcher, text)
    for (const source of planted) {
      for (let at = text.indexOf(source); at >= 0; at = text.indexOf(source, at + 1))
        if (hits.some(({ start, end }) => start <= at && end >= at + source.length)) {
          found++
          break
        }
    }
  }
  return found
}

interface Measured {
  size: number
  matcher: TermMatcher
  build: number
  bytes: number
  plain: number
  expression: number | null
  compile: number
  add: number
  remove: number
  hits: number
}

const expressionOf = (terms: readonly MatchableTerm[]): RegExp =>
  new RegExp(
    terms
      .map(({ source }) => source)
      .sort((one, other) => other.length - one.length)
      .map(literal)
      .join('|'),
    'gu',
  )

const measure = (terms: readonly MatchableTerm[], paragraphs: readonly BenchParagraph[]): Measured => {
  const texts = paragraphs.map(({ text }) => text)
  const before = inUse()
  const start = performance.now()
  const matcher = buildMatcher(terms)
  const build = performance.now() - start
  const bytes = inUse() - before
  const planted = paragraphs.reduce((sum, { planted: { length } }) => sum + length, 0)
  const found = verify(matcher, paragraphs)
  if (found < planted * 0.95)
    throw new Error(`Of ${planted} terms written into the paragraphs ${found} were found`)
  const sources = terms.map(({ source }) => source)
  const some = texts.slice(0, PLAIN)
  const inLoop = (text: string) => {
    let seen = 0
    for (const source of sources) if (text.indexOf(source) >= 0) seen++
    return seen
  }
  const plain = perParagraph(some, 2, [inLoop])[0]?.typical ?? Number.NaN
  let expression: number | null = null
  let compile = Number.NaN
  try {
    const began = performance.now()
    const pattern = expressionOf(terms)
    pattern.test(texts[0] ?? '')
    compile = performance.now() - began
    expression = perParagraph(some, 2, [(text) => text.match(pattern)])[0]?.typical ?? null
  } catch (error) {
    // From some size on the engine refuses so large an expression, which is an answer too.
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error
    console.log(`One expression of ${terms.length.toLocaleString('en')} terms is refused: ${error.message}`)
  }
  const extra = benchTerms(300, 99).map((term, at) => asTerm(term, terms.length + 1 + at))
  const changes = extra.map((term) => {
    const began = performance.now()
    addTerms(matcher, [term])
    const middle = performance.now()
    removeTerms(matcher, [term.id])
    return { add: (middle - began) * 1_000, remove: (performance.now() - middle) * 1_000 }
  })
  return {
    size: terms.length,
    matcher,
    build,
    bytes,
    plain,
    expression,
    compile,
    add: quantile(
      changes.map(({ add }) => add),
      0.95,
    ),
    remove: quantile(
      changes.map(({ remove }) => remove),
      0.95,
    ),
    hits: texts.reduce((sum, text) => sum + findTerms(matcher, text).length, 0) / texts.length,
  }
}

/** Recognition of terms, against a loop of `indexOf` and one big regular expression; same terms, same paragraphs. */
export const matcherBench = (): void => {
  const all = benchTerms(SIZES.at(-1) ?? 0, 17).map(asTerm)
  const paragraphs = benchParagraphs(PARAGRAPHS, all.slice(0, SIZES[0]), 18)
  // Warms up, so that the first size is not the one that pays for compiling.
  const warm = buildMatcher(all.slice(0, 2_000))
  for (let round = 0; round < 20; round++) for (const { text } of paragraphs) findTerms(warm, text)
  const found = SIZES.map((size) => measure(all.slice(0, size), paragraphs))
  const times = perParagraph(
    paragraphs.map(({ text }) => text),
    ROUNDS,
    found.map(
      ({ matcher }) =>
        (text: string) =>
          findTerms(matcher, text),
    ),
  )
  const measured = found.map((each, at) => ({
    ...each,
    own: times[at]?.typical ?? Number.NaN,
    slow: times[at]?.slow ?? Number.NaN,
  }))
  const length = Math.round(median(paragraphs.map(({ text }) => text.length)))
  printTable(
    `Terms in a paragraph (median of ${PARAGRAPHS} of about ${length} characters, the fastest of ${ROUNDS} rounds)`,
    [
      [
        'terms',
        'build',
        'memory',
        'hits',
        'paragraph',
        '95 %',
        'indexOf loop',
        'one expression',
        'its build',
        'add one',
        'remove one',
      ],
      ...measured.map((each) => [
        each.size.toLocaleString('en'),
        milliseconds(each.build),
        megabytes(each.bytes),
        each.hits.toFixed(1),
        microseconds(each.own),
        microseconds(each.slow),
        `${microseconds(each.plain)} (${Math.round(each.plain / each.own).toLocaleString('en')}×)`,
        each.expression === null
          ? 'refused'
          : `${microseconds(each.expression)} (${Math.round(each.expression / each.own).toLocaleString('en')}×)`,
        milliseconds(each.compile),
        microseconds(each.add),
        microseconds(each.remove),
      ]),
    ],
  )
  const growth = measured.slice(1).map(({ own }, at) => own / (measured[at]?.own ?? own))
  const last = measured.at(-1)?.own ?? Number.NaN
  console.log(
    `Growth per ten times the terms: ${growth.map((each) => each.toFixed(2)).join(', ')} (at most ${MOST_GROWTH}); ` +
      `at ${(SIZES.at(-1) ?? 0).toLocaleString('en')} ${microseconds(last)} (at most ${MOST} µs on an idle machine)`,
  )
  if (growth.some((each) => !(each <= MOST_GROWTH))) process.exitCode = 1
}
