import type { Page } from '@playwright/test'
import { accounts } from '../../../lib/sandbox/seed/seed'
import { expect, expectAccessible, test } from '../../fixtures'
import { companyApp, companyLogin } from '../../servers'
import { query } from '../../sessions'

/** Sign-in by OpenID Connect with a real provider, and attempts that must fail. */

test.use({ role: null, baseURL: companyApp.url })

const list = `/${accounts.test}/customers`
const callback = /\/api\/auth\/callback\/oidc\?/

test.beforeEach(({ watch }) => {
  // The provider is another origin by design; the upstream does not know this company's client.
  watch.expectOnConsole(new RegExp(`another origin: (${companyLogin.url}|${companyApp.url})$|50[23]|40[134]|favicon`))
})

async function begin(page: Page, path = '/sign-in'): Promise<void> {
  await page.goto(path)
  await page.locator('html[data-ready]').waitFor()
  await page.getByRole('button', { name: 'Continue with company login' }).click()
  await page.waitForURL(`${companyLogin.url}/**`)
}

const choose = (page: Page, person: string) => page.getByRole('button', { name: person, exact: true }).click()

/** Returns the callback URL of the provider without opening it, so that a test can change the answer. */
async function answerOf(page: Page, person: string): Promise<URL> {
  let from = page.url()
  let response = await page.request.post(from, { form: { person }, maxRedirects: 0 })
  for (;;) {
    const next = new URL(response.headers().location ?? '', from)
    if (callback.test(next.href)) return next
    from = next.href
    response = await page.request.get(from, { maxRedirects: 0 })
  }
}

/** Whether our API accepts the session. */
const isSignedIn = async (page: Page) =>
  (await page.request.get(`${companyApp.url}/api/accounts/${accounts.test}/tags`)).status() !== 401

const refusals = async () => (await query(`SELECT 1 FROM activity WHERE kind = 'refused' AND note = 'sign-in'`)).length

async function expectRefused(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Continue with company login' })).toBeVisible()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Company login failed.')
  expect(await isSignedIn(page)).toBe(false)
}

test('signs in with a role from a list of claims, and returns to the page that was requested', async ({ page }) => {
  await begin(page, `${list}?search=nora`)
  await choose(page, 'ingrid')
  await page.waitForURL(`${companyApp.url}${list}?search=nora`)
  await expect(page.getByRole('button', { name: /^Ingrid Company/ })).toContainText('Agent')
  expect(await isSignedIn(page)).toBe(true)
})

test('a single claim is accepted as a role', async ({ page }) => {
  await begin(page)
  await choose(page, 'leader')
  await expect(page.getByRole('button', { name: /^Leader Company/ })).toContainText('Admin')
})

test('signing out ends the session in the app and at the provider', async ({ page }) => {
  await begin(page)
  await choose(page, 'ingrid')
  await page.waitForURL(`${companyApp.url}${list}`)
  await page.locator('html[data-ready]').waitFor()
  await page.getByRole('button', { name: /^Ingrid Company/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.waitForURL(`${companyLogin.url}/session/end**`)
  expect(await isSignedIn(page)).toBe(false)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL(`${companyApp.url}/sign-in`)
  // The provider shows its sign-in form again.
  await begin(page)
  await expect(page.getByRole('button', { name: 'ingrid' })).toBeVisible()
})

test('a person whose claim opens no account sees this and the person to contact, and can sign out', async ({
  page,
}) => {
  await begin(page)
  await choose(page, 'elsewhere')
  await expect(page.getByRole('heading', { name: 'You don’t have access to any account' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('elsewhere@company.example')
  await expect(page.getByRole('main')).toContainText('Ask help@company.example for access.')
  await page.locator('html[data-ready]').waitFor()
  await expectAccessible(page)
  const response = await page.request.get(`${companyApp.url}/api/accounts/${accounts.test}/customers`)
  const unknown = await page.request.get(`${companyApp.url}/api/accounts/T00000000/customers`)
  expect([response.status(), unknown.status()]).toEqual([404, 404])
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL(`${companyLogin.url}/session/end**`)
})

test('a person whose claim is not a role sees their own name and no customer', async ({ page, context }) => {
  for (const person of ['stranger', 'nothing', 'wrong'])
    await test.step(person, async () => {
      await context.clearCookies()
      await begin(page)
      await choose(page, person)
      await expect(page.getByRole('main')).toContainText(`${person}@company.example`)
      await expect(page.getByRole('table')).toHaveCount(0)
      const response = await page.request.get(`${companyApp.url}/api/accounts/${accounts.test}/customers`)
      expect(response.status()).toBe(404)
      await expect(page.getByRole('main')).toContainText('Ask help@company.example for access.')
    })
  await expectAccessible(page)
})

test('without one of its cookies an answer of the provider is refused', async ({ page, context }) => {
  for (const cookie of ['state', 'nonce', 'pkce'])
    await test.step(cookie, async () => {
      await context.clearCookies()
      await begin(page)
      await context.clearCookies({ name: new RegExp(`desk\\.${cookie}$`) })
      await choose(page, 'ingrid')
      await expectRefused(page)
    })
  await expectAccessible(page)
})

const tampered: [name: string, change: (params: URLSearchParams) => void][] = [
  ['another state', (params) => params.set('state', 'x'.repeat(43))],
  ['another issuer', (params) => params.set('iss', 'https://evil.example')],
  ['another code', (params) => params.set('code', 'x'.repeat(43))],
  ['no code', (params) => params.delete('code')],
  ['an error', (params) => params.set('error', 'access_denied')],
]
test('an answer that was changed is refused, and the refusal is in the audit log', async ({ page, context }) => {
  for (const [name, change] of tampered)
    await test.step(name, async () => {
      await context.clearCookies()
      await begin(page)
      const answer = await answerOf(page, 'ingrid')
      change(answer.searchParams)
      const before = await refusals()
      await page.goto(answer.href)
      await expectRefused(page)
      expect(await refusals()).toBeGreaterThan(before)
    })
})

test('an answer is good once', async ({ page, context }) => {
  await begin(page)
  const cookies = await context.cookies()
  const answer = await answerOf(page, 'ingrid')
  await page.goto(answer.href)
  await page.waitForURL(`${companyApp.url}${list}`)
  // Away from a page that may still be fetching its total, which would be refused.
  await page.goto('about:blank')
  await context.clearCookies()
  await context.addCookies(cookies)
  await page.goto(answer.href)
  await expectRefused(page)
})

test('the state of another sign-in does not fit', async ({ page, context, browser }) => {
  const other = await browser.newContext()
  const theirs = await other.newPage()
  await begin(theirs, `${companyApp.url}/sign-in`)
  await begin(page)
  const stolen = (await other.cookies()).filter(({ name }) => /desk\.(state|nonce|pkce)$/.test(name))
  await context.addCookies(stolen)
  await choose(page, 'ingrid')
  await expectRefused(page)
  await other.close()
})
