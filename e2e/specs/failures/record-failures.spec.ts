import type { Page } from '@playwright/test'
import { accounts, people } from '../../../lib/sandbox/seed/seed'
import { expect, expectAccessible, open, test } from '../../fixtures'
import { withoutAutomaticRetries } from '../../retries'
import { sandbox } from '../../sandbox'

const list = `/${accounts.test}/customers`
const { nora, nordvik } = people
const record = (id: string) => `${list}/${encodeURIComponent(id)}`
const section = (page: Page, name: string) => page.getByRole('region', { name })

test.afterEach(() => sandbox.faults([]))

const parts = [
  { part: 'tags', region: 'Tags & tokens', failed: 'Couldn’t load tags.', mended: 'Gullmedlem' },
  { part: 'tokens', region: 'Tags & tokens', failed: 'Couldn’t load tokens.', mended: 'Membership card' },
  {
    part: 'communication',
    region: 'Consent',
    failed: 'Couldn’t check whether email and phone are verified.',
    mended: 'Allowed',
  },
]
for (const { part, region, failed, mended } of parts)
  test(`${part} that cannot be read show an error and can be retried; the others stay`, async ({ page, watch }) => {
    watch.expectOnConsole(/503/)
    await withoutAutomaticRetries(page)
    await sandbox.faults([{ match: `/${nora.customer_id}/${part}`, kind: 'status', status: 503 }])
    await open(page, record(nora.customer_id))
    const place = section(page, region)
    await expect(place.getByText(failed)).toBeVisible()
    await expect(section(page, 'Overview').getByText(nora.email)).toBeVisible()
    for (const other of parts) if (other.part !== part) await expect(page.getByText(other.failed)).toHaveCount(0)
    await expectAccessible(page)
    await sandbox.faults([])
    await place.getByRole('button', { name: 'Try now' }).click()
    await expect(place.getByText(failed)).toHaveCount(0)
    await expect(place.getByText(mended, { exact: true }).first()).toBeVisible()
  })

test('a part that Dintero refuses shows the missing scope', async ({ page, watch }) => {
  watch.expectOnConsole(/502/)
  await sandbox.faults([{ match: `/${nora.customer_id}/tokens`, kind: 'status', status: 403 }])
  await open(page, record(nora.customer_id))
  await expect(section(page, 'Tags & tokens').getByText(/read:customers/)).toBeVisible()
})

test('numbers in place of text are reported as wrong, and the record still opens', async ({ page }) => {
  const patch = {
    email: 42,
    first_name: ['Nora'],
    addresses: {},
    company: 'x',
    marketing_consent: { sms: { consent: 'yes' } },
  }
  await sandbox.faults([{ match: `/customers/users/${nora.customer_id}`, kind: 'broken-customer', patch }])
  await open(page, `${list}?search=nora`)
  await sandbox.faults([
    { match: `/customers/users/${nora.customer_id}`, kind: 'broken-customer', patch },
    { match: '/customers/users?', kind: 'broken-customer', patch: { email: 42 } },
  ])
  await open(page, record(nora.customer_id))
  const overview = section(page, 'Overview')
  await expect(overview.getByText('unexpected format').first()).toBeVisible()
  await expect(overview.getByText('42', { exact: true })).toBeVisible()
  await expect(overview.getByText('+47 42 14 03 18')).toBeVisible()
  await expectAccessible(page)
})

test('one call each and all at once, none before its record is opened, and raw when it is seen', async ({ page }) => {
  await open(page, list)
  await expect(page.getByText(/^[\d,]+ customers$/)).toBeVisible()
  await sandbox.forget()
  await sandbox.faults([{ match: '/customers/', kind: 'delay', ms: 300 }])
  await page.locator(`tr[data-customer="${nora.customer_id}"] a`).click()
  await expect(page.getByRole('dialog').getByText('Membership card')).toBeAttached()
  const own = `/users/${nora.customer_id}`
  const expected = [
    own,
    `${own}/communication`,
    `${own}/tags`,
    `${own}/tokens`,
    '/settings',
    `/terms/${nora.term.id}`,
  ].toSorted()
  const paths = async () => {
    const seen = (await sandbox.requests()).filter(({ path }) => !path.includes('auth'))
    return seen.map(({ path }) => path.replace(/.*\/customers/, '')).toSorted()
  }
  // The calls are sent side by side, so the last one may be sent after the first answer is shown.
  await expect.poll(paths).toEqual(expected)
  await expect(page.getByRole('dialog').getByText('Loading', { exact: true })).toHaveCount(0)
  expect(await paths()).toEqual(expected)
})

