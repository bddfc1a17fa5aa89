import type { PartOfSpeech, TermStatus } from '../../model/term.ts'
import { isoDate } from './date.ts'
import { elementsOf, lineOf, textOf, type TbxElement } from './tree.ts'
import {
  FORBIDDEN_MARKER,
  isSet,
  kindOf,
  OWN_NOTE_ID,
  partOfSpeechOf,
  severest,
  statusOf,
} from './vocabulary.ts'

/** What one level (concept, language or term) says, apart from the levels below it. */
export interface Facts {
  status: TermStatus | undefined
  partOfSpeech: PartOfSpeech
  domains: string[]
  definitions: string[]
  notes: string[]
  url: string
  createdAt: string
  updatedAt: string
}

/** Says what was not taken over: a data category without a place here, a status nobody knows, terms past a limit. */
export type Unread = (code: 'unread-category' | 'unknown-status' | 'too-many-terms', detail: string) => void

const GROUPS = new Set(['descripGrp', 'adminGrp', 'termNoteGrp', 'termGrp'])
const BELOW = new Set(['langSet', 'langSec', 'tig', 'ntig', 'termSec', 'term', 'termCompList'])

export function factsOf(level: TbxElement, unread: Unread): Facts {
  const facts: Facts = {
    status: undefined,
    partOfSpeech: '',
    domains: [],
    definitions: [],
    notes: [],
    url: '',
    createdAt: '',
    updatedAt: '',
  }
  gather(level, facts, unread)
  return facts
}

function gather(level: TbxElement, facts: Facts, unread: Unread): void {
  for (const element of elementsOf(level)) {
    if (BELOW.has(element.name)) continue
    if (GROUPS.has(element.name)) gather(element, facts, unread)
    else if (element.name === 'transacGrp') takeDate(element, facts)
    else take(element, facts, unread)
  }
}

const LINK = /^https?:\/\/\S+$/i

function take(element: TbxElement, facts: Facts, unread: Unread): void {
  const text = textOf(element)
  const link = [element.target, text].find((value) => LINK.test(value))
  switch (kindOf(element.category)) {
    case 'status': {
      const status = statusOf(text)
      facts.status = severest(facts.status, status)
      if (!status && text) unread('unknown-status', text)
      return
    }
    case 'usage': {
      const status = statusOf(text)
      facts.status = severest(facts.status, status)
      if (!status && text) facts.notes.push(text)
      return
    }
    case 'forbidden':
      if (isSet(text)) facts.status = 'forbidden'
      return
    case 'partOfSpeech':
      facts.partOfSpeech ||= partOfSpeechOf(text)
      return
    case 'domain':
      if (text) facts.domains.push(lineOf(element))
      return
    case 'definition':
      if (text) facts.definitions.push(text)
      return
    case 'note':
      if (text === FORBIDDEN_MARKER && !element.id.startsWith(OWN_NOTE_ID)) facts.status = 'forbidden'
      else if (text) facts.notes.push(text)
      return
    default:
      if (link && (element.name === 'xref' || kindOf(element.category) !== 'other')) facts.url ||= link
      else if (text || element.target) unread('unread-category', element.category)
  }
}

/** `transac type="transactionType"` with the word as its text; MultiTerm has the word as the type and a user as text. */
function takeDate(group: TbxElement, facts: Facts): void {
  const parts = elementsOf(group)
  const dates = (name: string): string[] =>
    parts.filter((part) => part.name === name).map((part) => isoDate(textOf(part)))
  const day = dates('date')[0]
  const transaction = parts.find((part) => part.name === 'transac' || part.name === 'transactionType')
  if (!transaction || !day) return
  // A note that says the same day to the second says more than the date may.
  const date = dates('note').find((exact) => exact.slice(0, 10) === day.slice(0, 10)) ?? day
  const words = transaction.category === 'transactionType' ? textOf(transaction) : transaction.category
  if (/orig|creat|input/i.test(words)) facts.createdAt ||= date
  // Of several changes the last counts: ISO dates of one form sort as text.
  else if (/modif|updat|chang/i.test(words) && date > facts.updatedAt) facts.updatedAt = date
}
