import { Option, type Command } from 'commander'
import { PARTS_OF_SPEECH, TERM_STATUSES } from '#core/model/term.ts'
import { GLOSSARY_FORMATS } from '#contract/glossary.ts'
import { articleIds, columns, limit, several, termId, termIds } from './arguments.ts'
import type { AddCommand, Does } from './program.ts'

const status = () => new Option('--status <status>', 'whether it may be used').choices(TERM_STATUSES)

/** What may be said of a term beside its source and target. */
const described = (command: Command): Command =>
  command
    .option('--variant <text>', 'another spelling of the source, found as it is (may be repeated)', several)
    .addOption(status())
    .addOption(
      new Option('--pos <part of speech>', 'of the Korean').choices(
        PARTS_OF_SPEECH.filter((each) => each !== ''),
      ),
    )
    .option('--domain <text>', 'the field it belongs to')
    .option('--definition <text>', 'what it means')
    .option('--note <text>', 'a note')
    .option('--url <address>', 'where it is documented')

/** The commands of the glossary: `term add`, `term find`, … */
export const addTermCommands = (add: AddCommand, does: Does): void => {
  const term = add('term', 'the glossary')
  described(add('add', 'add a term', term).argument('<source>', 'Korean').argument('<target>', 'English'))
    .option('--glossary <name>', 'the glossary it goes to (else the first that may be written)')
    .action(does(async () => (await import('./commands/term/change.ts')).addTerm))
  described(
    add('edit', 'change a term', term)
      .argument('<term>', 'the id of a term', termId)
      .option('--source <text>', 'Korean')
      .option('--target <text>', 'English'),
  )
    .option('--glossary <name>', 'the glossary it moves to')
    .action(does(async () => (await import('./commands/term/change.ts')).editTerm))
  add('remove', 'remove terms', term)
    .argument('<term...>', 'ids of terms', termIds)
    .action(does(async () => (await import('./commands/term/change.ts')).removeTerms))
  add('list', 'list the terms', term)
    .option('--search <text>', 'only terms that hold this; initial consonants (ㅇㅎㅅ) too')
    .addOption(status())
    .option('--domain <text>', 'only of this field')
    .option('--glossary <name>', 'only of this glossary')
    .action(does(async () => (await import('./commands/term/list.ts')).listTerms))
  add('find', 'find terms in a text', term)
    .argument('<text>', 'any Korean text')
    .option('--project <name>', 'only terms of the glossaries this project uses')
    .action(does(async () => (await import('./commands/term/find.ts')).findTerms))
  add('import', 'bring glossaries in', term)
    .argument('<file...>', 'TBX (v2, v3), CSV, TSV, XLSX or OmegaT glossary')
    .option(
      '--glossary <name>',
      'where the terms go; made where there is none (else the first that may be written)',
    )
    .addOption(
      new Option('--format <format>', 'the kind of file (else it is found out)').choices([
        ...GLOSSARY_FORMATS,
        'tbx-dct',
      ]),
    )
    .addOption(
      new Option('--existing <how>', 'what is done with a term that is there').choices([
        'merge',
        'overwrite',
        'skip',
      ]),
    )
    .option('--encoding <name>', 'the encoding of a text file (else it is found out)')
    .option(
      '--columns <names>',
      'what the columns of a table hold, by commas: source,target,ignore,…',
      columns,
    )
    .option('--no-header', 'the first row of the table is a term already; goes with --columns')
    .option('--sheet <name>', 'the sheet of a workbook (else the first)')
    .action(does(async () => (await import('./commands/term/exchange.ts')).importTerms))
  add('starter', 'bring in the glossary that ships with Naranhi, or bring it up to date', term).action(
    does(async () => (await import('./commands/term/exchange.ts')).importStarter),
  )
  add('export', 'write glossaries to a file', term)
    .requiredOption('--out <path>', 'a file, or a folder')
    .addOption(
      new Option('--format <format>', 'the kind of file (else from the end of --out)').choices(
        GLOSSARY_FORMATS,
      ),
    )
    .option('--glossary <name>', 'only this glossary (may be repeated)', several)
    .option('--no-defuse', 'leave cells that a spreadsheet would take for formulas as they are')
    .action(does(async () => (await import('./commands/term/exchange.ts')).exportTerms))
  add('harvest', 'candidates for new terms from articles', term)
    .argument('[article...]', 'ids of articles', articleIds)
    .option('--project <name>', 'all articles of a project')
    .option('--limit <n>', 'at most so many', limit)
    .action(does(async () => (await import('./commands/term/harvest.ts')).harvest))
}
