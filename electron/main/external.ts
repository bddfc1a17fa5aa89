import { dialog, shell, type BrowserWindow } from 'electron'
import { AppError } from '#contract/error.ts'
import type { Language } from './menuTemplate.ts'
import { externalUrl } from './origin.ts'

const words = {
  message: { en: 'Open this address outside Naranhi?', ko: '이 주소를 Naranhi 밖에서 열까요?' },
  open: { en: 'Open', ko: '열기' },
  cancel: { en: 'Cancel', ko: '취소' },
} as const

let asking = false

/**
 * Hands an https or mailto address to the system after a question that shows all of it; one question at a time.
 * Throws `refused` for any other address.
 */
export const openExternal = async (
  window: BrowserWindow,
  text: string,
  language: Language,
): Promise<void> => {
  const url = externalUrl(text)
  if (!url)
    throw new AppError('refused', 'Only https and mailto addresses are opened.', { reason: 'address' })
  if (asking) throw new AppError('busy', 'Another address is being asked about.')
  asking = true
  try {
    const { response } = await dialog.showMessageBox(window, {
      type: 'question',
      message: words.message[language],
      detail: url.href,
      buttons: [words.open[language], words.cancel[language]],
      defaultId: 1,
      cancelId: 1,
      noLink: true,
    })
    if (response === 0) await shell.openExternal(url.href)
  } finally {
    asking = false
  }
}
