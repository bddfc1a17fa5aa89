import { AppError } from '#contract/error.ts'
import { i18n, t } from './i18n.ts'

export const isAppError = (error: unknown): error is AppError => error instanceof AppError

/** What to tell a user: by the code, with the error's facts filled in; the message itself only where no text is kept. */
export const messageOf = (error: unknown): string => {
  if (!isAppError(error)) return t('error.internal')
  const nowhere = `error.${error.code}.nowhere`
  // Not every format can say where it breaks (a workbook has no lines).
  const key = error.details.line === undefined && i18n.global.te(nowhere) ? nowhere : `error.${error.code}`
  return i18n.global.te(key) ? t(key, error.details) : error.message
}
