import { randomUUID } from 'node:crypto'
import type { BrowserContext } from '@playwright/test'
import { accounts, people } from '../../../lib/sandbox/seed/seed'
import { expect, expectAccessible, open, searchBox, test } from '../../fixtures'
import { appEnvironment, appUrl } from '../../servers'
import { query, signInSession } from '../../sessions'

/** A person over the limit sees when they may continue, and other people do not wait. Pages and API calls both count. */

test.use({ role: null })

const limit = Number(appEnvironment.LIMIT_PERSON_PER_MINUTE)

/** Signs in a person without counted requests; returns their email. */
async function signInSomebody(context: BrowserContext, role: 'agent' | 'admin' = 'agent'): Promise<string> {
  const email = `busy-${randomUUID()}@example.com`
  await signInSession(context, { email, role })
  return email
}

/** Sets the count of a person to the limit, for the given time. */
const exhaust = (email: string, seconds: number) =>
  query(`INSERT INTO limits VALUES ($1, $2, $3) ON CONFLICT (key) DO UPDATE SET points = $2, expire = $3`, [
    `personPerMinute:${email}`,
    limit,
    Date.now() + seconds * 1_000,
  ])

/** How many calls of a person have been counted. */
async function countedCalls(email: string): Promise<number> {
  const [row] = await query<{ points: number }>('SELECT points::int FROM limits WHERE key = $1', [
    `personPerMinute:${email}`,
  ])
  return row?.points ?? 0
}

const auditedKinds = async (email: string) =>
  (await query<{ kind: string }>('SELECT kind FROM activity WHERE actor_email = $1', [email])).map(({ kind }) => kind)

test('a person over the limit gets 429, sees a countdown, and continues on the same screen', async ({
  page,
  context,
  watch,
}) => {
  watch.expectOnConsole(/429/)
  const email = await signInSomebody(context)
  await open(page, `/${accounts.test}/customers`)
  await exhaust(email, 4)
  const refused = await page.request.get(`${appUrl}/api/accounts/${accounts.test}/customers`)
  expect([refused.status(), (await refused.json()).error.code]).toEqual([429, 'rate_limited'])
  expect(Number(refused.headers()['retry-after'])).toBeLessThanOrEqual(4)

  await searchBox(page).fill('nora')
  await searchBox(page).press('Enter')
  await expect(page.getByText('Too many requests.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Try now' }).first()).toBeDisabled()
  await expectAccessible(page)
  // The countdown runs, and then the request is retried automatically.
  await expect(page.getByRole('table', { name: 'Customers' })).toContainText('Nora Bjørgum')
})

const pages = [
  { name: 'list', path: `/${accounts.test}/customers?search=nora` },
  { name: 'record', path: `/${accounts.test}/customers/${people.nora.customer_id}` },
  { name: 'activity', path: `/${accounts.test}/activity` },
] as const

test('a page over the limit shows how long to wait, and fetches nothing', async ({ page, context }) => {
  const email = await signInSomebody(context, 'admin')
  for (const { name, path } of pages)
    await test.step(name, async () => {
      await exhaust(email, 60)
      await open(page, path)
      await expect(page.getByRole('alert').getByText('Too many requests.')).toBeVisible()
      await expect(page.getByRole('button', { name: 'Try now' })).toBeDisabled()
      await expectAccessible(page)
      expect(await page.content()).not.toContain('Nora')
      expect(await auditedKinds(email)).toEqual([])
    })
})

test('a page over the limit is requested again automatically when the time is over', async ({ page, context }) => {
  const email = await signInSomebody(context)
  await exhaust(email, 4)
  await open(page, pages[0].path)
  await expect(page.getByRole('table', { name: 'Customers' })).toContainText('Nora Bjørgum')
  await expect(page.getByText('Too many requests.')).toBeHidden()
})

test('one navigation counts once, both as a document and as a React payload', async ({ page, context }) => {
  const email = await signInSomebody(context, 'admin')
  let expected = 0
  for (const { path } of pages) {
    await page.request.get(`${appUrl}${path}`)
    expect(await countedCalls(email)).toBe(++expected)
    await page.request.get(`${appUrl}${path}`, { headers: { rsc: '1' } })
    expect(await countedCalls(email)).toBe(++expected)
  }
})

test('a page that the role may not open also counts', async ({ page, context }) => {
  const email = await signInSomebody(context)
  await page.request.get(`${appUrl}/${accounts.test}/activity`)
  expect(await countedCalls(email)).toBe(1)
  expect(await auditedKinds(email)).toEqual(['refused'])
})
