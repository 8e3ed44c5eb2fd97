import { defineConfig } from '@playwright/test'
import tests from './playwright.config'

/** The pictures of all screens, by the servers of the tests. */
export default defineConfig({
  ...tests,
  projects: [{ name: 'pictures', testMatch: 'pictures/take-pictures.ts' }],
  globalTeardown: './pictures/write-contact-sheet.ts',
})
