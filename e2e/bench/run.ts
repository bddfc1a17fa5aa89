// npm run bench [name [word …] …]: without a name, all of them. Figures compare within one run on one machine.
import { glossaryPageBench } from './glossaryPage.ts'
import { matcherBench } from './matcher.ts'
import { memoryBench } from './memory.ts'
import { memoryImportBench } from './memoryImport.ts'
import { openBench } from './open.ts'

/** Each is given the words that follow its name. */
const benches: Record<string, (words: string[]) => Promise<void> | void> = {
  open: openBench,
  memory: memoryBench,
  memoryImport: (words) => memoryImportBench(words.length > 0 ? words.map(Number) : undefined),
  matcher: matcherBench,
  glossaryPage: glossaryPageBench,
}

const asked = new Map<string, string[]>()
let words: string[] | undefined
for (const word of process.argv.slice(2)) {
  if (Object.hasOwn(benches, word)) asked.set(word, (words = []))
  else if (words) words.push(word)
  else {
    console.error(`No bench called ${word}. There are: ${Object.keys(benches).join(', ')}`)
    process.exit(2)
  }
}
for (const [name, bench] of Object.entries(benches))
  if (asked.size === 0 || asked.has(name)) await bench(asked.get(name) ?? [])
