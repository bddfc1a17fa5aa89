import { Command, Option } from 'commander'
import { ANNOTATION_KINDS } from '#core/model/annotation.ts'
import { EXPORT_FORMATS, EXPORT_LAYOUTS, SPLIT_MODES } from '#contract/exchange.ts'
import { articleId, articleIds, occurrence, paragraphNumber, portNumber } from './arguments.ts'
import type { Context, Io } from './io.ts'
import { addMemoryCommands } from './memoryProgram.ts'
import { addTermCommands } from './termProgram.ts'

export interface ProgramParts {
  io: Io
  json: boolean
  usageError(text: string): void
  ended(exitCode: number): void
}

interface Shared {
  workspace?: string
}

export type Work<Values, Options> = (
  context: Context,
  values: Values,
  options: Options,
  command: Command,
) => Promise<number>

export type AddCommand = (name: string, description: string, parent?: Command) => Command
export type Does = <Values extends unknown[], Options>(
  load: () => Promise<Work<Values, Options>>,
) => (...given: unknown[]) => Promise<void>

const EXIT_CODES = `
Exit codes: 0 done, 1 findings or refused input, 2 wrong usage.
With --json an error is { "error": { "code", "message", "details" } } on standard output.`

/** Every command with its arguments. What a command does is loaded when it runs: help and errors come at once. */
export const createProgram = ({ io, json, usageError, ended }: ProgramParts): Command => {
  const prepare = (command: Command): Command =>
    command
      .exitOverride()
      .configureOutput({ writeOut: (text) => io.out(text), writeErr: usageError })
      .option('--json', 'print JSON')
      .option('--workspace <file>', 'the workspace (else NARANHI_WORKSPACE, else the one of this computer)')
      .allowExcessArguments(false)

  const program = prepare(new Command('naranhi'))
    .description('Translate Korean articles into English, side by side.')
    .addHelpText('after', EXIT_CODES)
  const add: AddCommand = (name, description, parent = program) => {
    const command = prepare(new Command(name)).description(description)
    parent.addCommand(command)
    return command
  }
  /** Loads and runs what a command does: with its arguments, its options and itself (for usage errors of its own). */
  const does: Does =
    <Values extends unknown[], Options>(load: () => Promise<Work<Values, Options>>) =>
    async (...given) => {
      const command = given.pop() as Command
      given.pop()
      const { workspace } = command.optsWithGlobals<Shared>()
      const work = await load()
      // The arguments are what `argument` and `option` say below; commander knows no types for them.
      ended(await work({ io, json, workspace }, given as Values, command.opts() as Options, command))
    }

  add('import', 'bring articles in')
    .argument('<file...>', 'text or Markdown files')
    .option('--project <name>', 'the project they go into; made where there is none')
    .addOption(new Option('--split <mode>', 'how the text is cut into paragraphs').choices(SPLIT_MODES))
    .option('--encoding <name>', 'the encoding of the files (else it is found out)')
    .option('--per-line', 'every line is an article of its own')
    .action(does(async () => (await import('./commands/import.ts')).importFiles))

  add('articles', 'list the articles').action(
    does(async () => (await import('./commands/articles.ts')).articles),
  )

  add('show', 'show one article with its translation, annotations and terms')
    .argument('<article>', 'the id of an article', articleId)
    .addHelpText(
      'after',
      '\nWith --json, start and end are UTF-16 code units of the source; both are null for an\nannotation whose quoted text is gone. Annotations of the translation are shown without --json.',
    )
    .action(does(async () => (await import('./commands/show.ts')).show))

  add('translate', 'write translations')
    .argument('<article>', 'the id of an article', articleId)
    .argument('[number]', 'the number of a paragraph', paragraphNumber)
    .option('--text <text>', 'the translation')
    .option('--from <file>', 'lines of a paragraph number, a tab and its translation (- for standard input)')
    .option('--confirm', 'confirm what is written')
    .action(does(async () => (await import('./commands/translate.ts')).translate))

  add('annotate', 'annotate words of a source paragraph')
    .argument('<article>', 'the id of an article', articleId)
    .argument('<number>', 'the number of a paragraph', paragraphNumber)
    .requiredOption('--quote <text>', 'the words to annotate')
    .addOption(
      new Option('--kind <kind>', 'the kind of annotation').choices(ANNOTATION_KINDS).makeOptionMandatory(),
    )
    .option('--body <text>', 'what there is to say')
    .option('--occurrence <n>', 'which one, where the words stand there more than once', occurrence)
    .action(does(async () => (await import('./commands/annotate.ts')).annotate))

  addTermCommands(add, does)
  addMemoryCommands(add, does)

  add('export', 'hand articles over')
    .argument('<article...>', 'ids of articles', articleIds)
    .addOption(
      new Option('--format <format>', 'the kind of document (else from the end of --out)').choices(
        EXPORT_FORMATS,
      ),
    )
    .requiredOption('--out <path>', 'a file for one article, a folder for several')
    .addOption(
      new Option('--layout <layout>', 'both languages, or the translation alone').choices(EXPORT_LAYOUTS),
    )
    .action(does(async () => (await import('./commands/export.ts')).exportArticles))

  add('serve', 'serve the local page until Ctrl+C')
    .option('--port <n>', 'the port (else a free one)', portNumber)
    .option('--open', 'open it in the browser')
    .action(does(async () => (await import('./commands/serve.ts')).serve))
  return program
}
