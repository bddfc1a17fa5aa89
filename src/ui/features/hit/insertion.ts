import { caseAtSentenceStart } from '#core/term/complete.ts'
import type { DeskEditor } from '../../editor/deskEditor.ts'

/** Words are parted by a space; what opens or joins (a bracket, a quotation mark, a hyphen, a slash) takes none behind it. */
const ENDS_WORD = /[\p{L}\p{M}\p{N},;:.!?%)\]}”’…]$/u
const BEGINS_WORD = /^[\p{L}\p{N}(“‘]/u

/**
 * A term as it goes into a text at the caret: parted by spaces from the words on both sides, so that it can be taken in
 * the middle of typing. `lead` and `trail` are what is added around it.
 */
export const spacedInsertion = (
  before: string,
  text: string,
  after: string,
): { lead: string; text: string; trail: string } => ({
  lead: ENDS_WORD.test(before) && BEGINS_WORD.test(text) ? ' ' : '',
  text,
  trail: BEGINS_WORD.test(after) && /[\p{L}\p{N}]$/u.test(text) ? ' ' : '',
})

/**
 * Puts a term at the caret of the translation, over what is selected, as one undo step: with a capital where a sentence
 * begins. Gives what stands there now, without the spaces around it, and where it begins.
 */
export const insertSpaced = (editor: DeskEditor, target: string): { start: number; text: string } => {
  const before = editor.textBeforeCaret()
  const { lead, text, trail } = spacedInsertion(
    before,
    caseAtSentenceStart(target, before),
    editor.textAfterCaret(),
  )
  editor.insert(lead + text, trail)
  return { start: before.length + lead.length, text }
}
