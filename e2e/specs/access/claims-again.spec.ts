import type { Page } from '@playwright/test'
import { accounts } from '../../../lib/sandbox/seed/seed'
import { expect, test } from '../../fixtures'
import { companyApp, companyLogin } from '../../servers'
import { query } from '../../sessions'

/** What an administrator changes at the company's own login acts on a person who is signed in. */

test.use({ role: null, baseURL: companyApp.url })

const email = 'changing@company.example'
const ownSessions = `/${accounts.test}/sessions`

test.beforeEach(({ watch }) => {
  // The provider is another origin by design; the upstream does not know this company's client.
  watch.expectOnConsole(new RegExp(`another origin: (${companyLogin.url}|${companyApp.url})$|50[23]|40[134]|favicon`))
})
test.afterEach(() => change({ email, name: 'Changing Company', roles: ['support'] }))

const change = (claims: Record<string, unknown> | null) =>
  fetch(`${companyLogin.url}/_people/changing`, { method: 'POST', body: JSON.stringify(claims) })

/** Lets 16 minutes pass since the claims were read. */
const letTimePass = () =>
  query(`UPDATE sessions SET claims_read_at = now() - interval '16 minutes' WHERE email = $1`, [email])

async function signIn(page: Page) {
  await page.goto(`/sign-in?callbackUrl=${ownSessions}`)
  await page.locator('html[data-ready]').waitFor()
  await page.getByRole('button', { name: 'Continue with company login' }).click()
  await page.getByRole('button', { name: 'changing', exact: true }).click()
  await expect(page.getByRole('button', { name: /^Changing Company/ })).toContainText('Agent')
}

test('another role is there with the next page, and none at all opens nothing', async ({ page }) => {
  await signIn(page)
  await change({ roles: ['guests'] })
  await page.reload()
  await expect(page.getByRole('button', { name: /^Changing Company/ })).toContainText('Agent')
  await letTimePass()
  await page.reload()
  await expect(page.getByRole('button', { name: /^Changing Company/ })).toContainText('Viewer')
  await change({ roles: ['kitchen'] })
  await letTimePass()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'You don’t have a role yet' })).toBeVisible()
})

test('somebody whom the company login no longer knows is signed out', async ({ page }) => {
  await signIn(page)
  await change(null)
  await letTimePass()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Continue with company login' })).toBeVisible()
  const [end] = await query<{ kind: string; filters: unknown }>(
    'SELECT kind, filters FROM activity WHERE actor_email = $1 ORDER BY id DESC LIMIT 1',
    [email],
  )
  expect(end?.kind).toBe('session_end')
  expect(JSON.stringify(end?.filters)).toContain('provider')
})
