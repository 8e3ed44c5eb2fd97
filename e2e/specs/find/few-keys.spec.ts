import type { Page } from '@playwright/test'
import { accounts, people } from '../../../lib/sandbox/seed/seed'
import { expect, open, searchBox, signInOverHttp, test } from '../../fixtures'

/** What is read or done most often takes few keys, and no scrolling on a screen of 900 px. */

// The last test signs out, so each has a session of its own.
test.use({ storageState: async ({ browserName: _ }, use) => use(await signInOverHttp('agent@example.com')) })

const list = `/${accounts.test}/customers`
const { nora, nordvik } = people

/** Presses keys one after the other; returns how many they were. */
async function press(page: Page, ...keys: string[]): Promise<number> {
  for (const key of keys) await page.keyboard.press(key)
  return keys.length
}

/** The sentence and the answers of all channels are on the screen. */
async function expectConsentInView(page: Page): Promise<void> {
  const consent = page.getByRole('region', { name: 'Consent' })
  await expect(consent.getByText(/^May be texted\./)).toBeInViewport({ ratio: 1 })
  await expect(consent.getByRole('row', { name: /^Email/ })).toBeInViewport({ ratio: 1 })
}

test('consent is read without a further key, and an email is copied with two', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, `${list}?search=nora.bjorgum`)
  await expect(page.getByRole('rowheader', { name: nora.first_name })).toBeVisible()
  // `l` and `I` differ in this face.
  await expect(page.getByRole('cell', { name: nora.customer_id })).toHaveCSS('font-family', /mono/)
  await press(page, 'j', 'Enter')
  await expectConsentInView(page)
  expect(await press(page, 'c', 'e')).toBeLessThanOrEqual(2)
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(nora.email)

  for (const { customer_id } of [nora, nordvik]) {
    await open(page, `${list}/${customer_id}`)
    await expectConsentInView(page)
  }
})

test('a number leads to a section of the record, except while typing', async ({ page }) => {
  await open(page, `${list}?search=nora.bjorgum&record=${nora.customer_id}`)
  const dialog = page.getByRole('dialog', { name: /Nora/ })
  const heading = (name: string) => dialog.getByRole('heading', { name, exact: true })
  await expect(heading('Raw')).toBeAttached()
  await press(page, '6')
  await expect(heading('Tags & tokens')).toBeFocused()
  await expect(page).toHaveURL(/section=tags/)
  await press(page, '2')
  await expect(heading('Consent')).toBeFocused()
  await press(page, '?')
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(sheet.getByText('Tags & tokens')).toBeVisible()
  await press(page, 'Escape', '/', '6')
  await expect(searchBox(page)).toHaveValue(/6$/)
})

test('signing out takes four keys at most', async ({ page }) => {
  await open(page, list)
  const opening = await press(page, 'm')
  await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeVisible()
  await expect(page.getByRole('menuitemradio', { checked: true }).first()).toBeFocused()
  expect(opening + (await press(page, 'End', 'Enter'))).toBeLessThanOrEqual(4)
  await expect(page).toHaveURL(/sign-in/)
})
