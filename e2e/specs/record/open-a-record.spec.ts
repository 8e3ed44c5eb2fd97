import { accounts, people } from '../../../lib/sandbox/seed/seed'
import { expect, expectAccessible, open, reload, test } from '../../fixtures'

const list = `/${accounts.test}/customers`
const { nora } = people
const record = (id: string) => `${list}/${encodeURIComponent(id)}`

test('a click opens the record over the list, and closing returns the focus to the row', async ({ page }) => {
  await open(page, list)
  const link = page.getByRole('link', { name: 'Nora Bjørgum' })
  await link.click()
  const dialog = page.getByRole('dialog', { name: /Nora Bjørgum/ })
  await expect(dialog).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`record=${nora.customer_id}$`))
  for (const heading of ['Addresses', 'Consent'])
    await expect(dialog.getByRole('heading', { name: heading })).toBeVisible()
  await expect(dialog.getByText(nora.email)).toBeVisible()
  await expect(dialog.getByText('17 April 1991')).toBeVisible()
  await expect(dialog.getByText('0454 Oslo')).toBeVisible()
  await expect(dialog.getByText('Gullmedlem')).toBeVisible()
  await page.getByRole('button', { name: 'Close record' }).click()
  await expect(dialog).toBeHidden()
  await expect(link).toBeFocused()
  await expect(page).toHaveURL(new RegExp(`${list}$`))
})

test('a record opened at once after another was closed has the focus, and keeps it', async ({ page }) => {
  await open(page, list)
  const dialog = page.getByRole('dialog')
  await page.getByRole('link', { name: 'Nora Bjørgum' }).click()
  await expect(dialog).toBeFocused()
  // This happens before the URL is updated.
  const next = await page.evaluate(async () => {
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
    await new Promise(requestAnimationFrame)
    const row = document.querySelector<HTMLElement>('tbody tr:nth-child(3)')
    row?.querySelector('a')?.click()
    return row?.dataset.customer ?? ''
  })
  await expect(page).toHaveURL((url) => url.searchParams.get('record') === next)
  await expect(dialog.getByText(next, { exact: true })).toBeVisible()
  await expect(dialog).toBeFocused()
})

test('the open record stays open after a reload, Back and Forward', async ({ page }) => {
  await open(page, list)
  const link = page.getByRole('link', { name: 'Nora Bjørgum' })
  const dialog = page.getByRole('dialog', { name: /Nora Bjørgum/ })
  // By keys first: Enter on a name opens it, Escape closes it, and the focus is where it was.
  await link.focus()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(link).toBeFocused()
  await link.click()
  await expect(dialog).toBeVisible()
  await reload(page)
  await expect(dialog).toBeVisible()
  await page.goBack()
  await expect(dialog).toBeHidden()
  await page.goForward()
  await expect(dialog).toBeVisible()
})

test('a name is a real link: a middle click opens the record in a new tab', async ({ page, context }) => {
  await open(page, `${list}?search=nora&type=any`)
  const opened = context.waitForEvent('page')
  await page.getByRole('link', { name: 'Nora Bjørgum' }).click({ button: 'middle' })
  const tab = await opened
  await expect(tab).toHaveURL(/search=nora&type=any&record=K-214907$/)
  await expect(tab.getByRole('dialog', { name: /Nora Bjørgum/ })).toBeVisible()
})

