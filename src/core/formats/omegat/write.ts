import type { GlossaryEntry } from '../glossary.ts'
import { writeComment } from './comment.ts'
import { flat } from './line.ts'

/**
 * An OmegaT glossary, a line a piece, without a BOM. Line breaks and tabs within values become blanks and dates are
 * left out; all else is read back as it was.
 */
export function* writeOmegat(terms: Iterable<Omit<GlossaryEntry, 'line' | 'column'>>): Generator<string> {
  yield '# Korean\tEnglish\tComment (UTF-8, separated by tabs)\n'
  for (const term of terms) {
    const source = flat(term.source)
    const comment = writeComment({
      status: term.status,
      partOfSpeech: term.partOfSpeech,
      domain: flat(term.domain),
      definition: flat(term.definition),
      variants: term.variants.map(flat).filter(Boolean),
      url: flat(term.url),
      note: flat(term.note),
    })
    // A line that begins with # is a comment; a blank before it is taken off by every reader.
    const shielded = source.startsWith('#') ? ` ${source}` : source
    yield [shielded, flat(term.target), ...(comment ? [comment] : [])].join('\t') + '\n'
  }
}
