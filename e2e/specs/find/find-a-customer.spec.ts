import { accounts, people, tagIds, tagNames } from '../../../lib/sandbox/seed/seed'
import { expect, expectRows, includeDeleted, open, reload, searchBox, test } from '../../fixtures'
import { sandbox } from '../../sandbox'

const list = `/${accounts.test}/customers`

test('shows the newest customers first, with their number', async ({ page }) => {
  await open(page, list)
  const { rows, total } = await sandbox.list()
  await expectRows(page, rows)
  await expect(page.getByRole('status').getByText(`${total.toLocaleString('en')} customers`)).toBeVisible()
  await expect(page.getByText(`1–25 of ${total.toLocaleString('en')}`)).toBeVisible()
})

const { nora } = people
const ways = [
  ['part of a first name', 'nor', { search: 'nor' }, 'starts with nor'],
  ['part of a last name', 'bjør', { search: 'bjør' }, 'starts with bjør'],
  ['an email', nora.email.toUpperCase(), { email: nora.email.toUpperCase() }, `Email is ${nora.email.toUpperCase()}`],
  ['part of an email', nora.email.slice(0, 8), { search: nora.email.slice(0, 8) }, 'starts with'],
  ['a phone as it is said', '42 14 03 18', { phone_number: nora.phone_number }, 'Phone is +47 42 14 03 18'],
  ['a phone from abroad', '0047 42140318', { phone_number: nora.phone_number }, 'Phone is +47 42 14 03 18'],
  ['the beginning of a phone', '+47 4214', { search: '+474214' }, 'starts with +474214'],
  ['a customer id', nora.customer_id, { search: nora.customer_id }, `starts with ${nora.customer_id}`],
] as const
test('finds by typing a part of a name, an email, a phone, or an id', async ({ page }) => {
  await open(page, list)
  for (const [what, text, query, reading] of ways)
    await test.step(what, async () => {
      await searchBox(page).pressSequentially(text)
      const [[name, value]] = Object.entries(query) as [[string, string]]
      await expect(page).toHaveURL((url) => url.searchParams.get(name) === value)
      const { rows } = await sandbox.list(query)
      expect(rows.length).toBeGreaterThan(0)
      await expectRows(page, rows)
      await expect(page.getByRole('button', { name: reading })).toBeVisible()
      await expect(searchBox(page)).toHaveValue(text)
      await expect(page.getByRole('link', { name: 'Nora Bjørgum' })).toBeVisible()
      await page.getByRole('button', { name: 'Clear search' }).click()
      await expect(page).toHaveURL(new RegExp(`${list}$`))
    })
})

test('searches at once on Enter, and only once for the same text', async ({ page }) => {
  await open(page, list)
  const calls: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/customers?')) calls.push(new URL(request.url()).search)
  })
  const box = searchBox(page)
  await box.fill('kari')
  await box.press('Enter')
  await expectRows(page, (await sandbox.list({ search: 'kari' })).rows)
  await box.press('Enter')
  expect(calls).toEqual(['?search=kari'])
})

test('one search is one history entry, and Back restores the earlier text in the box', async ({ page }) => {
  await open(page, `${list}?search=nora`)
  const box = searchBox(page)
  await box.fill('')
  await box.pressSequentially('kari', { delay: 400 })
  await expectRows(page, (await sandbox.list({ search: 'kari' })).rows)
  await expect(page).toHaveURL(/[?&]search=kari(&|$)/)
  await page.goBack()
  await expect(box).toHaveValue('nora')
  await expectRows(page, (await sandbox.list({ search: 'nora' })).rows)
})

test('filters by type, and the chip removes the filter', async ({ page }) => {
  await open(page, list)
  await page.getByRole('button', { name: 'Type' }).click()
  await page.getByRole('menuitemradio', { name: 'Company' }).click()
  await expect(page).toHaveURL(/\?type=company$/)
  await expectRows(page, (await sandbox.list({ type: 'company' })).rows)
  await page.getByRole('button', { name: 'Remove Type' }).click()
  await expect(page).toHaveURL(new RegExp(`${list}$`))
  await expectRows(page, (await sandbox.list()).rows)
})

