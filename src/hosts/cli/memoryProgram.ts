import { Option, type Command } from 'commander'
import { MEMORY_FORMATS, MEMORY_IMPORT_FORMATS } from '#contract/formats.ts'
import { several, unitColumns } from './arguments.ts'
import type { AddCommand, Does } from './program.ts'

const addExchange = (memory: Command, add: AddCommand, does: Does): void => {
  add('import', 'bring memories in', memory)
    .argument('<file...>', 'TMX (1.1 to 1.4b), XLIFF (1.2, 2.x, sdlxliff, mqxliff), CSV or TSV')
    .option('--into <name>', 'the memory it goes into; made where there is none (else the one written to)')
    .option('--keep', 'when interrupted, keep what was read until then')
    .addOption(
      new Option('--format <format>', 'the kind of file (else it is found out)').choices(
        MEMORY_IMPORT_FORMATS,
      ),
    )
    .option('--encoding <name>', 'the encoding of a text file (else it is found out)')
    .option(
      '--columns <names>',
      'what the columns of a table hold, by commas: source,target,ignore,…',
      unitColumns,
    )
    .option('--no-header', 'the first row of the table is a unit already; goes with --columns')
    .action(does(async () => (await import('./commands/memory/exchange.ts')).importUnits))
  add('export', 'write memories to a file', memory)
    .requiredOption('--out <path>', 'a file, or a folder')
    .addOption(
      new Option('--format <format>', 'the kind of file (else from the end of --out)').choices(
        MEMORY_FORMATS,
      ),
    )
    .option('--memory <name>', 'only this memory (may be repeated)', several)
    .option('--no-defuse', 'leave cells that a spreadsheet would take for formulas as they are')
    .action(does(async () => (await import('./commands/memory/exchange.ts')).exportUnits))
}

/** The commands of the memory: `memory import`, `memory export`, … */
export const addMemoryCommands = (add: AddCommand, does: Does): void => {
  const memory = add('memory', 'the translation memories')
  addExchange(memory, add, does)
}
