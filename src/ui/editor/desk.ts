import type { AnnotationKind, Side } from '#core/model/annotation.ts'
import type { ParagraphStatus } from '#core/model/article.ts'
import type { TermStatus } from '#core/model/term.ts'

/**
 * The words the rest of the window uses to speak with the editor: paragraphs by their index (from 0), places in a
 * text as UTF-16 offsets. Monaco's lines and columns never leave `ui/editor`.
 */
export interface DeskLine {
  source: string
  target: string
  status: ParagraphStatus
  locked: boolean
}

export interface DeskPlace {
  side: Side
  index: number
  offset: number
}

export interface DeskSelection {
  side: Side
  index: number
  /** Inside one paragraph, `end` exclusive. */
  start: number
  end: number
  text: string
  /** Whether it is one whole word, with whatever is attached to it. */
  wholeWord: boolean
}

export interface DeskMark {
  id: number
  side: Side
  start: number
  end: number
  kind: AnnotationKind
  resolved: boolean
  body: string
}

export interface DeskTerm {
  start: number
  end: number
  /** The Korean as the glossary has it. */
  source: string
  status: TermStatus
  /** What became of it: `open` as long as nothing is translated. */
  state: 'open' | 'missing' | 'rendered' | 'wrong'
  /** The state in words; empty while it is open. */
  says: string
  /** Each translation with what is to be known of it. */
  targets: { text: string; facts: string[]; forbidden: boolean }[]
  /** Why it was found: a particle, a suffix, spacing; empty for the plain word. */
  reason: string
}

/** A stretch of a target that is not to be used. */
export interface DeskWrong {
  start: number
  end: number
  forbidden: boolean
  /** Lines that say what is wrong and what to write instead. */
  says: string[]
}

export interface DeskSuggestion {
  text: string
  /** What is written small beside it: the Korean, where it comes from. */
  detail: string
  /** The Korean it stands for. */
  source: string
  /** Whether its term stands in the paragraph that is being translated. */
  inParagraph: boolean
  rank: number
}

/** What the editor asks for while it draws and helps; answered from what is already in the page. */
export interface DeskData {
  marks(index: number): readonly DeskMark[]
  terms(index: number): readonly DeskTerm[]
  wrong(index: number): readonly DeskWrong[]
  suggestions(index: number, typed: string): Promise<readonly DeskSuggestion[]>
  labels: {
    source: string
    target: string
    locked: string
    status(status: ParagraphStatus): string
    kind(kind: AnnotationKind): string
    annotations(count: number): string
  }
}

export interface DeskEvents {
  /** A user's edit (typing, undo, paste …) has changed the target of a paragraph. */
  targetChanged(index: number, text: string): void
  /** Editing of a source has ended with another text than it began with. */
  sourceEdited(index: number, before: string, after: string): void
  sourceEditing(index: number | null): void
  moved(place: DeskPlace, selection: DeskSelection | null): void
  refused(index: number): void
  left(): void
  /** The paragraphs on screen and some around them: their terms are wanted. */
  shown(first: number, last: number): void
  /** A click of the right button on the text; the caret stands there. True where something answers it. */
  asked(place: DeskPlace, event: MouseEvent): boolean
  /** A paste that has line breaks, at a place where it could also fill the paragraphs that follow. */
  pastedLines(lines: string[], place: DeskPlace): void
}
