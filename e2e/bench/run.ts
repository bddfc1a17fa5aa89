// npm run bench [name …]: without a name, all of them. Figures compare within one run on one machine.
import { glossaryPageBench } from './glossaryPage.ts'
import { matcherBench } from './matcher.ts'
import { memoryBench } from './memory.ts'
import { openBench } from './open.ts'

const benches: Record<string, () => Promise<void> | void> = {
  open: openBench,
  memory: memoryBench,
  matcher: matcherBench,
  glossaryPage: glossaryPageBench,
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !Object.hasOwn(benches, name))
if (unknown.length > 0) {
  console.error(`No bench called ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}`)
  process.exit(2)
}
for (const [name, bench] of Object.entries(benches))
  if (asked.length === 0 || asked.includes(name)) await bench()
