import { accounts, people } from '../../../lib/sandbox/seed/seed'
import { expect, expectAccessible, expectRows, open, reload, searchBox, shownIds, test } from '../../fixtures'
import { sandbox } from '../../sandbox'

const list = `/${accounts.test}/customers`
const shared = '2023-02-14T03:00:00.000417Z'

test('only deleted customers: a scan of all customers finds them, can be stopped, and continues after a reload', async ({
  page,
}) => {
  await open(page, list)
  await searchBox(page).fill('deleted:only')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\?only=deleted$/)
  const { total } = await sandbox.list({ type: 'any', include_deleted: 'true' })
  const all = total.toLocaleString('en-GB')
  await expect(page.getByText(new RegExp(`Checked (all|[\\d,]+ of) ${all}`))).toBeVisible()
  const goOn = page.getByRole('button', { name: /Keep looking/ })
  await expect(goOn.or(page.getByText('Checked all'))).toBeVisible()
  await expect(page.locator('tbody tr').first()).toContainText('Deleted customer')
  await expectAccessible(page)
  const found = await shownIds(page)
  await reload(page)
  await expect.poll(() => shownIds(page)).toEqual(found)
  await page.getByRole('button', { name: 'Deleted Only' }).click()
  await page.getByRole('menuitemradio', { name: 'Hidden' }).click()
  await expectRows(page, (await sandbox.list()).rows)
})

test('pages of changes follow their instants, show each customer once, and Previous goes back', async ({ page }) => {
  await open(page, `${list}?since_datetime=2026-06-01T00:00:00Z&limit=10`)
  const seen: (string | null)[] = []
  for (let at = 1; at <= 4; at++) {
    await expect(page.getByText(`Page ${at}`, { exact: false })).toBeVisible()
    await expect(page.getByRole('table', { name: 'Customers' })).toHaveAttribute('aria-busy', 'false')
    seen.push(...(await shownIds(page)))
    if (at < 4) await page.getByRole('button', { name: /^Next/ }).click()
  }
  expect(new Set(seen).size).toBe(seen.length)
  const { rows } = await sandbox.list({ since_datetime: '2026-06-01T00:00:00Z', limit: '100' })
  expect(seen).toEqual(rows.slice(0, seen.length).map(({ customer_id }) => customer_id))
  const last = await shownIds(page)
  await reload(page)
  await expect.poll(() => shownIds(page)).toEqual(last)
  await page.getByRole('button', { name: /^Previous/ }).click()
  await expect(page.getByText('Page 3', { exact: false })).toBeVisible()
})

test('too many changes in one instant to list are reported, skipped, and can be found', async ({ page }) => {
  await open(page, `${list}?since_datetime=${shared}`)
  const told = page.getByRole('status').filter({ hasText: '500 more customers changed at the same time' })
  await expect(told).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: /^Next/ }).click()
  await expect(told).toBeHidden()
  await expect(page).toHaveURL(/[?&]at=2/)
  await page.goBack()
  await told.getByRole('button', { name: 'Find them' }).click()
  await expect(page).toHaveURL(/changed_at=/)
  await expect(page.getByText(/\d+ customers changed at that time\./)).toBeVisible()
  const goOn = page.getByRole('button', { name: /Keep looking/ })
  await expect(async () => {
    if (await goOn.isVisible()) await goOn.click()
    await expect(page.getByText('600 customers changed at that time.')).toBeVisible({ timeout: 500 })
  }).toPass()
})

test('the actions of a strip stay usable beside an open record', async ({ page }) => {
  await open(page, `${list}?since_datetime=${shared}&record=${people.nora.customer_id}`)
  const record = page.getByRole('dialog', { name: /Nora Bjørgum/ })
  await expect(record).toBeVisible()
  const find = await page.getByRole('button', { name: 'Find them' }).boundingBox()
  const drawer = await record.boundingBox()
  expect((find?.x ?? 0) + (find?.width ?? 0)).toBeLessThanOrEqual(drawer?.x ?? 0)
})

