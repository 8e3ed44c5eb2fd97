import type { Page } from '@playwright/test'
import { people } from '../../lib/sandbox/seed/seed'
import { findFaults } from './find-faults'
import { findFocusFaults } from './find-focus-faults'
import type { Language } from './screen'

/** Every text of a catalogue. */
function textsOf(catalogue: unknown): string[] {
  if (typeof catalogue === 'string') return [catalogue]
  return Object.values(catalogue as object).flatMap(textsOf)
}

/** The texts that only the other catalogue has. A word in small letters may be an operator, or a value of Dintero's. */
function foreignTo({ t, other }: Language): string[] {
  const own = new Set(textsOf(t))
  return textsOf(other).filter((text) => !own.has(text) && !text.includes('{') && !/^[a-zæøå_]+$/.test(text))
}

/** Words by which a title would name a customer of one of the screens. */
const named = [people.nora.last_name, people.nora.customer_id, 'Nordvik', people.nameLong.last_name]

/** What is wrong with the frame of a page: its language and its title, which never names a customer. */
async function frameFaults(page: Page, { name, t }: Language): Promise<string[]> {
  const [title, language] = [await page.title(), await page.locator('html').getAttribute('lang')]
  return [
    ...(['', t.app.name].includes(title.trim()) ? ['the title names no screen'] : []),
    ...named.filter((word) => title.includes(word)).map((word) => `the title names a customer: ${word}`),
    ...(language === name ? [] : [`the page says that its language is ${language}`]),
  ]
}

/** What is wrong with the screen that the page shows, beside what axe sees. */
export async function faultsOf(page: Page, language: Language): Promise<string[]> {
  return [
    ...(await frameFaults(page, language)),
    ...(await page.evaluate(findFaults, { foreign: foreignTo(language) })),
  ]
}

/** Which controls do not show their focus. The key lets the browser take each focus for one of the keyboard. */
export async function focusFaultsOf(page: Page): Promise<string[]> {
  await page.keyboard.press('Shift')
  return page.evaluate(findFocusFaults)
}
