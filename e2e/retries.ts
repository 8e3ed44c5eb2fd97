import type { Page } from '@playwright/test'

/**
 * Keeps the pages that are loaded from here on from trying again by themselves, as pages in the background do not: what has
 * failed then stays until its button is pressed, however slow the machine is.
 */
export const withoutAutomaticRetries = (page: Page) =>
  page.addInitScript(() => Object.defineProperty(document, 'hidden', { value: true }))
