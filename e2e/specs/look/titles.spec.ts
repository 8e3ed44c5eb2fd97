import { randomUUID } from 'node:crypto'
import { accounts, people } from '../../../lib/sandbox/seed/seed'
import { expect, open, test } from '../../fixtures'
import { signInSession } from '../../sessions'

/** The title of a tab names the screen and the account. It is kept in the history of the browser: no customer is in it. */

const account = `/${accounts.test}`
const list = `${account}/customers`
const titleOf = (html: string) => /<title>([^<]*)<\/title>/.exec(html)?.[1]

const titles = {
  en: [
    [list, 'Customers · Nordlys Sport Test · Customer Desk'],
    [`${list}?search=nora&record=${people.nora.customer_id}`, 'Customers · Nordlys Sport Test · Customer Desk'],
    [`${list}/${people.nora.customer_id}`, 'Customer · Nordlys Sport Test · Customer Desk'],
    [`${list}/K-999102`, 'Customer · Nordlys Sport Test · Customer Desk'],
    [`${account}/find`, 'Find a customer · Nordlys Sport Test · Customer Desk'],
    [`/${accounts.production}/customers`, 'Customers · Nordlys Sport · Customer Desk'],
    [`${account}/activity`, 'Activity · Nordlys Sport Test · Customer Desk'],
    [`${account}/sessions`, 'Your sessions · Nordlys Sport Test · Customer Desk'],
    ['/person-changed', 'Someone else has signed in · Customer Desk'],
    ['/T99999999/customers', 'Page not found · Customer Desk'],
    ['/nowhere/at/all', 'Page not found · Customer Desk'],
  ],
  nb: [
    [list, 'Kunder · Nordlys Sport Test · Customer Desk'],
    [`${list}/${people.nora.customer_id}`, 'Kunde · Nordlys Sport Test · Customer Desk'],
    [`${account}/activity`, 'Aktivitet · Nordlys Sport Test · Customer Desk'],
  ],
} as const

for (const [language, pages] of Object.entries(titles))
  test(`every page of the server has its title, in ${language}`, async ({ request }) => {
    for (const [path, title] of pages) {
      const answer = await request.get(path, { headers: { 'accept-language': language } })
      expect([path, titleOf(await answer.text())]).toEqual([path, title])
    }
  })

test.describe('to an admin', () => {
  test.use({ role: null })
  test('the title goes along with the screen, the account and the language', async ({ page, context }) => {
    // A person of their own: the others keep their language.
    await signInSession(context, { email: `${randomUUID()}@example.com`, name: 'Marte Lund' })
    await open(page, `${list}?search=nora`)
    await page.getByRole('link', { name: 'Nora Bjørgum' }).click()
    await page.getByRole('dialog').getByRole('link', { name: 'Open as a page' }).click()
    await expect(page).toHaveTitle('Customer · Nordlys Sport Test · Customer Desk')
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Activity' }).click()
    await expect(page).toHaveTitle('Activity · Nordlys Sport Test · Customer Desk')
    await page.goBack()
    await expect(page).toHaveTitle('Customer · Nordlys Sport Test · Customer Desk')
    await page.getByRole('button', { name: /Marte Lund/ }).click()
    await page.getByRole('menuitem', { name: 'Settings' }).click()
    await page.getByRole('dialog', { name: 'Settings' }).getByText('Norsk bokmål').click()
    await expect(page).toHaveTitle('Kunde · Nordlys Sport Test · Customer Desk')
    // Another language is another document, which takes keys once it is hydrated.
    await page.locator('html[lang=nb][data-ready]').waitFor()
    await page.keyboard.press('s')
    await page.getByRole('menuitemradio', { name: /Nordlys Outlet/ }).click()
    await expect(page).toHaveTitle('Kunder · Nordlys Outlet Test · Customer Desk')
  })
})

test.describe('to nobody', () => {
  test.use({ role: null })
  test('the title of sign-in names no account', async ({ page }) => {
    await page.goto(list)
    await expect(page).toHaveTitle('Sign in · Customer Desk')
  })
})