/** A tab that comes back into view. */
const comeBack = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event('focus')))

test('a record that changed upstream shows its changes when its window is visible again', async ({ page }) => {
  await sandbox.create({ type: 'customer', customer_id: 'E2E-FRESH', first_name: 'Fersk', email: 'fersk@example.no' })
  await page.clock.install()
  await open(page, `${record('E2E-FRESH')}?section=raw`)
  await expect(section(page, 'Overview').getByText('fersk@example.no')).toBeVisible()
  // All requests of opening the record are answered before anything is counted.
  await expect(section(page, 'Raw').getByText('"customer_id": "E2E-FRESH"')).toBeVisible()
  await expect(page.getByRole('main').getByText('Loading', { exact: true })).toHaveCount(0)

  await sandbox.forget()
  await page.clock.fastForward(10_000)
  await comeBack(page)
  await expect.poll(async () => (await sandbox.requests()).map(({ status }) => status)).toEqual([304])
  await expect(page.getByText(/Changed in Dintero/)).toHaveCount(0)

  await sandbox.change('E2E-FRESH', { email: 'ny@example.no', status: 'vip' })
  await page.clock.fastForward(10_000)
  await comeBack(page)
  await expect(page.getByText(/Changed in Dintero since .*: .*Email/)).toBeVisible()
  await expect(page.getByText(/Changed in Dintero/)).toContainText('Status')
  await expect(section(page, 'Overview').getByText('fersk@example.no')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Show latest' }).click()
  await expect(section(page, 'Overview').getByText('ny@example.no')).toBeVisible()
  await expect(page.getByText(/Changed in Dintero/)).toHaveCount(0)

  await sandbox.remove('E2E-FRESH')
  await page.clock.fastForward(10_000)
  await comeBack(page)
  await expect(page.getByText(/Deleted in Dintero since/)).toBeVisible()
  await page.getByRole('button', { name: 'Show latest' }).click()
  await expect(page.getByRole('heading', { name: 'What’s left' })).toBeVisible()
})

test('a tombstone that the single call does not know is found in the collection', async ({ page, request, watch }) => {
  // Its tokens are not known by that call either.
  watch.expectOnConsole(/404/)
  const id = people.tombstone.customer_id
  await sandbox.faults([{ match: `/customers/users/${id}`, kind: 'status', status: 404 }])
  await open(page, record(id))
  await expect(page.getByRole('heading', { name: 'What’s left' })).toBeVisible()
  // Of the page that held it only its own part is shown.
  await expect(page.getByRole('region', { name: 'Raw' }).getByText(`"customer_id": "${id}"`)).toBeVisible()
  await expect(page.getByRole('region', { name: 'Raw' }).getByText('"customer_id"')).toHaveCount(1)
  const answer = await request.get(`/api/accounts/${accounts.test}/customers/${id}`)
  expect(((await answer.json()) as { customer: { customer_id: string } }).customer.customer_id).toBe(id)
})

test('opening records one after another leaks nothing', async ({ page }) => {
  await open(page, `${list}?record=${encodeURIComponent(nordvik.customer_id)}`)
  const session = await page.context().newCDPSession(page)
  const held = async () => {
    await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = await session.send('Runtime.getHeapUsage')
    return { heap: usedSize, ...(await session.send('Memory.getDOMCounters')) }
  }
  await page.keyboard.press('Escape')
  const links = page.locator('tr[data-customer] a')
  const round = async (count: number) => {
    for (let at = 0; at < count; at++) {
      await links.nth(at).click({ position: { x: 3, y: 3 } })
      await expect(page.getByRole('dialog')).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
  }
  // What is kept of each record on purpose is there after the first round.
  await round(10)
  const before = await held()
  // Two hundred are opened by `npm run bench -- record`.
  await round(10)
  // A record that stays would hold 400 nodes and 40 listeners. What a busy machine has yet to let go of is gone a moment later.
  await expect
    .poll(async () => {
      const { heap, nodes, jsEventListeners } = await held()
      return {
        heap: heap / before.heap <= 1.1,
        nodes: nodes - before.nodes < 10 * 10,
        listeners: jsEventListeners - before.jsEventListeners < 10 * 10,
      }
    })
    .toEqual({ heap: true, nodes: true, listeners: true })
})
