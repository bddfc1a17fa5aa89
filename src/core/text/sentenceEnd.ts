/** What a stop means by the words around it. Every look is bounded, so that cutting stays linear. */

export const STOP = /[.?!。！？．｡…‥]/
export const CLOSER = /[”’"'」』》〉>)\]）］】〕]/
const LATIN = /[A-Za-zＡ-Ｚａ-ｚ]/
const DIGIT = /[0-9０-９]/
const SPACE = /\s/

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Short forms that end in a stop and not a sentence. */
const ABBREVIATIONS = words(
  'co ltd inc corp vs mr mrs ms dr st jr sr prof gen gov sen rep rev approx dept est etc al bros cf ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec',
)
/** Short forms only where a number follows: `No. 1`, but “He said no. Then …”. */
const BEFORE_NUMBERS = words('no nos vol fig pp p ch sec art')

/** An ellipsis behind these closes a sentence; behind anything else it is a pause. */
const CLOSED_BEFORE_ELLIPSIS = /[다요까죠네군음함됨임]$/

const HANGUL_NEXT = '(?![가-힣])'

/** What follows a closed quotation without a space and belongs to its sentence: quoting words, copula, particles. */
const JOINED = new RegExp(
  '^(?:' +
    [
      `(?:이라|라|하)?(?:고|며|면서|는)(?:도|까지|만|는|서|의|부터)?${HANGUL_NEXT}`,
      // Without the space that belongs behind it: `”라고말했다`, `”고말했다`.
      '이?라고(?!스)|고(?=말[했하]|밝혔|전했|했)',
      '이?라(?:던|든|면|기|는데|니|더니|지만)|이?란다|이?랍니다',
      `이?(?:란|라|던)${HANGUL_NEXT}|니${HANGUL_NEXT}`,
      '이다|이었|이지만|였|입니다|했|한다|인데|다(?=[.?!])',
      '(?:은|는)커녕|(?:으로|로)(?:써|서)(?:는|도|의)?(?![가-힣])',
      // But `”이 같은 분석은`: a sentence that begins without its space.
      `(?!이\\s(?:같은|관계자|밖에|자리))(?:이|가|은|을|를|와|과|의|에|로|으로|도|만|나|이나|인)${HANGUL_NEXT}`,
      `(?:에|에서|에게|으로|로|와|과)(?:는|도|만|의)?${HANGUL_NEXT}`,
      `(?:처럼|보다|까지|부터|조차|만|뿐|등)(?:은|는|이|가|을|의|에|도|으로)?${HANGUL_NEXT}`,
    ].join('|') +
    ')',
)
// `이 방안은` begins a sentence, so of the particles only those that mean nothing when they stand alone.
const SPACED = new RegExp(
  '^\\s+(?:' +
    [
      `(?:(?:이라|라|하)(?:고|며|면서|는)(?:도|까지|만|는)?|[고며란은는을를의와과로]|고(?:도|는|까지)|면서도?|이란|이라|등[은이을의에]?|등으로|같은)${HANGUL_NEXT}`,
      // `가.` would be a list mark.
      '가(?=\\s)|이?라(?:던|는데)(?![가-힣])|등이[다었]|(?:했다|했[고으지]|한다)(?![가-힣])',
      '말했|말하|밝혔|밝히|전했|강조했|설명했|덧붙였|지적했|반문했|주장했|당부했|물었|물으|답했|외쳤',
    ].join('|') +
    ')',
)
/** A list of quotations, or who said it behind a dash. */
const LISTED = /^\s*(?:[,;:·、，；：]|[—–-]\s?[가-힣A-Za-z])/

/** A bracket between a quotation and its quoting word: `“…다.”(사진)고 말했다`. */
const ASIDE = /^\s?[(（][^()（）]{1,40}[)）]/

/** Code units looked at behind a closing mark. */
const AHEAD = 14

/** Whether what follows a closing mark that ends at `index` still belongs to the sentence. */
export const goesOn = (text: string, index: number): boolean => {
  const rest = text.slice(index, index + AHEAD)
  if (JOINED.test(rest) || SPACED.test(rest) || LISTED.test(rest)) return true
  const aside = ASIDE.exec(text.slice(index, index + 44))?.[0]
  return aside !== undefined && JOINED.test(text.slice(index + aside.length, index + aside.length + AHEAD))
}

/** Whether words that can only stand behind a closed quotation begin at `index`. */
export const quotesOn = (text: string, index: number): boolean =>
  /^(?:이?라(?:고|며|면서|는)|고|며)(?![가-힣])/.test(text.slice(index, index + AHEAD))

const SYLLABLES = '가나다라마바사아자차카타파하'
const ENUMERATOR =
  /^(?:[가나다라마바사아자차카타파하]|[0-9０-９]{1,3}(?:[-.][0-9]{1,2}){0,3}|[A-Za-z]|[IVX]{1,4}|[Ⅰ-Ⅻ①-⑳])$/

/** How far the lists in a line (`1.` `2.`, `가.` `나.`) have come; the place of the last mark read, from 1. */
export interface ListPlace {
  number: number
  syllable: number
}

/** Whether the stop at `at` is that of a list mark: at the start of a sentence, or the next in a list begun before. */
const isListMark = (text: string, at: number, sentenceStart: number, list: ListPlace): boolean => {
  const mark =
    /(?:^|[\s:(])([0-9]{1,2}|[가-하])$/.exec(text.slice(Math.max(sentenceStart, at - 4), at))?.[1] ?? ''
  const number = DIGIT.test(mark) ? Number(mark) : 0
  const syllable = mark === '' ? 0 : SYLLABLES.indexOf(mark) + 1
  const starts = at - sentenceStart <= 12 && ENUMERATOR.test(text.slice(sentenceStart, at))
  const next = (number > 0 && number === list.number + 1) || (syllable > 0 && syllable === list.syllable + 1)
  if (!starts && !(next && /[\s가-힣]/.test(text[at + 1] ?? ''))) return false
  if (number > 0) list.number = number
  if (syllable > 0) list.syllable = syllable
  return true
}

const endsAfterLatin = (text: string, at: number, end: number): boolean => {
  const after = text[end] ?? ''
  if (LATIN.test(after) || DIGIT.test(after)) return false
  let start = at
  while (start > 0 && at - start < 20 && /[A-Za-z.&]/.test(text[start - 1] as string)) start--
  const word = text.slice(start, at)
  // `3.5%p`, `20m`: a unit.
  if (word.length === 1 && /[%0-9]/.test(text[start - 1] ?? '')) return true
  // U.S, e.g, Ph.D, J
  if (/^(?:[A-Za-z]{1,3}\.)*[A-Za-z]$/.test(word) || ABBREVIATIONS.has(word.toLowerCase())) return false
  return !(BEFORE_NUMBERS.has(word.toLowerCase()) && /^\s*[0-9]/.test(text.slice(end, end + 3)))
}

/**
 * Whether the run of stops in `[at, end)` can end a sentence, by what stands around it.
 *
 * @param sentenceStart where the sentence begins, white space passed over
 * @param list read and moved on by list marks
 */
export const endsSentence = (
  text: string,
  at: number,
  end: number,
  sentenceStart: number,
  list: ListPlace,
): boolean => {
  const after = text[end] ?? ''
  if (after === '') return true
  if (/[,;·、，；]/.test(after)) return false
  const before = text[at - 1] ?? ' '
  if (end - at > 1 || /[…‥]/.test(text[at] as string)) {
    // A run that holds a question or exclamation mark ends; one of dots alone may be a pause.
    for (let place = at; place < end; place++) if (/[?!。！？｡]/.test(text[place] as string)) return true
    return CLOSED_BEFORE_ELLIPSIS.test(before) && (SPACE.test(after) || CLOSER.test(after))
  }
  if (!/[.．]/.test(text[at] as string)) return true
  if (isListMark(text, at, sentenceStart, list)) return false
  // `.NET`, `.5`
  if (SPACE.test(before)) return !LATIN.test(after) && !DIGIT.test(after)
  if (DIGIT.test(before))
    return !DIGIT.test(after) && !LATIN.test(after) && !/^\s*[%℃]/.test(text.slice(end, end + 2))
  if (LATIN.test(before)) return endsAfterLatin(text, at, end)
  // Hangul, a bracket, a percent sign …: a stop is a stop, with or without a space behind it.
  return true
}

/**
 * How the inside `[start, end)` of a quotation or bracket ends: with a sentence (`stop`), with a question or call
 * (`question`), or in the open. A short form (`‘U.S.’`), a list mark and a pause are no end.
 */
export const insideEnd = (text: string, start: number, end: number): 'stop' | 'question' | 'open' => {
  let to = end
  while (to > start && (SPACE.test(text[to - 1] as string) || CLOSER.test(text[to - 1] as string))) to--
  let at = to
  while (at > start && STOP.test(text[at - 1] as string)) at--
  if (at === to || at === start) return 'open'
  const run = text.slice(at, to)
  if (/[?!？！]/.test(run)) return 'question'
  if (/[。｡]/.test(run)) return 'stop'
  if (run.length > 1 || /[…‥]/.test(run))
    return CLOSED_BEFORE_ELLIPSIS.test(text[at - 1] as string) ? 'stop' : 'open'
  if (LATIN.test(text[at - 1] as string)) return endsAfterLatin(text.slice(0, to), at, to) ? 'stop' : 'open'
  return at - start <= 4 && ENUMERATOR.test(text.slice(start, at)) ? 'open' : 'stop'
}
