import type { Locator, Page } from '@playwright/test'
import { accounts, people } from '../../../lib/sandbox/seed/seed'
import { expect, open, searchBox, test, whole } from '../../fixtures'
import { focusFaultsOf } from '../../screens/faults-of'

/** What a person presses by keyboard often removes the control that was pressed: the focus then stays near it (WCAG 2.4.3). */

const list = `/${accounts.test}/customers`
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' })

async function press(control: Locator): Promise<void> {
  await control.focus()
  await control.press('Enter')
}

test('the focus stays at the filter that is chosen or removed, and in the bar after Clear', async ({ page }) => {
  await open(page, list)
  await whole(page)
  await press(button(page, 'Type'))
  await press(page.getByRole('menuitemradio', { name: 'Company' }))
  await expect(page).toHaveURL(/type=company/)
  await expect(button(page, 'Type Company')).toBeFocused()
  await press(button(page, 'Remove Type'))
  await expect(page).not.toHaveURL(/type=/)
  await expect(button(page, 'Type')).toBeFocused()

  await press(button(page, 'Changed since'))
  await press(page.getByRole('dialog').getByRole('button').first())
  await expect(page).toHaveURL(/since_datetime=/)
  await expect(button(page, /^Changed since/)).toBeFocused()
  await press(button(page, 'Clear'))
  await expect(page).not.toHaveURL(/since_datetime=/)
  await expect(button(page, 'Changed since')).toBeFocused()
})

test('the focus stays at the button of a page, wherever it leads', async ({ page }) => {
  await open(page, `${list}?limit=10`)
  await press(button(page, /^Next/))
  await expect(page).toHaveURL(/at=2/)
  await expect(button(page, /^Next/)).toBeFocused()
  await press(button(page, 'First'))
  await expect(page).not.toHaveURL(/at=2/)
  await expect(button(page, 'First')).toBeFocused()
})

test('the focus goes to the rows that an offer finds, and to the page that a link opens', async ({ page }) => {
  await open(page, `${list}?search=zzzzzz`)
  await whole(page)
  await press(button(page, /Clear search and filters/))
  await expect(page.getByRole('link', { name: 'Nora Bjørgum' })).toBeFocused()

  await page.goto(`${list}?starting_after=00000000-0000-4000-8000-000000000000`)
  await whole(page)
  await press(page.getByRole('main').getByRole('button', { name: 'First' }).first())
  await expect(page.getByRole('link', { name: 'Nora Bjørgum' })).toBeFocused()

  await page.goto(`${list}?email=nora`)
  await whole(page)
  await press(page.getByRole('link', { name: /nora/ }))
  await expect(page).toHaveURL(/search=nora/)
  await expect(page.getByRole('main')).toBeFocused()
})

test('nothing that has the focus is behind an open record, on a low screen and on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 768 })
  await open(page, `${list}?search=nora&record=${people.nora.customer_id}`)
  await whole(page)
  const record = page.getByRole('dialog', { name: /Nora Bjørgum/ })
  const top = async () => (await record.boundingBox())?.y ?? 0
  expect(await focusFaultsOf(page)).toEqual([])
  // The record has the whole height until somebody works in the bars of the list.
  await record.focus()
  const highest = await top()
  await page.keyboard.press('/')
  await expect(searchBox(page)).toBeFocused()
  await expect.poll(top).toBeGreaterThan(highest)
  await record.focus()
  await expect.poll(top).toBe(highest)
  await button(page, 'Type').click()
  await expect(page.getByRole('menu')).toBeVisible()
  expect(await top()).toBeGreaterThan(highest)
  await page.keyboard.press('Escape')

  await page.setViewportSize({ width: 390, height: 844 })
  expect(await focusFaultsOf(page)).toEqual([])
  await expect(searchBox(page)).toBeHidden()
  await record.focus()
  await page.keyboard.press('Escape')
  await expect(record).toBeHidden()
  await expect(page.getByRole('link', { name: 'Nora Bjørgum' })).toBeFocused()
})
