import { isKorean } from './complete.ts'

/** Short words of English news that longer ones begin with: to type one is to mean it. */
const COMMON = new Set(
  `
  ad add age aid air all also am an and any are arm art as ask at auto back bad ban bank bar base be bed bet big bio bit
  board bond book both bring bus but buy by call can cap car card care case cash cent chain chart chief child chip cities
  city class close coal coast come con core cost could cross cut dam data day deal debt deep did do down drive drop due
  each early east eat end even ever every face fact fall far farm fast few film find fire firm first fish five fix flat
  for form four free from front fuel full fund gain game gas get give go gold good grain grand great green grid ground
  grow had half hand hard has have he head health heat help her here high him his hold home host hot house how if in
  industry inter into iron is it its job join just keep key kind know labor land large last late law lead led let life
  light like line link list live load loan local long look lot low made mail main make man many march mark market may me
  mean meet men met mid might mill mind mine miss mix more most move much must my name nation near need net new next nine
  no non nor north not now of off oil old on once one only open or order other our out over own pack page paper park part
  pass past pay per phase pilot place plan plant play point poor port post power press price print pro profit public push
  put quick rail rain raise ran rare rate raw re reach read real rest rice rich ride right rise river road rock role room
  rose rule run safe said sail sale salt same save saw say school sea seat second see self sell send sent set seven shall
  share she ship shop short should show side sign since sing site six size small so soil solar some son soon south space
  speed spend spring staff stand star start state station steel step still stock stop store storm strong sub such sum sun
  super supply sure take talk tax team tech tell ten term test than that the their them then there they thing think this
  three through time to today told too took top total tour town trade train trans travel tree trip truck turn two type
  under union unit until up upon us use van very via view wage walk wall want war was waste water wave way we wear week
  well were west what when where which while white who whole why wide will win wind winter wish with wood word work world
  would yard year yes yet you young your zone
  `
    .trim()
    .split(/\s+/u),
)

const isLetter = (sign: string): boolean => /[\p{L}\p{M}\p{N}]/u.test(sign)

export interface Offer {
  /** What would be written. */
  text: string
  /** Whether its term stands in the paragraph being translated. */
  inParagraph: boolean
}

/**
 * Whether Enter may take the first suggestion for what is being typed, without the user having gone into the list.
 * Enter goes on to the next paragraph; so it may only where nothing else can be meant: of Korean, since no translation
 * is written in it, or where a word of a term of this paragraph stands there half written. A word that is one already
 * (bank of Bank of China, in of industry) is no half of another; `isWord` says so of words beyond the common ones.
 */
export const takesEnter = (typed: string, offer: Offer, isWord: (word: string) => boolean): boolean => {
  if (typed === '') return false
  if (isKorean(typed)) return true
  if (!offer.inParagraph) return false
  const small = typed.toLowerCase()
  const text = offer.text.toLowerCase()
  const last = /[\p{L}\p{M}\p{N}]*$/u.exec(small)?.[0] ?? ''
  if ((small.match(/\p{L}/gu) ?? []).length < 2) return false
  for (let at = text.indexOf(small); at >= 0; at = text.indexOf(small, at + 1)) {
    if (at > 0 && isLetter(text.charAt(at - 1))) continue
    if (!isLetter(text.charAt(at + small.length))) continue
    // Several words of one term were typed on purpose; a single one may be itself.
    return last !== small || !(COMMON.has(small) || isWord(typed))
  }
  return false
}
