import { accounts, people } from '../../../lib/sandbox/seed/seed'
import { expect, expectAccessible, open, searchBox, shownIds, test } from '../../fixtures'
import { everyone, type Row, sandbox } from '../../sandbox'
import { query } from '../../sessions'
import { hiddenOf, isShownName, type Named, scalarsOf, shortest } from './hidden-values'

const list = `/${accounts.test}/customers`
const api = `/api/accounts/${accounts.test}`
const record = (id: string) => `${list}/${encodeURIComponent(id)}`
const { nora, nordvik, thirtyAttributes, fortyTokens, unknownProperties } = people

test.use({ role: 'viewer' })

/** The number of customers whose masked values are searched in everything that a viewer can open. */
const customers = 200
/** The number of customers whose records are opened, strange ones first. */
const opened = 50
/** Keeps searches by what a viewer does not see as views that a colleague shares; returns their ids. */
async function shareViews(colleague: string): Promise<string[]> {
  const { email, phone_number } = nora
  const searches = [{ email }, { phone_number }, { search: phone_number }].map((one) => Object.entries(one))
  const shared = await query<{ id: string }>(
    `INSERT INTO views SELECT gen_random_uuid(), $1, $2, 'Kari', 'Leads', query, NULL, NULL, true, 1, now(), now()
     FROM unnest($3::text[]) query RETURNING id`,
    [accounts.test, colleague, searches.map((pairs) => `${new URLSearchParams(pairs)}`)],
  )
  return shared.map(({ id }) => id)
}

test('no masked value leaves the server on any page or route', async ({ request }) => {
  test.setTimeout(240_000)
  const settings = (await (await sandbox.get('/customers/settings')).json()) as { attributes: Named[] }
  const shown = new Set(settings.attributes.filter((one) => !one.private).map(({ name }) => name))
  const all = await everyone()
  const named: string[] = Object.values(people).map(({ customer_id }) => customer_id)
  const chosen = [...all.filter(({ customer_id }) => named.includes(customer_id)), ...all].slice(0, customers)
  const values = new Map<string, string>()
  for (const row of chosen) for (const value of hiddenOf(row, shown)) values.set(value, row.customer_id)
  for (const { customer_id } of chosen.slice(0, opened)) {
    if (customer_id === '..') continue
    const tokens = (await (
      await sandbox.get(`/customers/users/${encodeURIComponent(customer_id)}/tokens`, {
        include_deleted: 'true',
        limit: '100',
      })
    ).json()) as Record<string, unknown>[]
    for (const token of tokens)
      for (const value of scalarsOf([token.value, (token.metadata as Record<string, unknown>)?.mask_pan]))
        if (value.length >= shortest) values.set(value, customer_id)
  }
  // Some values are visible in another customer (a name, a time, an author), and plain words occur everywhere.
  const shownOf = (row: Row) => Object.entries(row).map(([name, value]) => (isShownName(name) ? value : null))
  const anyShown = scalarsOf(all.map(shownOf)).join('\n')
  const tried = [...values.keys()].filter((value) => !anyShown.includes(value) && !/^[a-z_ ]+$/i.test(value))
  expect(tried.length).toBeGreaterThan(600)

  const paths = [`${list}`, `${list}?limit=100&type=any&include_deleted=true`, `${list}?search=nor&type=any`]
  for (const filter of [
    '',
    '&search=no',
    '&type=any&include_deleted=true',
    '&type=contact&search=nora',
    '&search=nora%20bj',
  ])
    paths.push(`${api}/customers?limit=100${filter}`)
  paths.push(`${api}/customers?since_datetime=2026-11-01T00:00:00Z&limit=100`)
  paths.push(`${api}/customers?email=STOR.Skrift%40example.no`)
  paths.push(`${api}/customers-deleted`, `${api}/customers-changed?changed_at=2023-02-14T03:00:00Z`)
  paths.push(`${api}/customers-total`, `${api}/tags`, `${api}/settings`, `${api}/terms/${people.nora.term.id}`)
  for (const { customer_id } of chosen.slice(0, opened)) {
    if (customer_id === '..') continue
    const own = `${api}/customers/${encodeURIComponent(customer_id)}`
    paths.push(own, ...['tags', 'tokens?include_deleted=true', 'communication', 'raw'].map((part) => `${own}/${part}`))
  }
  for (const { customer_id } of [nora, nordvik, thirtyAttributes, fortyTokens, unknownProperties, people.jorgen])
    paths.push(record(customer_id), `${list}?record=${encodeURIComponent(customer_id)}`)
  paths.push(
    `${api}/customers/${nordvik.customer_id}/contacts`,
    `${api}/customers/${people.jorgen.customer_id}/contact-for`,
  )
  const views = await shareViews('colleague@example.com')
  paths.push(`${api}/views`, ...['new', ...views].map((id) => `${list}?view=${id}`))

  const found: string[] = []
  for (const path of paths) {
    const response = await request.get(path)
    expect([path, response.status()]).toEqual([path, 200])
    const text = await response.text()
    const decoded = text.replaceAll('\\"', '"').replaceAll('\\u003c', '<')
    for (const value of tried) if (decoded.includes(value)) found.push(`${path}: ${value} of ${values.get(value)}`)
  }
  await query('DELETE FROM views WHERE id = ANY($1)', [views])
  console.log(
    `${tried.length} values of ${chosen.length} customers tried in ${paths.length} answers: ${found.length} found`,
  )
  expect(found).toEqual([])
})

