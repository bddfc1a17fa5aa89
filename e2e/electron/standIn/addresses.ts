/**
 * Chromium cannot be taught a protocol of our own from outside, so the stand-in shows the pages of `naranhi://app`
 * under an https address that leads nowhere, and tells the shell the address the page would have in Electron.
 */
const SHELL = 'naranhi://app'
const BROWSER = 'https://naranhi-app.stand-in'

const exchange = (text: string, from: string, to: string): string =>
  text === from || text.startsWith(`${from}/`) ? to + text.slice(from.length) : text

export const toBrowser = (text: string): string => exchange(text, SHELL, BROWSER)
export const toShell = (text: string): string => exchange(text, BROWSER, SHELL)
export const isServed = (text: string): boolean => toShell(text) !== text
