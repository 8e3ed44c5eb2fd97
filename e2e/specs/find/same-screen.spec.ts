import type { Page } from '@playwright/test'
import { accounts, people } from '../../../lib/sandbox/seed/seed'
import { expect, open, reload, searchBox, shownIds, test } from '../../fixtures'

/** The query is in the URL, so every way of opening it again shows the same screen. */

const list = `/${accounts.test}/customers`
const { nora } = people

/** Everything on a screen that the URL determines. */
async function screenOf(page: Page) {
  await expect(page.getByRole('table', { name: 'Customers' })).toHaveAttribute('aria-busy', 'false')
  return {
    box: await searchBox(page).inputValue(),
    ids: await shownIds(page),
    filters: await page.getByRole('button', { name: /^Remove / }).evaluateAll((all) => all.map((one) => one.ariaLabel)),
    record: await page.getByRole('dialog').evaluateAll(([one]) => one?.ariaLabel ?? null),
  }
}

const asked = 'nor type:any attr:favorite_sport=Ski deleted:yes'

async function ask(page: Page, text: string) {
  await searchBox(page).fill(text)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/search=nor/)
  for (const name of ['Remove Type', 'Remove favorite_sport'])
    await expect(page.getByRole('button', { name })).toBeVisible()
  return screenOf(page)
}

test('after a reload, and after Back and Forward', async ({ page }) => {
  await open(page, list)
  const before = await screenOf(page)
  const there = await ask(page, asked)
  await reload(page)
  await expect.poll(() => screenOf(page)).toEqual(there)
  await page.goBack()
  await expect.poll(() => screenOf(page)).toEqual(before)
  await page.goForward()
  await expect.poll(() => screenOf(page)).toEqual(there)
})

test('from a bookmark, and from a link that a colleague opens', async ({ page, browser, states }) => {
  await open(page, list)
  const there = await ask(page, asked)
  const address = page.url()
  // A bookmark is opened in a tab that has kept nothing.
  const tab = await page.context().newPage()
  await open(tab, address)
  await expect.poll(() => screenOf(tab)).toEqual(there)
  const colleague = await browser.newContext({ storageState: await states('admin') })
  const theirs = await colleague.newPage()
  await open(theirs, address)
  await expect.poll(() => screenOf(theirs)).toEqual(there)
  await colleague.close()
})

test('a middle click on a name opens its record over the very list, in a tab of its own', async ({ page, context }) => {
  await open(page, list)
  await searchBox(page).fill('nora type:customer')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/search=nora&type=customer/)
  await expect(page.getByRole('button', { name: 'Remove Type' })).toBeVisible()
  const there = await screenOf(page)
  const opened = context.waitForEvent('page')
  await page.getByRole('link', { name: 'Nora Bjørgum' }).click({ button: 'middle' })
  const tab = await opened
  await tab.locator('html[data-ready]').waitFor()
  await expect(tab.getByRole('dialog', { name: /Nora Bjørgum/ })).toBeVisible()
  expect(new URL(tab.url()).searchParams.get('record')).toBe(nora.customer_id)
  expect((await screenOf(tab)).ids).toEqual(there.ids)
  expect(await screenOf(page)).toEqual(there)
})