test('a masked record shows names, ids and consent, and four dots for other values', async ({ page }) => {
  await open(page, record(nora.customer_id))
  await expect(page.getByRole('heading', { level: 1, name: 'Nora Bjørgum' })).toBeVisible()
  const overview = page.getByRole('region', { name: 'Overview' })
  for (const label of ['Phone', 'Email', 'Date of birth'])
    await expect(overview.locator('dt', { hasText: label }).locator('xpath=..')).toContainText('••••')
  await expect(overview.getByRole('button', { name: 'Copy phone' })).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Addresses' })).toContainText('Oslo')
  // A card has an expiry, which is masked; a membership card has none.
  await expect(page.getByRole('row', { name: /^Payment card •••• masked •••• masked/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /^Membership card •••• masked –/ })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Addresses' }).getByRole('link')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Look for the same email or phone' })).toHaveCount(0)
  await expectAccessible(page)

  // The palette has the customer by name, copies nothing that is masked, and looks up as the search box does.
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Commands' })
  await expect(palette.getByRole('option', { name: 'Nora Bjørgum' })).toBeVisible()
  const sent = (await (await sandbox.get(`/customers/users/${nora.customer_id}`)).json()) as Row
  const shown = await palette.innerText()
  for (const value of hiddenOf(sent, new Set())) expect(shown).not.toContain(value)
  await page.keyboard.type('copy phone')
  await page.keyboard.press('Enter')
  await expect(palette.getByRole('status')).toContainText('“Copy phone” has nothing to act on')
  await palette.getByRole('combobox').fill(nora.phone_number.slice(0, 9))
  await page.keyboard.press('Enter')
  await expect(page.getByText('This looks like part of an email or phone number')).toBeVisible()
})

test('the raw text is masked by path, and everything else in it is unchanged', async ({ request }) => {
  const sent = (await (await sandbox.get(`/customers/users/${nora.customer_id}`)).json()) as Record<string, unknown>
  const { text } = (await (await request.get(`${api}/customers/${nora.customer_id}/raw`)).json()) as { text: string }
  expect(JSON.parse(text)).toMatchObject({
    email: '••••',
    phone_number: '••••',
    status: sent.status,
    updated_at: sent.updated_at,
  })
})

