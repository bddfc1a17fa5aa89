import { existsSync } from 'node:fs'
import { basename, dirname, isAbsolute, join } from 'node:path'
import { app, dialog, shell, type BrowserWindow } from 'electron'
import { AppError } from '#contract/error.ts'
import type { FileRef } from '#contract/exchange.ts'
import type { Language } from './menuTemplate.ts'

const words = {
  articles: { en: 'Articles', ko: '기사' },
  glossary: { en: 'Glossaries', ko: '용어집' },
  memory: { en: 'Translation memories', ko: '번역 메모리' },
  all: { en: 'All files', ko: '모든 파일' },
} as const

const extensions = {
  articles: ['txt', 'md', 'markdown', 'text'],
  glossary: ['tbx', 'xml', 'csv', 'tsv', 'txt', 'xlsx'],
  memory: ['tmx', 'xlf', 'xliff', 'sdlxliff', 'mqxliff', 'mxliff', 'xml', 'csv', 'tsv'],
}

let lastFolder: string | null = null
const startFolder = (): string => lastFolder ?? app.getPath('documents')

/** Empty where the user thought better of it. */
export const chooseFiles = async (
  window: BrowserWindow,
  language: Language,
  kind: 'articles' | 'glossary' | 'memory',
): Promise<FileRef[]> => {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    defaultPath: startFolder(),
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: words[kind][language], extensions: extensions[kind] },
      { name: words.all[language], extensions: ['*'] },
    ],
  })
  const first = filePaths[0]
  if (canceled || first === undefined) return []
  lastFolder = dirname(first)
  return filePaths.map((path) => ({ kind: 'path', path }))
}

/** Where to write to: a file (the system asks before one is replaced) or a folder. */
export const chooseTarget = async (
  window: BrowserWindow,
  { suggestedName, folder }: { suggestedName: string; folder: boolean },
): Promise<{ path: string } | null> => {
  if (folder) {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      defaultPath: startFolder(),
      properties: ['openDirectory', 'createDirectory'],
    })
    const path = filePaths[0]
    if (canceled || path === undefined) return null
    lastFolder = path
    return { path }
  }
  // The name comes from an article's title: only its last part may count.
  const name = basename(suggestedName.replaceAll('\\', '/'))
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(startFolder(), name),
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  })
  if (canceled || !filePath) return null
  lastFolder = dirname(filePath)
  return { path: filePath }
}

/** Shows a file in the system's file manager. Throws `file-not-found`. */
export const showFile = (path: string): void => {
  if (!isAbsolute(path) || !existsSync(path))
    throw new AppError('file-not-found', 'The file is not there any more.', { path })
  shell.showItemInFolder(path)
}
