import { createI18n } from 'vue-i18n'

export type Language = 'en' | 'ko'
/** Each feature folder has its `messages.ts` with the same keys in both languages. */
export interface FeatureMessages {
  en: Record<string, string>
  ko: Record<string, string>
}

const modules = import.meta.glob<FeatureMessages>('../features/*/messages.ts', {
  eager: true,
  import: 'default',
})

const messagesIn = (language: Language) =>
  Object.fromEntries(
    Object.entries(modules).flatMap(([path, messages]) =>
      Object.entries(messages[language]).map(([key, text]) => [`${path.split('/').at(-2)}.${key}`, text]),
    ),
  )

export const i18n = createI18n({
  legacy: false,
  locale: 'en',
  fallbackLocale: 'en',
  // Keys are written with their dots and stay flat.
  flatJson: true,
  messages: { en: messagesIn('en'), ko: messagesIn('ko') },
})

export const systemLanguage = (): Language => (navigator.language.startsWith('ko') ? 'ko' : 'en')

/**
 * `t('library.search')`: folder of the feature, then the key in its `messages.ts`. Numbers are written as the language
 * writes them; `count` also chooses between the two forms of a message like `one article | {count} articles`.
 */
export const t = (key: string, values: Record<string, unknown> = {}): string => {
  const language = currentLanguage()
  const written = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? value.toLocaleString(language) : value,
    ]),
  )
  return typeof values.count === 'number'
    ? i18n.global.t(key, written, values.count)
    : i18n.global.t(key, written)
}

export const setLanguage = (language: Language): void => {
  i18n.global.locale.value = language
  document.documentElement.lang = language
}

export const currentLanguage = (): Language => i18n.global.locale.value as Language
