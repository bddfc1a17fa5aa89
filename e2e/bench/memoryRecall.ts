import { codePoints } from '#core/text/similarity.ts'
import { compareAll, plainDistance, textsOf, type Texts } from './bruteForce.ts'
import { seeded } from './data.ts'
import { median, milliseconds, printTable, quantile } from './figures.ts'
import { clocked, editedQueries, heldOutQueries, indexOf, load, storedUnits } from './memoryCorpus.ts'

const SIZE = 1_000_000
const QUERIES = 500
const FLOOR = 70
const LIMIT = 5
/** Of so many queries and texts the distance is reckoned once more, by the book. */
const SAMPLE = { queries: 40, texts: 500 }

/** Throws where the scan says otherwise than Levenshtein as it is written in books. */
const checkScan = (texts: Texts, queries: readonly string[]): number => {
  const random = seeded(11)
  let checked = 0
  for (const query of queries.slice(0, SAMPLE.queries)) {
    const from = Math.floor(random() * Math.max(1, texts.count - SAMPLE.texts))
    const count = Math.min(SAMPLE.texts, texts.count - from)
    const part: Texts = { count, points: texts.points, starts: texts.starts.subarray(from, from + count + 1) }
    const asked = codePoints(query)
    // At any similarity: hardly any pair of texts reaches the floor by chance.
    const found = new Map(
      compareAll(part, query, { floor: 0, limit: count }).map(({ id, score }) => [id, score]),
    )
    for (let at = 0; at < count; at++) {
      const other = part.points.subarray(part.starts[at], part.starts[at + 1])
      const longer = Math.max(asked.length, other.length)
      const score = longer === 0 ? 100 : Math.floor((100 * (longer - plainDistance(asked, other))) / longer)
      if (found.get(at + 1) !== score)
        throw new Error(`The scan says ${found.get(at + 1)}, the book ${score}: ${query}`)
      checked++
    }
  }
  return checked
}

/** Whether the index finds what comparing with every unit finds, for a thousand queries; throws where it does not. */
export const recallBench = (size: number = SIZE): void => {
  const stored = storedUnits(size)
  const index = indexOf(stored)
  const texts = textsOf(stored)
  const kinds = [
    ['held out', heldOutQueries(QUERIES)],
    ['edited', editedQueries(stored, QUERIES)],
  ] as const
  const checked = checkScan(
    texts,
    kinds.flatMap(([, queries]) => queries.slice(0, SAMPLE.queries / 2)),
  )
  console.log(`The scan agrees with the book in ${checked.toLocaleString('en')} pairs.`)
  const rows = kinds.map(([kind, queries]) => {
    let [withMatch, best, units, of] = [0, 0, 0, 0]
    const [own, all]: [number[], number[]] = [[], []]
    queries.forEach((query, at) => {
      const found = clocked(() => index.search(query, FLOOR, LIMIT))
      const expected = clocked(() => compareAll(texts, query, { floor: FLOOR, limit: LIMIT, within: true }))
      own.push(found.took)
      all.push(expected.took)
      const ids = new Set(found.result.map(({ id, score }) => `${id} ${score}`))
      of += expected.result.length
      units += expected.result.filter(({ id, score }) => ids.has(`${id} ${score}`)).length
      const [first] = expected.result
      if (first) {
        withMatch++
        if (ids.has(`${first.id} ${first.score}`)) best++
      }
      if (JSON.stringify(found.result) !== JSON.stringify(expected.result))
        throw new Error(
          `${kind}: ${query}: ${JSON.stringify(found.result)} is not ${JSON.stringify(expected.result)}`,
        )
      if (at % 100 === 99) console.log(`${kind}: ${at + 1} of ${queries.length}`)
    })
    return [
      kind,
      String(queries.length),
      String(withMatch),
      `${best} of ${withMatch}`,
      `${units} of ${of}`,
      milliseconds(median(own)),
      milliseconds(quantile(own, 0.95)),
      milliseconds(median(all)),
    ]
  })
  printTable(`Best ${LIMIT} at ${FLOOR} and over in ${size.toLocaleString('en')} units (${load()})`, [
    ['queries', 'asked', 'with a match', 'best found', 'of all found', 'index', '95 %', 'scan'],
    ...rows,
  ])
}
