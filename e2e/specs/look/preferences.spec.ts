import { randomUUID } from 'node:crypto'
import type { BrowserContext, Page } from '@playwright/test'
import { accounts } from '../../../lib/sandbox/seed/seed'
import { expect, expectAccessible, open, reload, searchBox, test } from '../../fixtures'
import { signInSession } from '../../sessions'

const list = `/${accounts.test}/customers`

/** What a person chooses holds in every tab and on every machine of theirs, and nowhere else. */

// Choices are kept on the server: the people of the other tests keep the language that those expect.
test.use({ role: null })

let person = { email: '', name: 'Kari Nordmann' }
test.beforeEach(async ({ context }) => {
  person = { ...person, email: `${randomUUID()}@example.com` }
  await signInSession(context, person)
})

const heading = (page: Page, name: string) => page.getByRole('columnheader', { name, exact: true })
const background = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
const rowHeight = (page: Page) =>
  page
    .locator('tbody tr')
    .first()
    .evaluate((row) => Math.round(row.getBoundingClientRect().height))

async function openSettings(page: Page) {
  await page.getByRole('button', { name: new RegExp(person.name) }).click()
  await page.getByRole('menuitem', { name: 'Settings' }).click()
  return page.getByRole('dialog', { name: 'Settings' })
}

async function choose(page: Page, name: string) {
  const settings = await openSettings(page)
  await settings.getByText(name, { exact: true }).click()
  await page.keyboard.press('Escape')
  await expect(settings).toBeHidden()
}

/** A second machine of the same person, which has no cookie of the first. */
async function otherMachine(context: BrowserContext): Promise<Page> {
  const other = await context.browser()?.newContext()
  if (!other) throw new Error('The tests run in a browser that opens contexts')
  await signInSession(other, person)
  return other.newPage()
}

test('language, theme and density hold at once, in another tab, after a reload and on another machine', async ({
  page,
  context,
}) => {
  await open(page, list)
  const tab = await context.newPage()
  await open(tab, list)
  const light = await background(page)
  expect(await rowHeight(page)).toBe(28)

  await choose(page, 'Dark')
  await expect.poll(() => background(page)).not.toBe(light)
  await page.getByRole('radio', { name: 'Roomy' }).check({ force: true })
  expect(await rowHeight(page)).toBe(40)
  await (await openSettings(page)).getByText('Norsk bokmål').click()
  await expect(heading(page, 'Navn')).toBeVisible()

  const dark = await background(page)
  await expect(heading(tab, 'Navn')).toBeVisible()
  await expect.poll(() => background(tab)).toBe(dark)
  await expect.poll(() => rowHeight(tab)).toBe(40)
  await tab.close()
  await reload(page)
  expect(await background(page)).toBe(dark)
  expect(await rowHeight(page)).toBe(40)

  const elsewhere = await otherMachine(context)
  const html = await (await elsewhere.request.get(list)).text()
  expect(html).toContain('data-theme="dark"')
  expect(html).toContain('lang="nb"')
  await open(elsewhere, list)
  await expect(heading(elsewhere, 'Navn')).toBeVisible()
  expect(await rowHeight(elsewhere)).toBe(40)
  await elsewhere.context().close()
})

