import type { GlossaryEntry } from '../glossary.ts'
import { MAX_TERMS } from './concept.ts'
import { isoDate } from './date.ts'
import { attribute, text } from './escape.ts'
import { FORBIDDEN_MARKER, OWN_NOTE_ID, PART_PICKLIST, STATUS_PICKLIST } from './vocabulary.ts'

/** What is written of a term; a `Term` of the database is one. */
export type GlossaryEntryLike = Omit<GlossaryEntry, 'line' | 'column'>

export interface TbxOptions {
  /** `v3`: TBX-Basic in DCA style; `v2`: martif. */
  version: 'v3' | 'v2'
  title: string
}

/**
 * A glossary as TBX, in pieces to be put one after another. Terms that follow one another and say the same of the
 * concept share one, so they should come sorted by source. White space at the ends of values and what XML cannot
 * hold is lost, the rest comes back as it was. A v2 file without any term is well-formed but not valid: martif
 * demands one entry.
 */
export function* writeTbx(terms: Iterable<GlossaryEntryLike>, options: TbxOptions): Generator<string> {
  const names = options.version === 'v3' ? V3 : V2
  yield names.head(text(options.title))
  const counter = { concepts: 0, notes: 0 }
  let group: GlossaryEntryLike[] = []
  for (const term of terms) {
    if (group[0] && !belongs(group[0], group, term)) {
      yield concept(group, names, counter)
      group = []
    }
    group.push(term)
  }
  if (group.length > 0) yield concept(group, names, counter)
  yield names.foot
}

interface Names {
  entry: string
  language: string
  term: string
  head(title: string): string
  foot: string
}

const description = (title: string): string =>
  `<fileDesc><titleStmt><title>${title}</title></titleStmt>` +
  '<sourceDesc><p>Naranhi, a Korean–English glossary</p></sourceDesc></fileDesc>'

const V3: Names = {
  entry: 'conceptEntry',
  language: 'langSec',
  term: 'termSec',
  head: (title) =>
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">\n' +
    `<tbxHeader>${description(title)}</tbxHeader>\n<text>\n<body>\n`,
  foot: '</body>\n</text>\n</tbx>\n',
}

const V2: Names = {
  entry: 'termEntry',
  language: 'langSet',
  term: 'tig',
  head: (title) =>
    '<?xml version="1.0" encoding="UTF-8"?>\n<martif type="TBX" xml:lang="en">\n' +
    `<martifHeader>${description(title)}` +
    '<encodingDesc><p type="XCSURI">TBXBasicXCSV02.xcs</p></encodingDesc></martifHeader>\n<text>\n<body>\n',
  foot: '</body>\n</text>\n</martif>\n',
}

/** A target that is there already opens a new concept: within one, each spelling is read once. */
function belongs(first: GlossaryEntryLike, group: GlossaryEntryLike[], term: GlossaryEntryLike): boolean {
  return (
    group.length < MAX_TERMS &&
    first.source === term.source &&
    first.partOfSpeech === term.partOfSpeech &&
    first.domain === term.domain &&
    first.definition === term.definition &&
    first.url === term.url &&
    first.variants.length === term.variants.length &&
    first.variants.every((variant, index) => variant === term.variants[index]) &&
    !group.some((other) => other.target === term.target)
  )
}

interface Counter {
  concepts: number
  notes: number
}

function concept(group: GlossaryEntryLike[], names: Names, counter: Counter): string {
  const [first] = group as [GlossaryEntryLike]
  const parts = [
    descrip('subjectField', first.domain),
    descrip('definition', first.definition),
    first.url &&
      `<xref type="externalCrossReference" target="${attribute(first.url)}">${text(first.url)}</xref>\n`,
    language('ko', korean(first, names), names),
    language('en', group.map((term) => english(term, names, counter)).join(''), names),
  ]
  return `<${names.entry} id="c${++counter.concepts}">\n${parts.join('')}</${names.entry}>\n`
}

const descrip = (type: string, value: string): string =>
  value && `<descrip type="${type}">${text(value)}</descrip>\n`

const language = (code: string, terms: string, names: Names): string =>
  `<${names.language} xml:lang="${code}">\n${terms}</${names.language}>\n`

const termNote = (type: string, value: string): string => `<termNote type="${type}">${value}</termNote>`

function section(term: string, rest: string, names: Names): string {
  return `<${names.term}><term>${text(term)}</term>${rest}</${names.term}>\n`
}

/** Which of several is the source, their status tells every tool. */
function korean(term: GlossaryEntryLike, names: Names): string {
  const part = term.partOfSpeech && termNote('partOfSpeech', PART_PICKLIST[term.partOfSpeech])
  const status = (word: string): string => termNote('administrativeStatus', word)
  const preferred = term.variants.length > 0 ? status(STATUS_PICKLIST.preferred) : ''
  const variants = term.variants.map((variant) => section(variant, status(STATUS_PICKLIST.admitted), names))
  return section(term.source, part + preferred, names) + variants.join('')
}

function english(term: GlossaryEntryLike, names: Names, counter: Counter): string {
  const rest =
    termNote('administrativeStatus', STATUS_PICKLIST[term.status]) +
    transaction('origination', term.createdAt) +
    transaction('modification', term.updatedAt) +
    (term.status === 'forbidden' ? `<note>${FORBIDDEN_MARKER}</note>` : '') +
    note(term.note, counter)
  return section(term.target, rest, names)
}

function note(value: string, counter: Counter): string {
  if (!value) return ''
  const id = value.trim() === FORBIDDEN_MARKER ? ` id="${OWN_NOTE_ID}${++counter.notes}"` : ''
  return `<note${id}>${text(value)}</note>`
}

/** A date of TBX is a day; the time of day stands in a note beside it. */
function transaction(type: string, date: string): string {
  const iso = isoDate(date)
  if (!iso) return ''
  const time = iso.endsWith('T00:00:00.000Z') ? '' : `<note>${iso}</note>`
  const day = `<date>${iso.slice(0, 10)}</date>`
  return `<transacGrp><transac type="transactionType">${type}</transac>${day}${time}</transacGrp>`
}
