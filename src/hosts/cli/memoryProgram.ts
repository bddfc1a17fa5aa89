import { Option, type Command } from 'commander'
import { MEMORY_FORMATS, MEMORY_IMPORT_FORMATS } from '#contract/formats.ts'
import { CLEAN_KINDS, DUPLICATE_KINDS, MEMORY_ROLES } from '#contract/memoryWords.ts'
import { articleIds, limit, penalty, percent, runId, several, unitColumns } from './arguments.ts'
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

const addFinding = (memory: Command, add: AddCommand, does: Does): void => {
  add('find', 'what the memory has for a text', memory)
    .argument('[text]', 'a sentence or paragraph')
    .option(
      '--min <n>',
      'the least similarity in per cent (else 60, and lower where nothing is found)',
      percent,
    )
    .option('--limit <n>', 'at most so many', limit)
    .option('--from <file>', 'a query a line (- for standard input); answers as JSON lines with their "ms"')
    .action(does(async () => (await import('./commands/memory/find.ts')).findMatches))
  add('concordance', 'units in which a text stands, in either language', memory)
    .argument('<text>', 'any part of a source or target')
    .addOption(new Option('--side <side>', 'where to look').choices(['both', 'source', 'target']))
    .option('--regex', 'the text is a regular expression')
    .option('--exact-spaces', 'spaces in Korean count')
    .option('--ignore-particles', 'particles do not count: 우한시는 finds 우한시의')
    .option('--limit <n>', 'at most so many', limit)
    .action(does(async () => (await import('./commands/memory/concordance.ts')).concordance))
  add('analyse', 'how much of articles the memory knows', memory)
    .argument('<article...>', 'ids of articles', articleIds)
    .option('--min <n>', 'the least similarity in per cent (else 60)', percent)
    .action(does(async () => (await import('./commands/memory/analyse.ts')).analyse))
}

const addPretranslation = (add: AddCommand, does: Does): void => {
  add('pretranslate', 'fill articles from the memory')
    .argument('[article...]', 'ids of articles', articleIds)
    .option('--min <n>', 'the least similarity in per cent (else 75)', percent)
    .option('--no-repair', 'take targets as they stand')
    .option('--no-sentences', 'put no paragraphs together from their sentences')
    .option('--confirm-context', 'confirm what has the same text and the same neighbours')
    .option('--over-drafts', 'replace drafts, too')
    .option('--undo <run>', 'take a run back', runId)
    .action(does(async () => (await import('./commands/pretranslate.ts')).pretranslate))
}

const addManaging = (memory: Command, add: AddCommand, does: Does): void => {
  add('list', 'the memories in their order', memory)
    .option('--trash', 'those in the trash')
    .action(does(async () => (await import('./commands/memory/manage.ts')).listMemories))
  add('add', 'make a memory', memory)
    .argument('<name>')
    .option('--note <text>', 'what it holds')
    .action(does(async () => (await import('./commands/memory/manage.ts')).addMemory))
  add('set', 'rename a memory, say what it is for, or take points off its matches', memory)
    .argument('<memory>', 'its name or id')
    .option('--name <name>', 'a new name')
    .option('--note <text>', 'what it holds')
    .addOption(
      new Option(
        '--role <role>',
        'write: what is confirmed is kept here, in one memory; read: looked up; off: neither',
      ).choices(MEMORY_ROLES),
    )
    .option('--penalty <points>', 'taken off the score of its matches, 0 to 100', penalty)
    .action(does(async () => (await import('./commands/memory/manage.ts')).setMemory))
  add('order', 'put memories first, in this order', memory)
    .argument('<memory...>', 'names or ids; the others come after, as they were')
    .action(does(async () => (await import('./commands/memory/manage.ts')).orderMemories))
  add('remove', 'put a memory in the trash', memory)
    .argument('<memory>', 'its name or id')
    .action(does(async () => (await import('./commands/memory/manage.ts')).removeMemory))
  add('restore', 'take a memory out of the trash', memory)
    .argument('<memory>', 'its name or id')
    .action(does(async () => (await import('./commands/memory/manage.ts')).restoreMemory))
  add('merge', 'move all units of a memory into another', memory)
    .argument('<memory>', 'its name or id')
    .requiredOption('--into <memory>', 'the name or id of the other')
    .action(does(async () => (await import('./commands/memory/manage.ts')).mergeMemories))
}

const addTidying = (memory: Command, add: AddCommand, does: Does): void => {
  add('clean', 'count units that are no use, or remove them', memory)
    .option('--apply', 'remove them')
    .addOption(new Option('--kind <kind...>', 'only these').choices(CLEAN_KINDS))
    .action(does(async () => (await import('./commands/memory/tidy.ts')).cleanMemory))
  add('duplicates', 'units that say the same (exit 1 where there are any)', memory)
    .addOption(
      new Option('--kind <kind>', 'same: source and target; targets: one source, several targets').choices(
        DUPLICATE_KINDS,
      ),
    )
    .action(does(async () => (await import('./commands/memory/tidy.ts')).duplicates))
  add('undo', 'take back an import, a merge or a cleaning', memory)
    .argument('<batch>', 'its number, as it was told', runId)
    .action(does(async () => (await import('./commands/memory/tidy.ts')).undoBatch))
}

/** The commands of the memory: `memory import`, `memory export`, … */
export const addMemoryCommands = (add: AddCommand, does: Does): void => {
  const memory = add('memory', 'the translation memories')
  addManaging(memory, add, does)
  addExchange(memory, add, does)
  addTidying(memory, add, does)
  addFinding(memory, add, does)
  addPretranslation(add, does)
}
