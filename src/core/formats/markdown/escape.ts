import { storable } from '../spans.ts'

/**
 * Text as one line of Markdown that reads back as the same text, in CommonMark 0.31 and with the extensions of
 * GitHub (strikethrough, whose single `~` would eat Korean ranges like `3~5%`; footnotes, tables, links
 * without brackets) and with `$` formulas.
 */
export function escapeMarkdown(text: string): string {
  return asLine(escapeInline(text))
}

/** A stretch of a line: what means something anywhere in a line is escaped. */
export function escapeInline(text: string): string {
  return (
    storable(text)
      .replace(/[\\`*_[\]<|~$]/g, '\\$&')
      .replace(/&(?=#?[A-Za-z0-9]+;)/g, '\\&')
      // Addresses become links, in which a backslash is a letter: keep them from being seen.
      .replace(/:(?=\/\/)/g, '\\:')
      .replace(/@/g, '\\@')
      .replace(/www(?=\.)/gi, '$&\\')
      .replace(/[\r\n]/g, named)
      // A stretch may be followed by a footnote mark, which would become an image.
      .replace(/!$/, '\\!')
  )
}

/** Escaped stretches, joined, as a line of its own: what means something at the edges of a line is escaped. */
export function asLine(inline: string): string {
  return escapeStart(inline).replace(/[ \t]+$/, named)
}

function escapeStart(line: string): string {
  return line
    .replace(/^[ \t]+/, named)
    .replace(/^[#>+=-]/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=[ \t]|$)/, '$1\\$2')
}

/** As character references: blanks at an edge of a line and newlines are dropped by readers unless they are named. */
function named(run: string): string {
  return [...run].map((character) => `&#${character.charCodeAt(0)};`).join('')
}
