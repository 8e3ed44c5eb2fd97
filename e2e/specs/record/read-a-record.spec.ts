import type { Page } from '@playwright/test'
import { accounts, people } from '../../../lib/sandbox/seed/seed'
import { expect, expectAccessible, expectRows, open, test } from '../../fixtures'
import { everyone, type Row, sandbox } from '../../sandbox'

const list = `/${accounts.test}/customers`
const record = (id: string) => `${list}/${encodeURIComponent(id)}`
const section = (page: Page, name: string | RegExp) => page.getByRole('region', { name })

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

test('shows in words which contact is allowed, and whether the channel is verified', async ({ page }) => {
  await open(page, record(people.nora.customer_id))
  const consent = section(page, 'Consent')
  await expect(consent.getByText('May be texted. May be emailed.')).toBeVisible()
  await expect(consent.getByRole('row', { name: /^SMS Yes/ })).toContainText('Allowed')
  await expect(
    section(page, 'Overview')
      .getByText(/^verified /)
      .first(),
  ).toBeVisible()
})

test('the contacts of a company are found by name, and lead back to it', async ({ page }) => {
  await open(page, record(people.nordvik.customer_id))
  const contacts = section(page, 'Contacts')
  // They name the company, and stand wherever in the list they stand: the search goes on by itself.
  await expect(contacts.getByRole('link', { name: 'Wenche Refsnes' })).toBeVisible()
  await contacts.getByRole('link', { name: 'Jørgen Nordbø' }).click()
  const companies = section(page, 'Contact for')
  await expect(companies.getByRole('link', { name: 'Åsheim Elektro AS' })).toBeVisible()
  await companies.getByRole('link', { name: 'Nordvik Rør & Varme AS' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Nordvik Rør & Varme AS' })).toBeVisible()
})

test('the contacts of a company are filtered by department, which is fetched when they are in view', async ({
  page,
}) => {
  await sandbox.forget()
  await open(page, record(people.nordvik.customer_id))
  const contacts = section(page, 'Contacts')
  await contacts.getByRole('combobox', { name: 'Department' }).selectOption('Økonomi')
  await expect(contacts.getByText('Showing 1 of 2 contacts')).toBeVisible()
  await expect(contacts.getByRole('link', { name: 'Wenche Refsnes' })).toBeVisible()
  await expect(contacts.getByRole('link', { name: 'Jørgen Nordbø' })).toBeHidden()
  const calls = async () =>
    (await sandbox.requests()).filter(({ path }) => path.endsWith('/customers/company/departments'))
  // The contacts have departments of their own, before Dintero has named its.
  await expect.poll(async () => (await calls()).map(({ query }) => query)).toEqual(['organization_number=312548968MVA'])
  await expectAccessible(page)
  // Where a row is a block, every label looks alike, also that of an id.
  await page.setViewportSize({ width: 390, height: 844 })
  const fonts = await contacts
    .locator('td[data-label]')
    .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell, '::before').font))
  expect(new Set(fonts).size).toBe(1)
})

test('a contact of a missing customer shows that the customer is missing', async ({ page }) => {
  await open(page, record('S-00116'))
  const companies = section(page, 'Contact for')
  await expect(companies.getByRole('row', { name: /B-00000/ })).toContainText('not found in Dintero')
  await expect(companies.getByRole('link', { name: 'Skript & Sønner AS' })).toBeVisible()
})

test('customers with the same email or phone are compared, and differences are marked', async ({ page }) => {
  const rows = (await everyone()).filter(({ deleted_at }) => !deleted_at)
  const email = (row: Row | undefined) => String(row?.email ?? '').toLowerCase()
  const first = new Map<string, Row>()
  const other = rows.find((row) => {
    const known = first.has(email(row))
    if (!known && email(row) !== '') first.set(email(row), row)
    return known
  })
  const twin = first.get(email(other))
  await open(page, record(twin?.customer_id ?? ''))
  await page.getByRole('button', { name: 'Look for the same email or phone' }).click()
  const beside = section(page, 'Same person?')
  await expect(beside.getByRole('link', { name: other?.customer_id, exact: true })).toBeVisible()
  await expect(beside.getByText('(different)').first()).toBeAttached()
  await expectAccessible(page)
})

