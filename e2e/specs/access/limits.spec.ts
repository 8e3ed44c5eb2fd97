import { randomUUID } from 'node:crypto'
import { accounts } from '../../../lib/sandbox/seed/seed'
import { expect, expectAccessible, open, searchBox, test } from '../../fixtures'
import { appEnvironment, appUrl } from '../../servers'
import { query, seal, session } from '../../sessions'

/** Who asks too much is told when they may again, and nobody else waits. */

test.use({ role: null })

const most = Number(appEnvironment.LIMIT_PERSON_PER_MINUTE)

test('a person over the limit gets 429, sees it counted down, and goes on where they were', async ({
  page,
  context,
  watch,
}) => {
  watch.expectOnConsole(/429/)
  const email = `busy-${randomUUID()}@example.com`
  const value = await seal({ sid: await session(), email, role: 'agent' })
  await context.addCookies([{ name: 'desk.session-token', value, url: appUrl }])
  await open(page, `/${accounts.test}/customers`)
  await query(`INSERT INTO limits VALUES ($1, $2, $3) ON CONFLICT (key) DO UPDATE SET points = $2, expire = $3`, [
    `personPerMinute:${email}`,
    most,
    Date.now() + 4_000,
  ])
  const refused = await page.request.get(`${appUrl}/api/accounts/${accounts.test}/customers`)
  expect([refused.status(), (await refused.json()).error.code]).toEqual([429, 'rate_limited'])
  expect(Number(refused.headers()['retry-after'])).toBeLessThanOrEqual(4)

  await searchBox(page).fill('nora')
  await searchBox(page).press('Enter')
  await expect(page.getByText('Too many calls.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Try now' }).first()).toBeDisabled()
  await expectAccessible(page)
  // It is counted down, and then tried by itself.
  await expect(page.getByRole('table', { name: 'Customers' })).toContainText('Nora Bjørgum')
})
