import type { GlossaryEntry, GlossaryNotice } from '../glossary.ts'
import { factsOf, type Facts, type Unread } from './facts.ts'
import { elementsOf, isLanguage, lineOf, type TbxElement } from './tree.ts'

interface ReadTerm {
  text: string
  facts: Facts
  /** What the language level round it says. */
  around: Facts
  at: TbxElement
}

const LANGUAGES = new Set(['langSet', 'langSec'])
const TERMS = new Set(['tig', 'ntig', 'termSec'])

/**
 * The entries of one concept: its Korean terms are one source with variants, every English term gives an entry. What
 * the concept or a language says holds for all of them; what a term says for itself comes first.
 */
export function entriesOf(
  concept: TbxElement,
  unread: Unread,
): { entries: GlossaryEntry[]; notice: GlossaryNotice | null } {
  const korean = uniqueTerms(concept, 'ko', unread)
  const english = uniqueTerms(concept, 'en', unread)
  const source = korean.find((term) => term.facts.status === 'preferred') ?? korean[0]
  if (!source || english.length === 0) return { entries: [], notice: missing(concept, korean, english) }
  const shared = factsOf(concept, unread)
  const variants = korean.filter((term) => term !== source)
  return {
    entries: english.map((target) => entry(source, variants, target, shared)),
    notice: null,
  }
}

function entry(source: ReadTerm, variants: ReadTerm[], target: ReadTerm, shared: Facts): GlossaryEntry {
  const near = [target.facts, target.around]
  const korean = [source, ...variants]
  const ofKorean = [...korean.map((term) => term.facts), ...korean.map((term) => term.around)]
  const levels = [...near, ...ofKorean, shared]
  const general = [shared, ...ofKorean, ...near]
  const first = (pick: (facts: Facts) => string): string => levels.map(pick).find(Boolean) ?? ''
  const all = (pick: (facts: Facts) => string[], order: Facts[]): string[] => [
    ...new Set(order.flatMap(pick)),
  ]
  return {
    source: source.text,
    variants: variants.map((term) => term.text),
    target: target.text,
    // Of the Korean: its own word goes before that of the English.
    partOfSpeech: [...ofKorean, shared, ...near].map((facts) => facts.partOfSpeech).find(Boolean) ?? '',
    // A status of the Korean says nothing about its translation.
    status: target.facts.status ?? target.around.status ?? shared.status ?? 'preferred',
    domain: all((facts) => facts.domains, general).join(', '),
    definition: all((facts) => facts.definitions, general).join('\n'),
    note: all((facts) => facts.notes, levels).join('\n'),
    url: first((facts) => facts.url),
    createdAt: first((facts) => facts.createdAt),
    updatedAt: first((facts) => facts.updatedAt),
    line: target.at.line,
    column: target.at.column,
  }
}

/** Of one language in one concept. Real ones have a handful; every source goes with every target. */
export const MAX_TERMS = 500

/** Each spelling once: en-US and en-GB often agree. */
function uniqueTerms(concept: TbxElement, language: 'ko' | 'en', unread: Unread): ReadTerm[] {
  const terms = new Map<string, ReadTerm>()
  for (const section of elementsOf(concept)) {
    if (!LANGUAGES.has(section.name) || !isLanguage(section.lang, language)) continue
    const around = factsOf(section, unread)
    for (const at of elementsOf(section)) {
      if (!TERMS.has(at.name)) continue
      const text = termText(at)
      if (!text || terms.has(text)) continue
      if (terms.size === MAX_TERMS) {
        unread('too-many-terms', text)
        return [...terms.values()]
      }
      terms.set(text, { text, facts: factsOf(at, unread), around, at })
    }
  }
  return [...terms.values()]
}

function termText(section: TbxElement): string {
  const parts = elementsOf(section).flatMap((part) => (part.name === 'termGrp' ? elementsOf(part) : [part]))
  const term = parts.find((part) => part.name === 'term')
  return term ? lineOf(term) : ''
}

function missing(concept: TbxElement, korean: ReadTerm[], english: ReadTerm[]): GlossaryNotice {
  return {
    code: korean.length === 0 ? 'no-source' : 'no-target',
    line: concept.line,
    column: concept.column,
    detail: [...korean, ...english].map((term) => term.text).join(', ') || concept.id,
  }
}
