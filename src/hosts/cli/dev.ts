/** The command line from its sources, for development and tests: `node src/hosts/cli/dev.ts articles`. */
import { run } from './index.ts'

process.exitCode = await run(process.argv.slice(2))
