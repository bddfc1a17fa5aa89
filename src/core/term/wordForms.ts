import { pluralOf, singularOf } from '../english/plural.ts'
import { americanSpelling } from '../english/spelling.ts'
import { VERB_FORMS, verbForm, type VerbForm } from '../english/verb.ts'
import type { EnglishWord } from './englishWords.ts'

/** How a word of a text renders a word of a term. */
export type WordForm = 'same' | 'case' | 'plural' | 'singular' | VerbForm | 'spelling'

/** What a word of a term may become: nothing else, a plural, or also the forms of a verb. */
export type Bending = 'none' | 'noun' | 'any'

const isAcronym = (word: string): boolean => /^[\p{Lu}\p{N}&.]{2,6}$/u.test(word) && /\p{Lu}/u.test(word)

const forms = new Map<string, ReadonlyMap<string, WordForm>>()

/** Every form of a word that is looked for, by its spelling; kept, since glossaries ask for the same ones again. */
const formsOf = (word: string, bending: Bending): ReadonlyMap<string, WordForm> => {
  const key = `${bending} ${word}`
  const known = forms.get(key)
  if (known) return known
  const found = new Map<string, WordForm>()
  const add = (text: string, form: WordForm) => {
    const plain = americanSpelling(text)
    if (!found.has(plain)) found.set(plain, form)
  }
  add(word, 'same')
  if (bending !== 'none') {
    add(pluralOf(word), 'plural')
    const singular = singularOf(word)
    if (singular !== null) add(singular, 'singular')
    if (bending === 'any' && /^[a-z]{2,}$/u.test(word))
      for (const form of VERB_FORMS) add(verbForm(word, form), form)
  }
  if (forms.size > 20_000) forms.clear()
  forms.set(key, found)
  return found
}

/** How a word of a text renders a word of a term, or null. Acronyms keep their capitals: IT is not it. */
export const formOf = (word: EnglishWord, wanted: EnglishWord, bending: Bending): WordForm | null => {
  if (word.text === wanted.text) return 'same'
  if (isAcronym(wanted.text)) {
    const bare = wanted.text.replaceAll('.', '')
    if (word.text.replaceAll('.', '') === bare) return 'spelling'
    return bending !== 'none' && word.text.replace(/['’]?s$/u, '').replaceAll('.', '') === bare
      ? 'plural'
      : null
  }
  if (word.folded === wanted.folded) return 'case'
  const form = formsOf(wanted.folded, bending).get(americanSpelling(word.folded))
  if (form === undefined) return null
  return form === 'same' ? 'spelling' : form
}
