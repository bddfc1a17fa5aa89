import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { screen, type BrowserWindow } from 'electron'
import { fitWindow, parseWindowState, type WindowState } from './windowState.ts'

const read = (file: string): unknown => {
  try {
    return parseWindowState(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/** What was kept, made to fit the displays there are now, the primary one first. */
export const restoreWindowState = (file: string): WindowState => {
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id)
  return fitWindow(
    read(file),
    [primary, ...others].map(({ workArea }) => workArea),
  )
}

/** Keeps where the window is; losing that is no reason to bother anybody. */
export const keepWindowState = (file: string, window: BrowserWindow): void => {
  const { x, y, width, height } = window.getNormalBounds()
  const state: WindowState = {
    place: { x, y },
    width,
    height,
    maximised: window.isMaximized(),
    fullScreen: window.isFullScreen(),
  }
  try {
    writeFileSync(`${file}.new`, JSON.stringify(state))
    renameSync(`${file}.new`, file)
  } catch (error) {
    console.error(error)
  }
}