test('a match in masked values alone is not shown; an exact email or phone finds the masked customer', async ({
  page,
  request,
}) => {
  const get = async (query: string) =>
    ((await (await request.get(`${api}/customers?${query}`)).json()) as { customers: Row[] }).customers
  const [local = ''] = nora.email.split('@')
  const ids = async (query: string) => (await get(query)).map(({ customer_id }) => customer_id)
  expect(await ids(`search=${encodeURIComponent(local)}`)).not.toContain(nora.customer_id)
  const fragment = await request.get(`${api}/customers?search=${encodeURIComponent(nora.phone_number.slice(0, 9))}`)
  expect([fragment.status(), (await fragment.json()).error.code]).toEqual([400, 'contact_fragment'])
  expect(await ids('search=nora&limit=100')).toContain(nora.customer_id)
  for (const query of [
    `email=${encodeURIComponent(nora.email)}`,
    `phone_number=${encodeURIComponent(nora.phone_number)}`,
  ])
    expect(await get(query)).toMatchObject([{ customer_id: nora.customer_id, email: '••••', phone_number: '••••' }])
  expect(await (await request.get(`${api}/customers-total?search=nora`)).json()).toEqual({ total: null })
  expect(await ids('search=nora%20bj')).toContain(nora.customer_id)

  await open(page, list)
  await searchBox(page).fill(nora.phone_number.slice(0, 9))
  await searchBox(page).press('Enter')
  await expect(page.getByText('This looks like part of an email or phone number')).toBeVisible()
  await expect(page).toHaveURL(list)
  await searchBox(page).fill('nora since:7d')
  await searchBox(page).press('Enter')
  await expect(page.getByText('Your role can’t combine a text with since:.')).toBeVisible()
  await expect(page).toHaveURL(list)

  await open(page, `${list}?search=nora`)
  await expect.poll(() => shownIds(page)).toContain(nora.customer_id)
  await expect(page.getByRole('row', { name: /Nora Bjørgum/ })).toContainText('••••')
  await expect(page.getByText('in name, company or ID')).toBeVisible()
  await expect(page.getByText('no total: it would give away values that you can’t see')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Changed since' }).click()
  await expect(page.getByRole('dialog', { name: 'Changed since' })).toContainText('can’t combine')
  await expect(page.getByRole('button', { name: 'Close' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()

  // Where nobody is found nothing is counted for them, and no part of an email or a phone is offered.
  await sandbox.forget()
  await searchBox(page).fill('bjorgum')
  await searchBox(page).press('Enter')
  const spelled = page.getByRole('button', { name: /Spelled bjørgum/ })
  await expect(spelled).toContainText('Show')
  await expect(page.getByText(/\d found/)).toHaveCount(0)
  expect((await sandbox.requests()).filter(({ path }) => path.endsWith('/customers/users'))).toHaveLength(1)
  await spelled.click()
  await expect.poll(() => shownIds(page)).toContain(nora.customer_id)
  await open(page, `${list}?search=421403`)
  await expect(page.getByRole('button', { name: /Include contacts/ })).toBeVisible()
  await expect(page.getByRole('button', { name: /With country code/ })).toHaveCount(0)
})

test('a search and a time of change are refused together, and there is nothing to try again', async ({
  page,
  watch,
}) => {
  watch.expectOnConsole(/403/)
  await open(page, `${list}?search=nora&since_datetime=2026-01-01T00:00:00Z`)
  await expect(page.getByRole('alert').filter({ hasText: 'Your role can’t search like this' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(0)
})

test('a company found through a visible contact stays, and the pages of a search have no gap', async ({ request }) => {
  const page = async (query: string) =>
    (await (await request.get(`${api}/customers?${query}`)).json()) as {
      customers: Row[]
      next: { starting_after: string } | null
    }
  const { customers } = await page('search=J%C3%B8rgen%20Nordb&type=any&limit=100')
  const by = await page('search=J%C3%B8rgen&type=any&limit=100')
  expect([...customers, ...by.customers].map(({ customer_id }) => customer_id)).toContain(nordvik.customer_id)

  const { rows } = await sandbox.list({ search: 'no', limit: '100' })
  const starts = (text: unknown) =>
    String(text ?? '')
      .toLowerCase()
      .startsWith('no')
  const visible = rows.filter((row) => {
    const company = row.company as { bussiness_name?: string } | undefined
    return [row.first_name, row.last_name, company?.bussiness_name, row.customer_id].some(starts)
  })
  const seen: string[] = []
  let cursor = ''
  for (let pages = 0; pages < 60 && seen.length < visible.length; pages++) {
    const { customers: some, next } = await page(`search=no&limit=10${cursor}`)
    seen.push(...some.map(({ customer_id }) => customer_id))
    if (!next) break
    cursor = `&starting_after=${next.starting_after}`
  }
  expect(seen.slice(0, visible.length)).toEqual(visible.map(({ customer_id }) => customer_id).slice(0, seen.length))
})

test('no count reveals the customers that a search finds by masked values', async ({ request }) => {
  type Looked = { looked: number | { at: number; of: number | null } | undefined; customers: Row[] }
  const get = async (path: string) => (await (await request.get(`${api}/${path}`)).json()) as Looked
  const [local = ''] = nora.email.split('@')
  const byMasked = encodeURIComponent(local)
  const words = (await get(`customers?search=${byMasked}%20zzz`)).looked
  expect(words).toMatchObject({ at: 0, of: null })
  expect((await get('customers?search=zzzzz%20zzz')).looked).toMatchObject({ at: 0, of: null })

  const scan = (search: string) => get(`customers-changed?changed_at=2023-02-14T03:00:00Z${search}`)
  const [plain, masked, nobody] = [await scan(''), await scan(`&search=${byMasked}`), await scan('&search=zzzzz')]
  expect([masked.looked, nobody.looked]).toEqual([plain.looked, plain.looked])
  expect([masked.customers, nobody.customers]).toEqual([[], []])
})
