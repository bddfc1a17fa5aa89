/** `npm start`. */
import { start } from './cli/start.ts'

process.exitCode = await start(process.argv.slice(2))
