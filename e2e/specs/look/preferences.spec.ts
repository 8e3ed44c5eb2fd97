import { randomUUID } from 'node:crypto'
import type { BrowserContext, Page } from '@playwright/test'
import { accounts } from '../../../lib/sandbox/seed/seed'
import { expect, expectAccessible, open, test } from '../../fixtures'
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

async function choose(page: Page, name: string) {
  await page.getByRole('button', { name: new RegExp(person.name) }).click()
  await page.getByRole('menuitemradio', { name }).click()
  await expect(page.getByRole('menu')).toBeHidden()
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
  await choose(page, 'Norsk bokmål')
  await expect(heading(page, 'Navn')).toBeVisible()

  const dark = await background(page)
  await expect(heading(tab, 'Navn')).toBeVisible()
  await expect.poll(() => background(tab)).toBe(dark)
  await expect.poll(() => rowHeight(tab)).toBe(40)
  await tab.close()
  await page.reload()
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
  await page.reload()
  expect(await background(page)).not.toBe(light)
})