test('tokens: cards by their last digits, the rest on demand, deleted ones behind a switch', async ({ page }) => {
  await open(page, record(people.fortyTokens.customer_id))
  const tokens = section(page, 'Tags & tokens')
  await expect(tokens.getByText('6 tags, 32 tokens')).toBeVisible()
  const rows = tokens.getByRole('row')
  await expect(rows).toHaveCount(11)
  await expect(tokens.getByText(/^•••• •••• •••• \d{4}$/).first()).toBeVisible()
  await tokens.getByRole('button', { name: 'Show 22 more' }).click()
  await expect(rows).toHaveCount(33)
  await expect(tokens.getByText('expired', { exact: true }).first()).toBeVisible()
  // A membership number is read aloud.
  await expect(tokens.getByText(/^2400 999\d \d{3}$/).first()).toBeVisible()
  await tokens.getByRole('switch', { name: 'Show 8 deleted' }).click()
  await expect(rows).toHaveCount(41)
  await tokens.getByRole('button', { name: 'Copy full token value' }).first().click()
  await expect.poll(() => clipboard(page)).toMatch(/^2400999\d{4}$/)
  await expectAccessible(page)
})

test('a tag and a token link to all customers that have them', async ({ page }) => {
  await open(page, record(people.nora.customer_id))
  await section(page, 'Tags & tokens').getByRole('link', { name: 'Gullmedlem' }).click()
  await expect(page).toHaveURL(/tag_id=/)
  await expect(page.getByRole('table', { name: 'Customers' })).toBeVisible()
})

test('attributes stand in the order of the account, and what it does not name after them', async ({ page }) => {
  await open(page, record(people.thirtyAttributes.customer_id))
  const attributes = section(page, 'Attributes & metadata')
  await expect(attributes.getByRole('term').first()).toHaveText('interests')
  await expect(attributes.getByText('Ski, Padel, Ski')).toBeVisible()
  await expect(attributes.getByRole('term')).toHaveCount(29)
  await expect(attributes.getByText('deepest')).toBeHidden()
  await attributes.getByText('deep', { exact: true }).click()
})

test('an earlier id is shown beside the new one and links to its record', async ({ page, watch }) => {
  watch.expectOnConsole(/404/)
  await open(page, record(people.idChanged.customer_id))
  await expect(section(page, 'Overview').getByText('was S-OLD-7 until 4 Mar 2025')).toBeVisible()
  await open(page, `${list}?record=S-OLD-7`)
  await page.getByRole('link', { name: 'Check all customers' }).click()
  await expect(page.getByText('1 customer used to have this ID.')).toBeVisible({ timeout: 30_000 })
  await page.getByRole('link', { name: 'Ny Nøkkel' }).click()
  await expect(page.getByRole('dialog', { name: /Ny Nøkkel/ })).toBeVisible()
})

test('raw: the text as it came, to be searched, folded and copied; the request as curl', async ({ page }) => {
  await open(page, `${record(people.unknownProperties.customer_id)}?section=raw`)
  const raw = section(page, 'Raw')
  await expect(raw.getByText('"loyalty_tier": {')).toBeVisible()
  const sent = await (await sandbox.get(`/customers/users/${people.unknownProperties.customer_id}`)).text()
  // By key: the sections above are still on their way, and may move the button while the mouse presses it.
  await raw.getByRole('button', { name: 'Copy JSON' }).press('Enter')
  await expect.poll(() => clipboard(page)).toBe(sent)
  await raw.getByRole('textbox', { name: 'Search JSON' }).fill('gold')
  await expect(raw.getByText('1 of 1')).toBeVisible()
  await raw.getByRole('button', { name: 'Collapse line 1', exact: true }).click()
  await expect(raw.getByText('"name": "gold"')).toBeHidden()
  await raw.getByRole('textbox', { name: 'Search JSON' }).press('Enter')
  await expect(raw.getByText('"name": "gold"')).toBeVisible()
  await raw.getByRole('button', { name: 'Copy the request as curl, without a token' }).click()
  await expect.poll(() => clipboard(page)).toContain('Authorization: Bearer $DINTERO_TOKEN')
  expect(await clipboard(page)).toContain(`/customers/users/${people.unknownProperties.customer_id}'`)
  await expectAccessible(page)
})

test('every value that Dintero sent can be seen', async ({ page }) => {
  await open(page, record(people.unknownProperties.customer_id))
  const other = section(page, 'Attributes & metadata')
  for (const text of ['Other properties', 'loyalty_tier', 'nickname', 'Framtia'])
    await expect(other.getByText(text)).toBeVisible()
})

