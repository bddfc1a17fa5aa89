import type { PartOfSpeech, TermStatus } from '../../model/term.ts'

/** Letters only, small: `preferredTerm-admn-sts`, `Preferred term` and `PREFERRED_TERM` differ in dress alone. */
const bare = (word: string): string => word.toLowerCase().replace(/[^\p{L}]/gu, '')

const STATUS_WORDS: Record<TermStatus, string[]> = {
  preferred: ['preferred', 'standardized', 'standardised', 'standard', 'legal', 'recommended', 'approved'],
  admitted: ['admitted', 'regulated', 'allowed', 'accepted', 'acceptable', 'alternative', 'proposed'],
  deprecated: ['deprecated', 'superseded', 'obsolete', 'notrecommended', 'outdated', 'archaic'],
  forbidden: [
    'forbidden',
    'donotuse',
    'dontuse',
    'prohibited',
    'notallowed',
    'rejected',
    'banned',
    'nottobeused',
  ],
}
const STATUS_OF = new Map(
  (Object.keys(STATUS_WORDS) as TermStatus[]).flatMap((status) =>
    STATUS_WORDS[status].map((word) => [word, status] as const),
  ),
)

/** From the mildest. Where a term is said to be several things, the hardest word counts. */
const SEVERITY: TermStatus[] = ['preferred', 'admitted', 'deprecated', 'forbidden']
export const severest = (
  one: TermStatus | undefined,
  other: TermStatus | undefined,
): TermStatus | undefined =>
  one && other ? (SEVERITY.indexOf(one) > SEVERITY.indexOf(other) ? one : other) : (one ?? other)

/** The status a word of some tool means; undefined where it means none. */
export const statusOf = (word: string): TermStatus | undefined =>
  STATUS_OF.get(
    bare(word)
      .replace(/(?:admnsts|admnst)$/, '')
      .replace(/terms?$/, ''),
  )

/** Categories that hold nothing but a status. */
const STATUS_CATEGORIES = new Set([
  'administrativestatus',
  'normativeauthorization',
  'languageplanningqualifier',
  'status',
  'termstatus',
  'usagestatus',
  'approvalstatus',
])
/** Categories that may hold one, and other things too. */
const USAGE_CATEGORIES = new Set(['usage', 'usagenote'])
const NO = new Set(['', 'false', 'no', 'n', '0'])

export type Kind =
  | 'status'
  | 'usage'
  | 'forbidden'
  | 'partOfSpeech'
  | 'domain'
  | 'definition'
  | 'note'
  | 'link'
  | 'source'
  | 'other'

const KINDS: Partial<Record<string, Kind>> = {
  partofspeech: 'partOfSpeech',
  pos: 'partOfSpeech',
  subjectfield: 'domain',
  subject: 'domain',
  domain: 'domain',
  definition: 'definition',
  explanation: 'definition',
  // Without a type, as the Translate Toolkit writes it.
  descrip: 'definition',
  note: 'note',
  comment: 'note',
  remark: 'note',
  externalcrossreference: 'link',
  url: 'link',
  link: 'link',
  source: 'source',
  xsource: 'source',
  sourceidentifier: 'source',
  forbidden: 'forbidden',
  isforbidden: 'forbidden',
  termforbidden: 'forbidden',
}

/** What a data category is about, whatever its tool calls it. */
export function kindOf(category: string): Kind {
  const word = bare(category)
  if (STATUS_CATEGORIES.has(word)) return 'status'
  if (USAGE_CATEGORIES.has(word)) return 'usage'
  return Object.hasOwn(KINDS, word) ? (KINDS[word] ?? 'other') : 'other'
}

/** A flag is set unless it says no. */
export const isSet = (value: string): boolean => !NO.has(value.trim().toLowerCase())

const PARTS: Record<string, PartOfSpeech> = {
  '': '',
  noun: 'noun',
  n: 'noun',
  명사: 'noun',
  nounphrase: 'noun',
  commonnoun: 'noun',
  propernoun: 'name',
  propername: 'name',
  name: 'name',
  고유명사: 'name',
  verb: 'verb',
  v: 'verb',
  동사: 'verb',
  adjective: 'adjective',
  adj: 'adjective',
  형용사: 'adjective',
}

export const partOfSpeechOf = (word: string): PartOfSpeech => {
  const key = bare(word)
  return Object.hasOwn(PARTS, key) ? (PARTS[key] ?? 'other') : 'other'
}

/** As the picklist of TBX-Basic has them. */
export const PART_PICKLIST: Record<Exclude<PartOfSpeech, ''>, string> = {
  noun: 'noun',
  name: 'properNoun',
  verb: 'verb',
  adjective: 'adjective',
  other: 'other',
}

/** The picklist has no word for forbidden: it goes out as deprecated, with the marker as a note beside it. */
export const STATUS_PICKLIST: Record<TermStatus, string> = {
  preferred: 'preferredTerm-admn-sts',
  admitted: 'admittedTerm-admn-sts',
  deprecated: 'deprecatedTerm-admn-sts',
  forbidden: 'deprecatedTerm-admn-sts',
}

/** A note that any tool shows as it stands and that makes a deprecated term forbidden when it is read here. */
export const FORBIDDEN_MARKER = 'Forbidden: do not use this term.'

/** A user's own note that reads like the marker is given an id that begins so, and stays a note. */
export const OWN_NOTE_ID = 'own-note-'
