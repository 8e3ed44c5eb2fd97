import type { BrowserContext } from '@playwright/test'
import { accounts } from '../../../lib/sandbox/seed/seed'
import { expect, expectAccessible, open, searchBox, test, whole } from '../../fixtures'
import { signInSession } from '../../sessions'

/** Two tabs of one browser, in which somebody signs out and somebody else signs in. */

test.use({ role: null })

const list = `/${accounts.test}/customers`

/** Changes who is signed in, as a sign-in in another browser window does that tells no tab. */
async function become(context: BrowserContext, role: string): Promise<void> {
  await signInSession(context, { email: `${role}@two-people.example`, role })
}

test('a tab whose person has changed drops all that it holds at its next call, and says so', async ({
  page,
  context,
}) => {
  await become(context, 'agent')
  await open(page, `${list}?search=nora`)
  await expect(page.getByRole('main')).toContainText('nora.bjorgum@')
  await become(context, 'viewer')
  await searchBox(page).fill('ola')
  await searchBox(page).press('Enter')
  await expect(page.getByRole('heading', { name: 'Someone else has signed in' })).toBeVisible()
  await page.locator('html[data-ready]').waitFor()
  await expectAccessible(page)
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
  await page.getByRole('link', { name: 'Reload' }).click()
  await expect(page.getByRole('table', { name: 'Customers' })).toContainText('••••')
  await page.goBack()
  await expect(page.getByRole('main')).not.toContainText('nora.bjorgum@')
})

test('a tab whose person has changed drops all that it holds when another page is opened in it', async ({
  page,
  context,
}) => {
  await become(context, 'admin')
  await open(page, list)
  await become(context, 'auditor')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Activity' }).click()
  await expect(page.getByRole('heading', { name: 'Someone else has signed in' })).toBeVisible()
})

test('signing out reaches all tabs', async ({ page, context }) => {
  await become(context, 'agent')
  await open(page, `${list}?search=nora`)
  await open(page, list)
  await whole(page)
  const other = await context.newPage()
  await open(other, list)
  await other.getByRole('button', { name: /Agent$/ }).click()
  await other.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in$/)
  await page.goBack()
  await expect(page).toHaveURL(/\/sign-in/)
})

test('a page that comes back out of the cache of the browser is loaded anew', async ({ page, context }) => {
  await become(context, 'agent')
  await open(page, list)
  await whole(page)
  await context.clearCookies()
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
  await expect(page).toHaveURL(/\/sign-in/)
})