test('a record as text holds the chosen sections and no other', async ({ page }) => {
  await open(page, `${list}?record=${people.nora.customer_id}`)
  await page.getByRole('button', { name: 'Copy as text' }).click()
  const form = page.getByRole('dialog', { name: 'Copy as text' })
  await expect(form.getByRole('checkbox', { name: 'Overview' })).toBeFocused()
  await form.getByRole('checkbox', { name: 'Consent' }).check()
  await form.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(form).toBeHidden()
  await expect.poll(() => clipboard(page)).toMatch(/^Nora Bjørgum\n\nPhone: \+47 42 14 03 18\nEmail: nora/)
  const text = await clipboard(page)
  expect(text).toContain('May be texted. May be emailed.')
  expect(text).not.toContain('Thereses gate')
})

test('any value is copied, by keyboard too', async ({ page }) => {
  await open(page, record(people.nora.customer_id))
  await page.getByRole('button', { name: 'Copy date of birth' }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => clipboard(page)).toBe('1991-04-17')
  await page.getByRole('button', { name: 'Copy address' }).click()
  await expect.poll(() => clipboard(page)).toBe('Thereses gate 14B\n0454 Oslo\nNorway')
})

test('a map opens in a new tab, and the address is not sent anywhere before', async ({ page, context, watch }) => {
  watch.expectOnConsole(/another origin: https:\/\/www\.openstreetmap\.org|ERR_|openstreetmap/)
  await context.route('https://www.openstreetmap.org/**', (route) => route.fulfill({ status: 200, body: 'a map' }))
  await open(page, record(people.nora.customer_id))
  const link = section(page, 'Addresses').getByRole('link', { name: /Open Home on a map/ })
  const opened = context.waitForEvent('page')
  await link.click()
  const sent = await (await opened).waitForURL(/openstreetmap/).then(() => opened)
  expect(sent.url()).toContain('query=Thereses+gate+14B')
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer')
})

test('the back office is one press away, for this very customer', async ({ page }) => {
  await open(page, `${list}?record=${people.nora.customer_id}`)
  const link = page.getByRole('link', { name: /Open in Dintero’s back office/ })
  await expect(link).toHaveAttribute(
    'href',
    `https://backoffice.example.com/${accounts.test}/${people.nora.customer_id}`,
  )
})

test('a section has an address: the record begins there, and a jump writes it', async ({ page }) => {
  await open(page, `${list}?record=${people.fortyTokens.customer_id}&section=tags`)
  const dialog = page.getByRole('dialog', { name: /Kort Samler/ })
  await expect(dialog.getByRole('link', { name: /^Tags & tokens/ })).toHaveAttribute('aria-current', 'true')
  const tags = dialog.getByRole('heading', { name: 'Tags & tokens' })
  const bar = dialog.getByRole('navigation')
  await expect
    .poll(async () => ((await tags.boundingBox())?.y ?? 0) - ((await bar.boundingBox())?.y ?? 0))
    .toBeLessThan(60)
  expect(await page.evaluate(() => document.documentElement.scrollTop + document.body.scrollTop)).toBe(0)
  await dialog.getByRole('link', { name: /^Raw/ }).click()
  await expect(page).toHaveURL(/section=raw/)
  // Sections that grow keep the one that was jumped to at the top, unless the focus has moved on, as a screen reader moves it.
  const overview = dialog.getByRole('heading', { name: 'Overview' })
  await overview.focus()
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(dialog.getByRole('link', { name: /^Overview/ })).toHaveAttribute('aria-current', 'true')
  await page.getByRole('button', { name: 'Close record' }).click()
  await expect(page).not.toHaveURL(/section=/)
})

test('the neighbours go on over the borders of the page', async ({ page }) => {
  const { rows } = await sandbox.list({ limit: '25' })
  const { rows: after } = await sandbox.list({ limit: '25', starting_after: rows.at(-1)?.id ?? '' })
  await open(page, `${list}?record=${encodeURIComponent(rows.at(-1)?.customer_id ?? '')}`)
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('25 of 25')).toBeVisible()
  await dialog.getByRole('button', { name: 'Next record' }).click()
  await expectRows(page, after)
  await expect(page).toHaveURL(new RegExp(`record=${after[0]?.customer_id}`))
  await expect(dialog.getByText('1 of 25')).toBeVisible()
  await dialog.getByRole('button', { name: 'Previous record' }).click()
  await expectRows(page, rows)
  await expect(page).toHaveURL(new RegExp(`record=${rows.at(-1)?.customer_id}`))
})

test('an impossible id has another message than an id that never existed', async ({ page, watch }) => {
  watch.expectOnConsole(/404/)
  await open(page, record('x'.repeat(256)))
  await expect(page.getByText(/customer ID, which has 1 to 255 characters/)).toBeVisible()
  await open(page, record('nobody'))
  await expect(page.getByText(/not even a deleted one/)).toBeVisible()
})
