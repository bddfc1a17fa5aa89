import { cutSentences } from '#core/text/segment.ts'
import { joinTexts, splitText } from '#core/text/splitJoin.ts'
import type { ParagraphStatus } from '#core/model/article.ts'
import { newLocal, type ArticleSession, type LocalParagraph } from './session.ts'
import type { DeskEditor } from '../../editor/deskEditor.ts'
import type { DeskLine } from '../../editor/desk.ts'

const line = ({ source, target, status, locked }: LocalParagraph): DeskLine => ({
  source,
  target,
  status,
  locked,
})
const statusOf = (target: string): ParagraphStatus => (target === '' ? 'untranslated' : 'draft')

/**
 * Where to cut the other side when only one says where: at the sentence boundary whose share of the text comes
 * nearest; a text of one sentence goes to the first part whole.
 */
export const matchingOffset = (text: string, share: number): number => {
  const ends = cutSentences(text)
    .slice(0, -1)
    .map(({ end }) => end)
  if (ends.length === 0) return text.length
  const wanted = share * text.length
  return ends.reduce((best, end) => (Math.abs(end - wanted) < Math.abs(best - wanted) ? end : best))
}

interface Replacement {
  index: number
  before: LocalParagraph[]
  /** The texts the old run had, since its paragraphs are changed in place. */
  old: DeskLine[]
  after: LocalParagraph[]
  now: DeskLine[]
}

/** Shows and writes a replacement, and leaves a step on the undo stack that does the reverse. */
const replace = (
  session: ArticleSession,
  editor: DeskEditor,
  change: Replacement,
  origin: 'split' | 'join',
  label: string,
  onError: (error: unknown) => void,
): void => {
  const put = (from: LocalParagraph[], to: LocalParagraph[], lines: DeskLine[], how: 'split' | 'join') => {
    editor.splice(change.index, from.length, lines, { side: 'target', index: change.index, offset: 0 })
    session.restructure(change.index, from, to, lines, how).catch(onError)
  }
  const forth = () => put(change.before, change.after, change.now, origin)
  const back = () => put(change.after, change.before, change.old, origin === 'split' ? 'join' : 'split')
  forth()
  editor.pushStep(label, back, forth)
}

/**
 * Splits a paragraph at the carets. False when there is nothing to split: a caret at the edge on both sides, or a
 * locked paragraph.
 */
export const splitParagraph = (
  session: ArticleSession,
  editor: DeskEditor,
  index: number,
  label: string,
  onError: (error: unknown) => void,
): boolean => {
  const paragraph = session.at(index)
  if (!paragraph || paragraph.locked) return false
  const { source, target } = paragraph
  const side = editor.focusedSide
  const own = editor.offsetIn(side, index) ?? 0
  const text = side === 'source' ? source : target
  const share = text.length === 0 ? 0 : own / text.length
  const inside = (offset: number | null, whole: string) =>
    offset !== null && offset > 0 && offset < whole.length
  const other = editor.offsetIn(side === 'source' ? 'target' : 'source', index)
  const cut = (own_: boolean, whole: string) =>
    own_ ? own : inside(other, whole) ? (other as number) : matchingOffset(whole, share)
  const sources = splitText(source, cut(side === 'source', source))
  const targets = target === '' ? (['', ''] as const) : splitText(target, cut(side === 'target', target))
  if (sources[0] === '' || sources[1] === '') return false
  const added = newLocal(sources[1], targets[1], statusOf(targets[1]))
  const lines = [0, 1].map((place) => ({
    source: sources[place] as string,
    target: targets[place] as string,
    status: statusOf(targets[place] as string),
    locked: false,
  }))
  replace(
    session,
    editor,
    { index, before: [paragraph], old: [line(paragraph)], after: [paragraph, added], now: lines },
    'split',
    label,
    onError,
  )
  return true
}

/** Joins a paragraph with the one after it. False at the end of the article or where one of the two is locked. */
export const joinParagraph = (
  session: ArticleSession,
  editor: DeskEditor,
  index: number,
  label: string,
  onError: (error: unknown) => void,
): boolean => {
  const first = session.at(index)
  const second = session.at(index + 1)
  if (!first || !second || first.locked || second.locked) return false
  const joined: DeskLine = {
    source: joinTexts(first.source, second.source, 'source').text,
    target: joinTexts(first.target, second.target, 'target').text,
    status: 'draft',
    locked: false,
  }
  joined.status = statusOf(joined.target)
  replace(
    session,
    editor,
    { index, before: [first, second], old: [line(first), line(second)], after: [first], now: [joined] },
    'join',
    label,
    onError,
  )
  return true
}
