import { expect, type Locator, type Page } from '@playwright/test'
import { en } from '../../lib/messages/en'
import type { Messages } from '../../lib/messages/messages'
import { nb } from '../../lib/messages/nb'
import type { Fault } from '../../lib/sandbox/control/fault'
import type { RoleName } from '../fixtures'
import { sandbox } from '../sandbox'

/** A state of the product that people meet, and the way to it. */
export type Screen = {
  name: string
  role: RoleName | null
  path: string
  /** What runs before the page is loaded, such as another session. */
  prepare?: (page: Page) => Promise<void>
  /** What the upstream does wrong on this screen. */
  faults?: Fault[]
  /** Brings the loaded page to the state. `isNarrow` where the window shows cards. */
  arrange?: (page: Page, t: Messages, isNarrow: boolean) => Promise<void>
  /** What is on the page once the state is reached. */
  find: (page: Page, t: Messages) => Locator
  /** What the browser writes on the console in this state. */
  expectOnConsole?: RegExp
  /** Whether the page is plain HTML, which is never marked as ready. */
  isStatic?: boolean
}

export type Language = { name: 'en' | 'nb'; locale: string; t: Messages; other: Messages }

export const languages: readonly Language[] = [
  { name: 'en', locale: 'en-GB', t: en, other: nb },
  { name: 'nb', locale: 'nb-NO', t: nb, other: en },
]

/** From here on the list is a table; below, its rows are cards. */
const widestCards = 720

/** Loads a screen at the size of the window, and waits until its state is reached. */
export async function showScreen(page: Page, screen: Screen, t: Messages): Promise<void> {
  const isNarrow = (page.viewportSize()?.width ?? 0) <= widestCards
  if (screen.prepare) {
    // A page that is open may notice that another person has signed in, and leave for a page that says so.
    await page.goto('about:blank')
    await screen.prepare(page)
  }
  await sandbox.faults(screen.faults ?? [])
  await page.goto(screen.path)
  if (!screen.isStatic) await page.locator('html[data-ready]').waitFor()
  await screen.arrange?.(page, t, isNarrow)
  await expect(screen.find(page, t).first()).toBeVisible()
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
}
