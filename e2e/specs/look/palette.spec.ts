import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { accounts, people } from '../../../lib/sandbox/seed/seed'
import { expect, expectAccessible, open, searchBox, test } from '../../fixtures'
import { signInSession } from '../../sessions'

/** Everything is reached by Ctrl+K: what the page can do, what can be chosen, and what is no command is looked up. */

const list = `/${accounts.test}/customers`
const palette = (page: Page) => page.getByRole('dialog', { name: 'Commands' })
const options = (page: Page) => palette(page).getByRole('option')

async function command(page: Page, text: string) {
  await page.keyboard.press('Control+k')
  await expect(palette(page).getByRole('combobox')).toBeFocused()
  await page.keyboard.type(text)
}

test('commands of the page are found by what is typed, and run with the focus back where it was', async ({ page }) => {
  await open(page, list)
  await searchBox(page).focus()
  await command(page, 'type comp')
  await expect(options(page).first()).toContainText('Type is Company')
  await expect(options(page).first()).toHaveAttribute('aria-selected', 'true')
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(palette(page)).toBeHidden()
  await expect(page).toHaveURL(/type=company/)
  await expect(searchBox(page)).toBeFocused()

  await command(page, 'vip')
  await expect(options(page).filter({ hasText: 'Tag is VIP' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(palette(page)).toBeHidden()

  await page.getByRole('button', { name: /^Commands/ }).click()
  await page.keyboard.type('copy email')
  await page.keyboard.press('Enter')
  await expect(palette(page).getByRole('status')).toContainText('“Copy email” has nothing to act on')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /^Commands/ })).toBeFocused()
})

test('what is no command is looked up as the box would, and is then a recent one', async ({ page }) => {
  await open(page, list)
  await command(page, people.nora.email)
  await expect(options(page)).toHaveCount(1)
  await expect(options(page)).toContainText(`Search for “${people.nora.email}”`)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/email=/)
  await expect(page.getByRole('row', { name: /Nora Bjørgum/ })).toBeVisible()
  await page.getByRole('link', { name: /Nora Bjørgum/ }).click()
  await expect(page.getByRole('dialog', { name: /Nora Bjørgum/ })).toBeVisible()
  await command(page, 'nora bj')
  await expect(options(page).first()).toContainText('Nora Bjørgum')
})

/** Lets the code of the commands wait until the returned function is called. */
async function holdCommands(page: Page): Promise<() => void> {
  let release = () => {}
  const isTyped = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/_next/static/chunks/**', async (route) => {
    if (await page.locator('html[data-ready]').count()) await isTyped
    await route.continue()
  })
  return release
}

test('what is typed before the commands have come is the palette’s own, and nothing of the page', async ({ page }) => {
  const release = await holdCommands(page)
  await open(page, list)
  await searchBox(page).focus()
  await page.keyboard.press('Control+k')
  // Letters of other keyboards come without an event of their key.
  await page.keyboard.type('m ø type')
  release()
  await page.unrouteAll({ behavior: 'wait' })
  await expect(palette(page).getByRole('combobox')).toHaveValue('m ø type')
  await expect(palette(page).getByRole('combobox')).toBeFocused()
  await page.keyboard.type(' comp')
  await expect(palette(page).getByRole('combobox')).toHaveValue('m ø type comp')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(searchBox(page)).toBeFocused()
  await expect(searchBox(page)).toHaveValue('')
})

test('Enter before the commands have come runs the first of them once all are there', async ({ page }) => {
  const release = await holdCommands(page)
  let letTags = () => {}
  const areTagsDue = new Promise<void>((resolve) => {
    letTags = resolve
  })
  await page.route(/\/tags$/, async (route) => {
    await areTagsDue
    await route.continue()
  })
  await open(page, list)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('tag is vip')
  await page.keyboard.press('Enter')
  release()
  await expect(options(page)).toHaveText([/^Search for “tag is vip”/])
  letTags()
  await expect(palette(page)).toBeHidden()
  await expect(page).toHaveURL(/[?&]tag_id=/)
})

test('another account, a choice of one’s own and the sign-out are reached from the activity, too', async ({
  page,
  context,
}) => {
  await context.clearCookies()
  await signInSession(context, { email: `${randomUUID()}@example.com`, name: 'Kari Nordmann' })
  await open(page, `/${accounts.test}/activity`)
  await command(page, 'dark')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await command(page, 'nordlys sport')
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/${accounts.production}/activity`)
  await page.locator('html[data-ready]').waitFor()
  await command(page, 'sign out')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/sign-in/)
})
