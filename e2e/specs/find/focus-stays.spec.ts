import type { Locator, Page } from '@playwright/test'
import { accounts } from '../../../lib/sandbox/seed/seed'
import { expect, open, test, whole } from '../../fixtures'

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