test('with Ctrl a click opens a tab too, and the list stays as it is', async ({ page, context }) => {
  await open(page, list)
  const opened = context.waitForEvent('page')
  await page.getByRole('link', { name: 'Nora Bjørgum' }).click({ modifiers: ['ControlOrMeta'] })
  await expect((await opened).getByRole('dialog', { name: /Nora Bjørgum/ })).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`${list}$`))
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('the list behind an open record stays live, and the neighbours are one press away', async ({ page }) => {
  await open(page, list)
  const names = await page.locator('tbody tr a').allTextContents()
  await page.getByRole('link', { name: 'Nora Bjørgum' }).click()
  await expect(page.getByRole('dialog', { name: /Nora Bjørgum/ })).toBeVisible()
  await page
    .locator('tbody tr a')
    .nth(3)
    .click({ position: { x: 5, y: 5 } })
  await expect(page.getByRole('dialog', { name: new RegExp(names[3] ?? '') })).toBeVisible()

  await page
    .locator('tbody tr a')
    .first()
    .click({ position: { x: 5, y: 5 } })
  await expect(page.getByRole('dialog').getByText('1 of 25')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Previous record' })).toBeDisabled()
  await page.getByRole('button', { name: 'Next record' }).click()
  await expect(page.getByRole('dialog', { name: new RegExp(names[1] ?? '') })).toBeVisible()
  await page.keyboard.press('k')
  await expect(page.getByRole('dialog', { name: /Nora Bjørgum/ })).toBeVisible()
})

test('the page of a record holds it in its first HTML, and nothing of it in its title', async ({ page, request }) => {
  const html = await (await request.get(record(nora.customer_id))).text()
  for (const text of ['Nora Bjørgum', nora.email, '+47 42 14 03 18', 'Thereses gate 14B']) expect(html).toContain(text)
  await open(page, record(nora.customer_id))
  await expect(page.getByRole('heading', { level: 1, name: 'Nora Bjørgum' })).toBeVisible()
  await expect(page).toHaveTitle('Customer · Nordlys Sport Test · Customer Desk')
  await page.getByRole('link', { name: 'Customers' }).last().click()
  await expect(page).toHaveURL(new RegExp(`${list}$`))
})

test('a company shows what it is', async ({ page }) => {
  await open(page, record(people.nordvik.customer_id))
  await expect(page.getByRole('heading', { level: 1, name: 'Nordvik Rør & Varme AS' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Company' })).toBeVisible()
  await expect(page.getByText(/^\d{3} \d{3} \d{3}( MVA)?$/)).toBeVisible()
})

test('a tombstone shows what is left, what was erased and what to do next', async ({ page }) => {
  await open(page, record(people.tombstone.customer_id))
  await expect(page.getByRole('heading', { level: 1, name: 'Deleted customer' })).toBeVisible()
  for (const heading of ['What’s left', 'What was erased', 'What to do next'])
    await expect(page.getByRole('heading', { name: heading })).toBeVisible()
  await open(page, `${list}?include_deleted=true&record=${encodeURIComponent(people.tombstone.customer_id)}`)
  await expect(page.getByRole('dialog', { name: /Deleted customer/ })).toContainText('What’s left')
})

test('a record that never existed has its own message, as page and as drawer', async ({ page, watch }) => {
  watch.expectOnConsole(/404/)
  const response = await page.goto(record('K-999102'))
  expect(response?.status()).toBe(404)
  await expect(page.getByRole('heading', { name: 'No customer with ID K-999102' })).toBeVisible()
  await open(page, `${list}?record=K-999102`)
  await expect(page.getByRole('dialog')).toContainText('No customer with ID K-999102')
})

test('a print contains only the open record', async ({ page }) => {
  await open(page, `${list}?search=nora&record=${people.nora.customer_id}`)
  const record = page.getByRole('dialog', { name: /Nora Bjørgum/ })
  await expect(record).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(record).toBeVisible()
  await expect(page.getByRole('table', { name: 'Customers' })).toBeHidden()
  await expect(page.locator('search')).toBeHidden()
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeHidden()
  // Technical values and parts that were not requested are not printed; verified values are.
  for (const heading of ['Raw', 'Contacts', 'Timeline'])
    await expect(record.getByText(heading, { exact: true }).last()).toBeHidden()
  await expect(record.getByRole('columnheader', { name: 'Verified' })).toBeVisible()
  // What is folded on the screen is printed.
  await expect(record.getByText('Signed up via')).toBeVisible()
})

test('terms beyond the first ten and deleted ones are shown, and what a deleted customer still owns', async ({
  page,
}) => {
  for (const [person, words] of [
    [people.ancient, 'Opprettet da klubben åpnet'],
    [people.leapDay, /deleted 3 Sept? 2019/],
  ] as const) {
    await open(page, record(person.customer_id))
    await page.getByText('More about this record').click()
    await expect(page.getByText('Vilkår for kundeklubben', { exact: false }).first()).toBeVisible()
    await page.getByText('Vilkår for kundeklubben', { exact: false }).first().click()
    await expect(page.getByText(words)).toBeVisible()
  }
  await open(page, record(people.tombstone.customer_id))
  await expect(page.getByRole('table', { name: 'Tokens' }).getByRole('row', { name: /Membership card/ })).toBeVisible()
  await expectAccessible(page)
})
