import { caseAtSentenceStart } from '#core/term/complete.ts'
import type { DeskData, DeskSuggestion, DeskTerm } from './desk.ts'
import { typedPart, wordBefore } from './typedPart.ts'
import { type editor, languages, Range, SOURCE_LANGUAGE, TARGET_LANGUAGE } from './monaco.ts'

const escapeMarkdown = (text: string): string => text.replace(/[\\`*_{}[\]()#+\-.!|<>~]/g, '\\$&')

/** The word and what becomes of it on one line, then a line for each translation. */
const describeTerm = (term: DeskTerm): string => {
  const head = [escapeMarkdown(term.source), term.reason, term.says].filter((part) => part !== '')
  const targets = term.targets.map(({ text, facts, forbidden }) => {
    const name = forbidden ? `~~${escapeMarkdown(text)}~~` : `**${escapeMarkdown(text)}**`
    return [name, ...facts.map(escapeMarkdown)].join(' · ')
  })
  return [head.join(' · '), ...targets].join('  \n')
}

/**
 * Hovers over the source and target, and completion in the target, for the two models of one desk. `offered` is told
 * what a list is about to show, before it shows it.
 */
export const provideAssistance = (
  models: { source: editor.ITextModel; target: editor.ITextModel },
  data: DeskData,
  offered: (suggestions: readonly DeskSuggestion[]) => void,
): (() => void) => {
  const hover = (side: 'source' | 'target'): languages.HoverProvider => ({
    provideHover: (model, position) => {
      if (model !== models[side]) return null
      const index = position.lineNumber - 1
      const offset = position.column - 1
      const contents = [
        ...data
          .marks(index)
          .filter((mark) => mark.side === side && mark.start <= offset && offset <= mark.end)
          .sort((a, b) => a.end - a.start - (b.end - b.start))
          .map((mark) => ({ value: `*${data.labels.kind(mark.kind)}*  \n${escapeMarkdown(mark.body)}` })),
        ...(side === 'source' ? data.terms(index) : [])
          .filter((term) => term.start <= offset && offset <= term.end)
          .map((term) => ({ value: describeTerm(term) })),
        ...(side === 'target' ? data.wrong(index) : [])
          .filter((wrong) => wrong.start <= offset && offset <= wrong.end)
          .map((wrong) => ({ value: wrong.says.map(escapeMarkdown).join('  \n') })),
      ]
      return contents.length > 0 ? { contents } : null
    },
  })

  const completion: languages.CompletionItemProvider = {
    // Signs inside a term end a word for the editor; the list stays open behind them all the same.
    triggerCharacters: ['-', '’', "'", '&'],
    provideCompletionItems: async (model, position) => {
      if (model !== models.target) return null
      const line = model.getLineContent(position.lineNumber)
      const before = line.slice(0, position.column - 1)
      const typed = wordBefore(before)
      const found = await data.suggestions(position.lineNumber - 1, typed)
      offered(found)
      return {
        suggestions: found.map((suggestion) => {
          const part = typed === '' ? '' : typedPart(before, typed, [suggestion.text, suggestion.source])
          const text = caseAtSentenceStart(suggestion.text, before.slice(0, before.length - part.length))
          return {
            label: { label: text, description: suggestion.detail },
            // Not `Text`: those are the words of the document, which are switched off.
            kind: languages.CompletionItemKind.Reference,
            insertText: text,
            // All that was found fits, whichever script it was found by.
            filterText: part,
            sortText: String(suggestion.rank).padStart(5, '0'),
            range: new Range(
              position.lineNumber,
              position.column - part.length,
              position.lineNumber,
              position.column,
            ),
          }
        }),
        incomplete: true,
      }
    },
  }
  const registered = [
    languages.registerHoverProvider(SOURCE_LANGUAGE, hover('source')),
    languages.registerHoverProvider(TARGET_LANGUAGE, hover('target')),
    languages.registerCompletionItemProvider(TARGET_LANGUAGE, completion),
  ]
  return () => registered.forEach((registration) => registration.dispose())
}
