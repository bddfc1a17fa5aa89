import type { ImportReport } from '#contract/glossary.ts'
import { i18n, t } from '../../app/i18n.ts'

/** What was left out of a file or read otherwise, with its place. */
export interface FileNotice {
  code: string
  line: number | null
  column: number | null
  detail: string
}

export const placeOf = ({ line, column }: FileNotice): string =>
  line === null
    ? ''
    : column === null
      ? t('glossary.line', { line })
      : t('glossary.lineColumn', { line, column })

/** What happened to the entry, in the words of a feature; a code without words stands for itself. */
export const reasonOf = ({ code, detail }: FileNotice, feature = 'glossary'): string => {
  const key = `${feature}.notice.${code}`
  return i18n.global.te(key) ? t(key, { detail }) : [code, detail].filter((part) => part !== '').join(': ')
}

export const REPORTED = ['read', 'added', 'merged', 'same', 'skipped'] as const

/** The report as plain text, for a mail or a note: numbers first, then a line for each notice. */
export const reportText = (name: string, report: ImportReport): string =>
  [
    t('glossary.reportTitle', { name }),
    ...REPORTED.map((what) => `${t(`glossary.report.${what}`)}: ${report[what].toLocaleString()}`),
    ...report.notices.map((notice) => [placeOf(notice), reasonOf(notice)].filter(Boolean).join('\t')),
    ...(report.noticeCount > report.notices.length
      ? [t('glossary.noticesMore', { count: report.notices.length })]
      : []),
  ].join('\n')