test('includes contacts with any type, and shows the contact through which a company was found', async ({ page }) => {
  await open(page, list)
  await page.getByRole('button', { name: 'Type' }).click()
  await page.getByRole('menuitemradio', { name: /^Any/ }).click()
  await searchBox(page).fill('nor')
  const { rows } = await sandbox.list({ search: 'nor', type: 'any' })
  await expectRows(page, rows)
  expect(rows.some(({ type }) => type === 'contact')).toBe(true)
  await expect(page.getByText(/^contact for \d/).first()).toBeVisible()
  await expect(page.getByText(/^via contact /).first()).toBeVisible()
})

test('filters by the name of a tag', async ({ page }) => {
  await open(page, list)
  await page.getByRole('button', { name: 'Tag' }).click()
  await page.getByRole('menuitemradio', { name: tagNames.small, exact: true }).click()
  await expectRows(page, (await sandbox.list({ tag_id: tagIds[tagNames.small] })).rows)
  await expect(page.getByRole('button', { name: `Tag ${tagNames.small}` })).toBeVisible()
})

test('shows deleted customers on request', async ({ page }) => {
  await open(page, `${list}?limit=100`)
  await includeDeleted(page)
  await expect(page).toHaveURL(/include_deleted=true/)
  await expectRows(page, (await sandbox.list({ include_deleted: 'true', limit: '100' })).rows)
  await expect(page.getByRole('button', { name: 'Deleted Included', exact: true })).toBeVisible()
})

test('marks a deleted customer that is found by its id', async ({ page }) => {
  const id = people.tombstone.customer_id
  await open(page, `${list}?search=${encodeURIComponent(id)}&include_deleted=true`)
  const row = page.getByRole('row').filter({ hasText: id })
  await expect(row).toContainText('Deleted customer')
  // Columns that are empty for all rows give way.
  await expect(page.getByRole('columnheader', { name: 'Email' })).toHaveCount(0)
})

test('all filters together send what the sandbox understands', async ({ page }) => {
  const query = { search: 'a', type: 'customer', tag_id: tagIds[tagNames.large], include_deleted: 'true', limit: '50' }
  await open(page, `${list}?${new URLSearchParams(query)}`)
  const { rows, total } = await sandbox.list(query)
  await expectRows(page, rows)
  await expect(page.getByRole('status').getByText(`${total.toLocaleString('en')} customer`)).toBeVisible()
})

test('each chip removes its own filter, and Clear removes the others', async ({ page }) => {
  const email = nora.email
  const applied = { type: 'customer', email, tag_id: tagIds[tagNames.large], include_deleted: 'true' }
  await open(page, `${list}?${new URLSearchParams(applied)}`)
  await expectRows(page, (await sandbox.list(applied)).rows)
  await page.getByRole('button', { name: 'Remove Email is' }).click()
  const { email: _, ...rest } = applied
  await expectRows(page, (await sandbox.list(rest)).rows)
  await page.getByRole('button', { name: 'Remove Tag' }).click()
  await expectRows(page, (await sandbox.list({ type: 'customer', include_deleted: 'true' })).rows)
  await page.getByRole('button', { name: 'Remove Deleted' }).click()
  await expectRows(page, (await sandbox.list({ type: 'customer' })).rows)
  await page.getByRole('button', { name: 'Clear', exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`${list}$`))
  await expectRows(page, (await sandbox.list()).rows)
})

test('filters by the phone of a row, and shows it as people write it', async ({ page }) => {
  await open(page, `${list}?search=nora.bj`)
  const row = page.getByRole('row').filter({ hasText: nora.email })
  await row.getByText('+47 42 14 03 18').hover()
  await row.getByRole('button', { name: /^Show only Phone/ }).click()
  await expect(page).toHaveURL((url) => url.searchParams.get('phone_number') === nora.phone_number)
  await expectRows(page, (await sandbox.list({ phone_number: nora.phone_number })).rows)
  await expect(page.getByRole('button', { name: 'Phone is +47 42 14 03 18' })).toBeVisible()
  await expect(searchBox(page)).toHaveValue('+47 42 14 03 18')
})

