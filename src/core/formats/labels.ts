import type { AnnotationKind } from '../model/annotation.ts'
import type { ParagraphStatus } from '../model/article.ts'
import type { BilingualAnnotation, BilingualArticle, BilingualParagraph } from './bilingual.ts'

/** The name a hand-over gives as the author of its notes. */
export const NOTE_AUTHOR = 'Naranhi'
export const NOTE_AUTHOR_INITIALS = 'N'

export const STATUS_SYMBOLS: Record<ParagraphStatus, string> = {
  untranslated: '○',
  draft: '●',
  confirmed: '✓',
}

export const LOCK_SYMBOL = '🔒'

export const STATUS_LABELS: Record<ParagraphStatus, string> = {
  untranslated: 'untranslated',
  draft: 'draft',
  confirmed: 'confirmed',
}

export const KIND_LABELS: Record<AnnotationKind, string> = {
  term: 'Term',
  name: 'Name',
  number: 'Number',
  question: 'Question',
  fact: 'Fact check',
  style: 'Style',
  note: 'Note',
}

export const NOTES_WITHOUT_A_PLACE = 'Notes without a place'

/** `✓ confirmed`, `● draft 🔒 locked`: never a symbol alone, so that nobody has to know them. */
export function statusText(paragraph: Pick<BilingualParagraph, 'status' | 'locked'>): string {
  const status = `${STATUS_SYMBOLS[paragraph.status]} ${STATUS_LABELS[paragraph.status]}`
  return paragraph.locked ? `${status} ${LOCK_SYMBOL} locked` : status
}

/** `Question`, or `Question (resolved)`. */
export function kindText(annotation: Pick<BilingualAnnotation, 'kind' | 'resolved'>): string {
  return `${KIND_LABELS[annotation.kind]}${annotation.resolved ? ' (resolved)' : ''}`
}

/**
 * What stands in a target-only document for a paragraph without a translation: an editor must neither
 * miss it nor take it for text, and needs the source to fill it in.
 */
export function untranslatedText(source: string): string {
  return `[untranslated: ${source}]`
}

export function isUntranslated(paragraph: Pick<BilingualParagraph, 'target'>): boolean {
  return paragraph.target.trim() === ''
}

export interface ArticleCounts {
  paragraphs: number
  translated: number
  confirmed: number
  /** 어절: stretches of the source between blanks. */
  eojeol: number
  /** Code points of the source, blanks included. */
  sourceCharacters: number
  /** Stretches of the target between blanks that hold a letter or a digit. */
  targetWords: number
}

export function countArticle(article: Pick<BilingualArticle, 'paragraphs'>): ArticleCounts {
  const counts: ArticleCounts = {
    paragraphs: article.paragraphs.length,
    translated: 0,
    confirmed: 0,
    eojeol: 0,
    sourceCharacters: 0,
    targetWords: 0,
  }
  for (const { source, target, status } of article.paragraphs) {
    if (target.trim() !== '') counts.translated++
    if (status === 'confirmed') counts.confirmed++
    counts.eojeol += source.match(/\S+/gu)?.length ?? 0
    counts.sourceCharacters += [...source].length
    counts.targetWords += target.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0
  }
  return counts
}

/** 12345 → `12,345`. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
}

/** `1 paragraph`, `2 paragraphs`. */
export function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`
}

/** What the English text is called: its headline, or the Korean title where none was given; with its language. */
export function englishTitle({ head }: BilingualArticle): { text: string; script: 'en' | 'ko' } {
  const headline = head.headline.trim()
  return headline === '' ? { text: head.title.trim(), script: 'ko' } : { text: headline, script: 'en' }
}

/** Outlet, byline and date, those that are known. */
export function originText(article: BilingualArticle): string {
  const { outlet, byline, dateline } = article.head
  return [outlet, byline, dateline].filter((part) => part.trim() !== '').join(' · ')
}

/** `684 어절 · 2,312 characters → 1,204 words`. */
export function volumeText(counts: ArticleCounts): string {
  const source = `${grouped(counts.eojeol)} 어절 · ${counted(counts.sourceCharacters, 'character')}`
  return `${source} → ${counted(counts.targetWords, 'word')}`
}

export function progressText(counts: ArticleCounts): string {
  return `${grouped(counts.confirmed)} of ${counted(counts.paragraphs, 'paragraph')} confirmed`
}

/** Said at the head of a target-only document, or empty where nothing is missing. */
export function missingText(counts: ArticleCounts): string {
  const missing = counts.paragraphs - counts.translated
  if (missing === 0) return ''
  const verb = missing === 1 ? 'is' : 'are'
  return `${grouped(missing)} of ${counted(counts.paragraphs, 'paragraph')} ${verb} untranslated and marked in the text`
}

/** `2026-03-09 05:12 UTC`. Core knows no other time zone than the one an ISO time names. */
export function exportedText(exportedAt: string): string {
  const time = new Date(exportedAt)
  if (Number.isNaN(time.getTime())) return exportedAt
  return `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

/** The address if it is one that may become a link (http, https), else empty. */
export function linkable(address: string): string {
  return /^https?:\/\/[^\s"<>\\^`{|}]+$/i.test(address) ? address : ''
}
