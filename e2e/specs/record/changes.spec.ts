import { randomUUID } from 'node:crypto'
import { accounts, people } from '../../../lib/sandbox/seed/seed'
import { expect, expectAccessible, open, reload, test, whole } from '../../fixtures'
import { sandbox } from '../../sandbox'
import { appUrl, webhookSecret } from '../../servers'
import { query, signInSession } from '../../sessions'

/** What Dintero reports of a customer is marked on the screen, and is in the timeline of the record. */

const { asheim } = people

test.use({ role: null })
test.beforeEach(() =>
  sandbox.webhooks({ url: `${appUrl}/api/accounts/${accounts.test}/webhooks`, secret: webhookSecret }),
)
test.afterEach(() => sandbox.webhooks(null))

test('a change is marked in the list, told in the open record, and kept in its timeline without a value', async ({
  page,
}) => {
  await signInSession(page.context(), { email: `${randomUUID()}@example.com`, role: 'admin' })
  await open(page, `/${accounts.test}/customers?type=company&search=åsheim`)
  await whole(page)
  const row = page.locator(`tr[data-customer="${asheim.customer_id}"]`)
  await expect(row).toBeVisible()
  // The stream is open once PostgreSQL knows of it.
  await expect
    .poll(() => query(`SELECT 1 FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()`))
    .not.toEqual([])
  await sandbox.change(asheim.customer_id, { status: 'paused' })
  await expect(row.getByText('changed just now')).toBeVisible({ timeout: 5_000 })

  await row.getByRole('link', { name: 'Åsheim Elektro AS' }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByRole('link', { name: 'Timeline' }).click()
  const timeline = drawer.getByRole('region', { name: 'Timeline' })
  await expect(timeline.getByText(/^Changes are known since /)).toBeVisible()
  await expect(timeline.getByText('Changed', { exact: true })).toBeVisible()
  const consent = { email: { consent: true, updated_at: new Date().toISOString() } }
  await sandbox.change(asheim.customer_id, { status: 'active', marketing_consent: consent })
  await expect(drawer.getByText(/^Changed in Dintero since .*Consent/)).toBeVisible()
  await drawer.getByRole('button', { name: 'Show latest' }).click()
  await reload(page)
  await expect(timeline.getByText('Changed: Status').first()).toBeVisible()
  await expect(timeline.getByText(/^Email: no since .*, yes since /)).toBeVisible()
  await expectAccessible(page)
  const rows = await query(`SELECT * FROM customer_changes WHERE customer_id = $1`, [asheim.customer_id])
  expect(JSON.stringify(rows)).not.toContain('paused')
})
