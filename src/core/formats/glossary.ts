import type { TermContent } from '../model/term.ts'

/** An entry as a file has it. */
export interface GlossaryEntry extends TermContent {
  /** ISO 8601, or empty. */
  createdAt: string
  updatedAt: string
  /** Where it stands, from 1; in a table the row and column. */
  line: number
  column: number
}

/** What was left out or read otherwise than it stands. */
export interface GlossaryNotice {
  code: string
  line: number | null
  column: number | null
  detail: string
}
