import type { TermContent } from '../model/term.ts'

/** An entry as a file has it. */
export interface GlossaryEntry extends TermContent {
  createdAt: string
  updatedAt: string /* ISO or '' */
  line: number
  column: number
}

export interface GlossaryNotice {
  code: string
  line: number | null
  column: number | null
  detail: string
}