test('many filters wrap, none hides another, and the open record begins below them', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 900 })
  const keys = ['favorite_sport', 'points', 'member_since'].map((key) => `attributes_keys=${key}`).join('&')
  const query = `search=n&type=any&${keys}&token_type=membership_card&since_datetime=2020-01-01T00:00:00Z&include_deleted=true`
  await open(page, `${list}?${query}&record=${people.nora.customer_id}`)
  const chips = page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: /^Remove / })
  await expect(chips).toHaveCount(7)
  const boxes = await chips.evaluateAll((all) =>
    all.map((one) => (one.parentElement ?? one).getBoundingClientRect().toJSON() as DOMRect),
  )
  for (const [index, one] of boxes.entries())
    for (const other of boxes.slice(index + 1))
      expect(
        one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top,
      ).toBe(true)
  const drawer = await page.getByRole('dialog', { name: /Nora Bjørgum/ }).boundingBox()
  expect(drawer?.y).toBeGreaterThanOrEqual(Math.max(...boxes.map(({ bottom }) => bottom)))
})

test('an empty result offers alternatives with their number of results', async ({ page }) => {
  await open(page, `${list}?search=jørgen.nordbo`)
  await expect(page.getByRole('heading', { name: 'No match for jørgen.nordbo' })).toBeVisible()
  await open(page, `${list}?email=${people.jorgen.email}`)
  await expect(page.getByRole('heading', { name: `No customer has the email ${people.jorgen.email}` })).toBeVisible()
  const contacts = page.getByRole('button', { name: /Include contacts/ })
  await expect(contacts).toContainText('not checked')
  await expect(page.getByText('Searched for exactly this.')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('2')
  await expect(contacts).toContainText('3 found')
  await expect(page.getByRole('button', { name: /Include deleted/ })).toContainText('can’t match')
  await page.keyboard.press('2')
  await expect(page).toHaveURL(/type=any/)
  await expectRows(page, (await sandbox.list({ email: people.jorgen.email, type: 'any' })).rows)
})

test('a name without its letters, filters too many and a card are found from an empty result', async ({ page }) => {
  const { rows, total } = await sandbox.list({ search: 'bjørgum' })
  await open(page, list)
  await expect(page.getByText(/^[\d,]+ customers$/)).toBeVisible()
  await sandbox.forget()
  await searchBox(page).fill('bjorgum')
  await page.keyboard.press('Enter')
  const offers = page.getByRole('listitem').getByRole('button')
  await expect(offers.filter({ hasText: 'Spelled bjørgum' })).toContainText(`1Spelled bjørgum${total} foundShow`)
  await expect(offers.filter({ hasText: ' found' })).toHaveCount(3)
  await expect(page.getByText('0 customers', { exact: true })).toBeVisible()
  const calls = (await sandbox.requests()).filter(({ path }) => path.endsWith('/customers/users'))
  expect(calls).toHaveLength(4)
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('1')
  await expectRows(page, rows)

  await open(page, `${list}?search=bjørgum&type=company`)
  await expect(page.getByText('start with this, with the filters above.')).toBeVisible()
  await expect(offers.first()).toContainText(`Without the filters ${total} foundShow`)
  await page.keyboard.press('1')
  await expect(page).toHaveURL((url) => url.search === `?search=${encodeURIComponent('bjørgum')}`)
  await expectRows(page, rows)

  await searchBox(page).fill('2400 0000 0021 4907')
  await page.keyboard.press('Enter')
  const card = offers.filter({ hasText: 'As token: Membership card 2400000000214907' })
  await expect(card).toContainText('1 found')
  await card.click()
  await expect(page.getByRole('link', { name: 'Nora Bjørgum', exact: true })).toBeVisible()
  await page.getByRole('button', { name: /^Token / }).click()
  await expect(page.getByRole('dialog', { name: 'Token' }).getByLabel('Type')).toHaveValue('membership_card')
  await expectAccessible(page)
})

test('several words with filters are counted by the customers that have each word', async ({ page }) => {
  await open(page, `${list}?search=bjørgum%20nora&type=company`)
  const bare = page.getByRole('button', { name: /Without the filters/ })
  await expect(bare).toContainText('not checked')
  await bare.click()
  await expect(bare).toContainText('1 found')
  await bare.click()
  await expect(page.getByRole('link', { name: 'Nora Bjørgum', exact: true })).toBeVisible()
})

test('an empty result in one account can be searched in another', async ({ page }) => {
  const { rows } = await sandbox.list({ limit: '1' }, accounts.production)
  const id = String(rows[0]?.customer_id)
  await open(page, `/${accounts.empty}/customers?search=${id}`)
  const other = page.getByRole('button', { name: new RegExp(accounts.production) })
  await other.click()
  await expect(other).toContainText('found')
  await other.click()
  await expect(page).toHaveURL(new RegExp(`/${accounts.production}/customers\\?search=`))
  await expect(page.getByRole('table').getByText(id).first()).toBeVisible()
})
