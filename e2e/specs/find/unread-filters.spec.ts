import { accounts, people } from '../../../lib/sandbox/seed/seed'
import { expect, expectAccessible, expectRows, open, searchBox, test } from '../../fixtures'
import { sandbox } from '../../sandbox'

/** Links made by hand, and addresses of the product that are pasted into the search box. */

const { nora } = people
const list = `/${accounts.test}/customers`
const reads = async () => (await sandbox.requests()).filter(({ path }) => path.endsWith('/customers/users'))

const unread = [
  ['email=nora', 'email=nora: must be one full email address', 'Show all customers'],
  ['type=person&search=nora', 'type=person: must be customer, company', 'Search without it'],
  ['phone=42140318', 'phone=42140318: unknown filter', 'Show all customers'],
  ['search=', 'search=: must be a text', 'Show all customers'],
  ['email=a@b.no&email=c@d.no', 'email appears more than once', 'Show all customers'],
] as const
test('a filter that is not understood reads no customers until the person has decided', async ({ page }) => {
  for (const [query, field, next] of unread)
    await test.step(query, async () => {
      // A total of the page before may still be on its way, and belongs to that page.
      await page.goto('about:blank')
      await sandbox.forget()
      await open(page, `${list}?${query}`)
      const title = 'This filter isn’t valid'
      await expect(page.getByRole('status').filter({ has: page.getByRole('heading') })).toHaveText(title)
      await expect(page.getByRole('listitem').filter({ hasText: field })).toBeVisible()
      await expect(page.getByRole('row')).toHaveCount(0)
      expect(await reads()).toEqual([])
      await page.getByRole('button', { name: next }).click()
      await expect(page.getByRole('row').nth(1)).toBeVisible()
      await expect(page.getByText('This filter isn’t valid')).toHaveCount(0)
      await expect(page.locator('[data-range]')).toContainText(' of ')
    })
})

test('a filter that is not understood can be searched for instead, and a filter that is set ends the wait', async ({
  page,
}) => {
  await open(page, `${list}?email=nora`)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Search for “nora”' }).click()
  await expectRows(page, (await sandbox.list({ search: 'nora' })).rows)
  await open(page, `${list}?email=nora&record=${nora.customer_id}`)
  await expect(page.getByRole('dialog', { name: /Nora Bjørgum/ })).toBeVisible()
  await searchBox(page).fill('nora@')
  await searchBox(page).fill(nora.email)
  await searchBox(page).press('Enter')
  await expectRows(page, [nora])
  await expect(page).not.toHaveURL(/[?&]email=nora(&|$)/)
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'This filter isn’t valid' })).toBeVisible()
})

test('without scripts a text that is not understood finds nobody', async ({ page }) => {
  await sandbox.forget()
  await open(page, `${list}?q=${encodeURIComponent('colour:red')}`)
  await expect(page.getByRole('heading', { name: 'This search isn’t valid' })).toBeVisible()
  await expect(page.getByRole('row')).toHaveCount(0)
  expect(await reads()).toEqual([])
})

test('a value between spaces, or with a plus that was not encoded, is restored, and the address with it', async ({
  page,
}) => {
  for (const query of ['phone_number= 4742140318', 'phone_number=+4742140318', ` email=%20${nora.email}%20`.trim()]) {
    await open(page, `${list}?${query}`)
    await expectRows(page, [nora])
    expect(new URL(page.url()).searchParams.get('phone_number') ?? nora.phone_number).toBe(nora.phone_number)
  }
})

test('the API refuses a filter that it cannot read', async ({ request }) => {
  await sandbox.forget()
  for (const query of ['email=nora', 'search=', 'phone=42140318', 'phone_number= 4742140318', 'type=person'])
    for (const path of ['customers', 'customers-total'])
      expect((await request.get(`/api/accounts/${accounts.test}/${path}?${query}`)).status(), query).toBe(400)
  expect(await reads()).toEqual([])
})

test('a pasted address of this product opens what it points to, also in another account', async ({ page, baseURL }) => {
  await open(page, `${list}?search=kari`)
  const go = async (path: string) => {
    await searchBox(page).fill(`${baseURL}${path}`)
    await searchBox(page).press('Enter')
  }
  await go(`${list}?search=nora&type=company`)
  await expect(page).toHaveURL((url) => url.searchParams.get('search') === 'nora')
  await expect(searchBox(page)).toHaveValue('nora')
  await go(`${list}?search=nora&record=${nora.customer_id}`)
  await expect(page.getByRole('dialog', { name: /Nora Bjørgum/ })).toBeVisible()
  await go(`/${accounts.production}/customers?type=company`)
  await expect(page.getByText('Production')).toBeVisible()
  await expectRows(page, (await sandbox.list({ type: 'company' }, accounts.production)).rows)
  await go(`${list}/${nora.customer_id}`)
  await expect(page.getByRole('heading', { level: 1, name: 'Nora Bjørgum' })).toBeVisible()
})

test('pasted lines that are not understood are named and find nobody', async ({ page }) => {
  await open(page, list)
  await sandbox.forget()
  await searchBox(page).focus()
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text', text)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, `${nora.email}\ndeleted:yes\n""\ncolour:red`)
  await page.getByRole('button', { name: 'Look up all' }).click()
  await expect(page.getByText('Not valid, so not searched:')).toBeVisible()
  await expectRows(page, [nora])
  // Beside the total of the list.
  expect((await reads()).filter(({ query }) => !query.includes('total='))).toHaveLength(1)
})