const unkind = [
  '100%',
  '_',
  '\\',
  '"',
  "'",
  ';',
  '--',
  '=1+1',
  'a/b',
  'a%2Fb',
  'nr#7?x=1&y=2',
  '🎿',
  '+',
  '\u202E',
  '*',
]
test('the typed text is sent unchanged', async ({ page, request }) => {
  for (const search of unkind) {
    const ask = await request.get(`/api/accounts/${accounts.test}/customers?${new URLSearchParams({ search })}`)
    const { customers } = (await ask.json()) as { customers: { customer_id: string }[] }
    const { rows } = await sandbox.list({ search })
    expect([search, customers.map((one) => one.customer_id)]).toEqual([search, rows.map((one) => one.customer_id)])
  }
  await open(page, list)
  await searchBox(page).fill('nr#7?x=1&y=2')
  await page.keyboard.press('Enter')
  await expectRows(page, (await sandbox.list({ search: 'nr#7?x=1&y=2' })).rows)
  await reload(page)
  await expect(searchBox(page)).toHaveValue('nr#7?x=1&y=2')
})

test('copies the email of a row, and filters by it', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, `${list}?search=nora.bj`)
  const row = page.getByRole('row').filter({ hasText: nora.email })
  await row.getByText(nora.email).hover()
  await row.getByRole('button', { name: 'Copy Email' }).click()
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(nora.email)
  await row.getByRole('button', { name: /^Show only Email/ }).click()
  await expect(page).toHaveURL((url) => url.searchParams.get('email') === nora.email && !url.searchParams.has('search'))
  await expectRows(page, (await sandbox.list({ email: nora.email })).rows)
  await page.getByRole('button', { name: 'Remove Email is' }).click()
  await expectRows(page, (await sandbox.list()).rows)
})

test('shows that an account has no customers, and what to check', async ({ page }) => {
  await open(page, `/${accounts.empty}/customers`)
  await expect(page.getByRole('heading', { name: 'This account has no customers' })).toBeVisible()
  await expect(page.getByText('Check that it’s the right account')).toBeVisible()
  for (const place of ['contacts', 'deleted', accounts.production])
    await expect(page.getByRole('button', { name: new RegExp(place) })).toContainText('Check')
})

test('wrong search params in a URL are ignored with a notice, and the open record stays when they go', async ({
  page,
}) => {
  await open(page, `${list}?limit=0&colour=red&search=nora&record=${nora.customer_id}`)
  await expectRows(page, (await sandbox.list({ search: 'nora' })).rows)
  const notice = page.getByRole('status').filter({ hasText: 'Ignored in this link' })
  await expect(notice).toContainText('limit must be a whole number from 1 to 100')
  await expect(notice).toContainText('colour is unknown')
  await page.getByRole('button', { name: 'Clean up the link' }).click()
  await expect(page).toHaveURL(new RegExp(`${list}\\?search=nora&record=${nora.customer_id}$`))
  await expect(notice).toBeHidden()
  await expect(page.getByRole('dialog', { name: /Nora Bjørgum/ })).toBeVisible()
})

test('switching the account keeps the query', async ({ page }) => {
  await open(page, `${list}?search=nor&type=any&limit=50`)
  await page.getByRole('button', { name: /Nordlys Sport Test/ }).click()
  await page.getByRole('menuitemradio', { name: /^Nordlys Sport P/ }).click()
  await expect(page).toHaveURL(
    (url) => url.pathname === `/${accounts.production}/customers` && url.searchParams.get('search') === 'nor',
  )
  await expectRows(page, (await sandbox.list({ search: 'nor', type: 'any' }, accounts.production)).rows)
  await expect(page.getByText('Production')).toBeVisible()
})

test('a company found through a contact of another page shows this on request', async ({ page }) => {
  const { rows } = await sandbox.list({ search: 'no', type: 'any', limit: '100' })
  const index = rows.findIndex(({ type, company, email, customer_id }, at) => {
    const brought = rows.some(({ contact_for }) => JSON.stringify(contact_for ?? []).includes(customer_id))
    return at > 0 && type === 'company' && brought && !/"no/i.test(JSON.stringify([company, email, customer_id]))
  })
  const company = rows[index]
  // The company is alone on its page, and the contact is on another page.
  await open(page, `${list}?search=no&type=any&limit=1&starting_after=${rows[index - 1]?.id}`)
  const row = page.getByRole('row').filter({ hasText: String(company?.customer_id) })
  await row.getByRole('button', { name: /^Why / }).click()
  await expect(row.getByText(/^via contact /)).toBeVisible()
  await expect(page.getByRole('button', { name: /^Why / })).toHaveCount(0)
})