test('a chosen time zone, and single keys that are off, hold in every time and tab, and in the first HTML', async ({
  page,
  context,
}) => {
  const zoneNote = (of: Page) => of.getByText(/^Time zone: /)
  const zoneButton = page.getByRole('button', { name: /^Time zone: / })
  await open(page, `${list}?search=nora.bjorgum`)
  const tab = await context.newPage()
  await open(tab, list)
  await expect(zoneNote(page)).toHaveText('Time zone: CET, Oslo')

  // By keyboard: the settings, their list of zones, a city.
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await expect(zoneButton).toHaveAccessibleName('Time zone: Browser’s (Europe/Oslo)')
  await zoneButton.press('Enter')
  await page.keyboard.type('mars')
  await expect(page.getByRole('status').getByText('No such time zone.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(zoneButton).toBeFocused()
  await page.keyboard.press('Enter')
  const zones = page.getByRole('listbox', { name: 'Time zone' })
  await expect(zones.getByRole('option').first()).toHaveText(/^Browser’s \(Europe\/Oslo\)/)
  await page.keyboard.type('new york')
  await expect(zones.getByRole('option')).toHaveText([/^America\/New York/])
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(zoneButton).toBeFocused()
  await expect(zoneButton).toHaveAccessibleName('Time zone: America/New York')
  await page.getByRole('radio', { name: 'Off' }).check({ force: true })
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeHidden()
  await expect(zoneNote(page)).toHaveText('Time zone: GMT-5, New York')

  // Single keys do nothing and are shown nowhere; the rest of the keyboard works.
  await page.keyboard.press('/')
  await expect(searchBox(page)).not.toBeFocused()
  await expect(page.getByRole('main').locator('kbd')).toHaveCount(0)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const record = page.getByRole('dialog', { name: /Nora/ })
  // It stands in the fold of what is needed less often.
  await expect(record.getByText(/GMT-[45]/).first()).toHaveText(/GMT-[45]/)
  await page.getByRole('button', { name: 'Shortcuts' }).click()
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(sheet.getByText('Next row')).toBeVisible()
  await expect(sheet.locator('kbd', { hasText: /^j$/ })).toHaveCount(0)

  await expect(zoneNote(tab)).toHaveText('Time zone: GMT-5, New York')
  await expect(tab.getByRole('main').locator('kbd')).toHaveCount(0)
  const elsewhere = await otherMachine(context)
  const html = await (await elsewhere.request.get(list)).text()
  expect(html).toContain('Time zone: GMT-5, New York')
  expect(html).not.toMatch(/<kbd[^>]*>.<\/kbd>/)
  await elsewhere.context().close()
  await sheet.getByRole('switch', { name: 'Single-key shortcuts' }).click()
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await page.keyboard.press('/')
  await expect(searchBox(page)).toBeFocused()
})

test('the empty box says what can be typed until the person has searched once, on every machine', async ({
  page,
  context,
}) => {
  person = { ...person, email: `${randomUUID()}@example.com` }
  await signInSession(context, { ...person, isNew: true })
  const hint = page.getByRole('note')
  await open(page, list)
  await searchBox(page).focus()
  await expect(hint.getByRole('paragraph')).toHaveCount(3)
  await expectAccessible(page)
  const saved = page.waitForResponse((response) => response.url().endsWith('/preferences') && response.ok())
  await page.keyboard.type('nora')
  await page.keyboard.press('Enter')
  await saved
  // Without the cookies of this browser, as on another machine.
  await context.clearCookies()
  await signInSession(context, { ...person, isNew: true })
  await open(page, list)
  await searchBox(page).focus()
  await expect(page.getByText('Examples', { exact: true })).toBeVisible()
  await expect(hint).toHaveCount(0)
})

test('a choice that cannot be saved is taken back, says so, and can be saved again', async ({ page, watch }) => {
  watch.expectOnConsole(/503/)
  await open(page, list)
  const light = await background(page)
  await page.route(/\/preferences$/, (route) => route.fulfill({ status: 503, body: '' }), { times: 1 })
  await choose(page, 'Dark')
  const strip = page.getByRole('alert').filter({ hasText: 'Your choice was not saved.' })
  await expect(strip).toBeVisible()
  expect(await background(page)).toBe(light)
  await expectAccessible(page)
  const saved = page.waitForResponse((response) => response.url().endsWith('/preferences') && response.ok())
  await strip.getByRole('button', { name: 'Try again' }).click()
  await saved
  await expect(strip).toBeHidden()
  await reload(page)
  expect(await background(page)).not.toBe(light)
})
