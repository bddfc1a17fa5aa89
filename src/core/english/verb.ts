export type VerbForm = 'third' | 'past' | 'participle' | 'ing'

/** Base, past, participle: of those that business news uses. */
const IRREGULAR = new Map(
  (
    'be was been, become became become, begin began begun, bring brought brought, build built built, buy bought bought, ' +
    'choose chose chosen, come came come, cost cost cost, cut cut cut, deal dealt dealt, do did done, draw drew drawn, ' +
    'drive drove driven, fall fell fallen, feel felt felt, find found found, fly flew flown, forecast forecast forecast, ' +
    'get got got, give gave given, go went gone, grow grew grown, have had had, hit hit hit, hold held held, keep kept kept, ' +
    'know knew known, lay laid laid, lead led led, leave left left, lend lent lent, let let let, lose lost lost, make made made, ' +
    'mean meant meant, meet met met, overcome overcame overcome, pay paid paid, put put put, rebuild rebuilt rebuilt, rise rose risen, run ran run, ' +
    'say said said, see saw seen, seek sought sought, sell sold sold, send sent sent, set set set, shake shook shaken, ' +
    'show showed shown, shrink shrank shrunk, sink sank sunk, speak spoke spoken, spend spent spent, split split split, ' +
    'spread spread spread, stand stood stood, strike struck struck, take took taken, teach taught taught, tell told told, ' +
    'think thought thought, undergo underwent undergone, undertake undertook undertaken, uphold upheld upheld, win won won, ' +
    'withdraw withdrew withdrawn, write wrote written'
  )
    .split(', ')
    .map((line) => line.split(' ') as [string, string, string])
    .map(([base, past, participle]) => [base, { past, participle }] as const),
)

/** One syllable with one vowel and one consonant behind it, or a stress on the last: stopped, planned, committed. */
const doubles = (word: string): boolean =>
  /^[^aeiou]*[aeiou][bdfgklmnprtvz]$/u.test(word) ||
  /(?:mit|fer|cur|pel|gin|got|set|put|ship|drop|equip|control|plan|stop)$/u.test(word)

/** A form of an English verb given in its base form, lower case. */
export const verbForm = (word: string, form: VerbForm): string => {
  const irregular = IRREGULAR.get(word)
  if (form === 'past' && irregular) return irregular.past
  if (form === 'participle' && irregular) return irregular.participle
  if (form === 'third') {
    if (word === 'have') return 'has'
    if (word === 'be') return 'is'
    if (/(?:s|x|z|ch|sh|o)$/u.test(word)) return `${word}es`
    return /[^aeiou]y$/u.test(word) ? word.replace(/y$/u, 'ies') : `${word}s`
  }
  if (form === 'ing') {
    if (/ie$/u.test(word)) return word.replace(/ie$/u, 'ying')
    if (/[^eoy]e$/u.test(word)) return word.replace(/e$/u, 'ing')
  } else {
    if (/e$/u.test(word)) return `${word}d`
    if (/[^aeiou]y$/u.test(word)) return word.replace(/y$/u, 'ied')
  }
  const end = form === 'ing' ? 'ing' : 'ed'
  return doubles(word) ? word + word.slice(-1) + end : word + end
}

export const VERB_FORMS: readonly VerbForm[] = ['third', 'past', 'participle', 'ing']
