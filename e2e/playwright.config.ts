import { defineConfig } from '@playwright/test'
import { BROWSER_FLAGS, findBrowser } from './browser.ts'

export default defineConfig({
  testDir: './specs',
  outputDir: '../test-results',
  // Two cores, and every test starts an engine and a page of its own.
  workers: 2,
  fullyParallel: true,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  reporter: [['list'], ['./countReporter.ts']],
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    colorScheme: 'light',
    screenshot: 'only-on-failure',
    // A trace takes a picture of the page before and after every key, which doubles the time of all.
    trace: process.env.NARANHI_E2E_TRACE ? 'retain-on-failure' : 'off',
    launchOptions: { executablePath: findBrowser(), args: BROWSER_FLAGS, headless: true },
  },
})
