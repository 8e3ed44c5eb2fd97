import { accounts, people } from '../../../lib/sandbox/seed/seed'
import { expect, expectAccessible, open, reload, signInOverHttp, test } from '../../fixtures'
import { appUrl } from '../../servers'
import { query, signInSession } from '../../sessions'

/** A viewer reveals one field of one record for a limited time with a reason, which the audit log contains. */

// Each test has its own session: a reveal belongs to one session, and other tests expect masked values.
test.use({ storageState: async ({ browserName: _ }, use) => use(await signInOverHttp('viewer@example.com')) })

const { nora } = people
const record = `/${accounts.test}/customers/${nora.customer_id}`
const reveals = `/api/accounts/${accounts.test}/customers/${nora.customer_id}/reveals`
const headers = { origin: appUrl }

type Kept = { actor_email: string; customers: string[]; filters: object[]; note: string }
const recorded = (note: string) =>
  query<Kept>(`SELECT actor_email, customers, filters, note FROM activity WHERE kind = 'reveal' AND note = $1`, [note])

test('a field is revealed with a reason, stays revealed after a reload, and can be hidden again', async ({ page }) => {
  await open(page, record)
  await expect(page.getByText(nora.email)).toHaveCount(0)
  await page.getByRole('button', { name: 'Reveal email' }).click()
  const form = page.getByRole('dialog', { name: 'Reveal email' })
  await form.getByRole('radio', { name: 'Another reason' }).check()
  await form.getByRole('textbox', { name: 'Another reason' }).fill('asked for a receipt')
  await expectAccessible(page)
  await form.getByRole('button', { name: 'Reveal' }).click()
  await expect(page.getByRole('link', { name: nora.email })).toBeVisible()
  await expect(page.getByText(/^Shown until \d\d:\d\d/)).toBeVisible()
  // One field: the others stay masked.
  await expect(page.getByRole('button', { name: 'Reveal phone' })).toBeVisible()
  await expectAccessible(page)
  expect(await recorded('asked for a receipt')).toEqual([
    {
      actor_email: 'viewer@example.com',
      customers: [nora.customer_id],
      filters: [{ name: 'field', value: 'email' }],
      note: 'asked for a receipt',
    },
  ])

  await reload(page)
  await expect(page.getByRole('link', { name: nora.email })).toBeVisible()
  await page.getByRole('button', { name: 'Hide email now' }).click()
  await expect(page.getByText(nora.email)).toHaveCount(0)
  await reload(page)
  await expect(page.getByRole('button', { name: 'Reveal email' })).toBeVisible()
  await expect(page.getByText(nora.email)).toHaveCount(0)
})

test('a reveal expires in the browser and on the server', async ({ page }) => {
  await page.clock.install()
  await open(page, `/${accounts.test}/customers?record=${nora.customer_id}`)
  await page.getByRole('button', { name: 'Reveal phone' }).click()
  // No reason is chosen beforehand; the first one has the focus.
  await page.keyboard.press('Enter')
  await expect(page.getByText('Choose a reason first.')).toBeVisible()
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Hide phone now' })).toBeVisible()
  await query(`UPDATE reveals SET until = now() WHERE customer_id = $1 AND field = 'phone_number'`, [nora.customer_id])
  await page.clock.fastForward('05:01')
  await expect(page.getByRole('button', { name: 'Reveal phone' })).toBeVisible()
})

test.describe('a reveal request', () => {
  const right = { field: 'gender', reason: 'checking by hand' }

  test('is accepted only from our own pages', async ({ request }) => {
    const refused: Record<string, string>[] = [
      {},
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { ...headers, 'sec-fetch-site': 'cross-site' },
      { ...headers, 'sec-fetch-site': 'same-site' },
    ]
    for (const given of refused) {
      const response = await request.post(reveals, { headers: given, data: right })
      expect([given, response.status()]).toEqual([given, 403])
    }
    expect((await request.post(reveals, { headers, data: right })).status()).toBe(200)
  })

  const wrong = [
    ['no field', { reason: 'because' }, 'field'],
    ['a field that is not masked', { field: 'first_name', reason: 'because' }, 'field'],
    ['a field that is none', { field: '__proto__', reason: 'because' }, 'field'],
    ['no reason', { field: 'email' }, 'reason'],
    ['an empty reason', { field: 'email', reason: '   ' }, 'reason'],
    ['a long reason', { field: 'email', reason: 'x'.repeat(201) }, 'reason'],
    ['a list', [], undefined],
    ['more than there is', { ...right, until: '2099-01-01T00:00:00Z' }, undefined],
  ] as const
  test('names what is wrong', async ({ request }) => {
    for (const [what, data, field] of wrong) {
      const response = await request.post(reveals, { headers, data })
      const { error } = await response.json()
      expect([what, response.status(), error.code, error.field]).toEqual([what, 400, 'invalid_query', field])
    }
  })

  test('must be JSON of a limited size', async ({ request }) => {
    const long = await request.post(reveals, { headers, data: { ...right, reason: 'x'.repeat(20_000) } })
    const form = await request.post(reveals, { headers, form: { field: 'email', reason: 'because' } })
    const broken = await request.post(reveals, {
      headers: { ...headers, 'content-type': 'application/json' },
      data: Buffer.from('{'),
    })
    const text = await request.post(reveals, {
      headers: { ...headers, 'content-type': 'text/plain' },
      data: JSON.stringify(right),
    })
    const statuses = [long, form, broken, text].map((response) => response.status())
    expect(statuses).toEqual([413, 415, 400, 415])
  })

  test('reveals nothing of another customer', async ({ request }) => {
    await request.post(reveals, { headers, data: { field: 'addresses', reason: 'only of this one' } })
    const other = `/api/accounts/${accounts.test}/customers/${people.ola.customer_id}`
    const { customer, reveals: shown } = await (await request.get(other)).json()
    expect([shown, customer.email]).toEqual([[], '••••'])
  })
})

test('a person who has revealed too much sees when they may reveal again', async ({ page, context, watch }) => {
  watch.expectOnConsole(/429/)
  const email = 'curious@example.com'
  await signInSession(context, { email, role: 'viewer' })
  await query('INSERT INTO limits VALUES ($1, 20, $2)', [`revealsPerHour:${email}`, Date.now() + 10 * 60_000])
  await open(page, record)
  await page.getByRole('button', { name: 'Reveal email' }).click()
  await page.getByRole('radio').first().check()
  await page.getByRole('button', { name: 'Reveal', exact: true }).click()
  await expect(page.getByText('You’ve reached the limit for now. Try again in 10 min.')).toBeVisible()
  await expect(page.getByText(nora.email)).toHaveCount(0)
})
