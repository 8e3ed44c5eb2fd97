import { randomUUID } from 'node:crypto'
import type { BrowserContext, Page } from '@playwright/test'
import { accounts, people } from '../../../lib/sandbox/seed/seed'
import { expect, expectAccessible, open, searchBox, test } from '../../fixtures'
import { appUrl } from '../../servers'
import { signInSession } from '../../sessions'

/** A search that is asked every morning is kept under a name, reached by one key, and shared with colleagues. */

const list = `/${accounts.test}/customers`
const api = `/api/accounts/${accounts.test}/views`

// Views are kept for a person, and a default changes where their list begins.
test.use({ role: null })

const signIn = async (context: BrowserContext, name: string, role = 'agent') => {
  const person = { email: `${randomUUID()}@example.com`, name, role }
  await signInSession(context, person)
  return person
}
test.beforeEach(async ({ context }) => {
  await signIn(context, 'Kari Nordmann')
})

const headers = { origin: appUrl }
/** Keeps a view without the screen. */
async function keep(page: Page, data: object) {
  const given = { columns: null, density: null, ...data }
  return (await page.request.post(api, { headers, data: given })).json()
}

const view = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const menu = (page: Page) => page.getByRole('dialog', { name: 'Views' })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const rowHeight = (page: Page) =>
  page
    .locator('tbody tr')
    .first()
    .evaluate((row) => Math.round(row.getBoundingClientRect().height))

/** Opens the list of views by its key, finds one by name and takes it: `v`, the name, Enter. */
async function choose(page: Page, name: string) {
  await page.keyboard.press('v')
  await expect(menu(page).getByRole('combobox')).toBeFocused()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await expect(menu(page)).toBeHidden()
}

/** Presses a button below the list of views. */
async function act(page: Page, name: string) {
  await page.keyboard.press('v')
  await menu(page).getByRole('button', { name, exact: true }).press('Enter')
}

test('a view is made, changed, reached by its digit, the beginning of every day, and deleted, by keyboard', async ({
  page,
}) => {
  await open(page, list)
  await page.keyboard.press('v')
  await expect(menu(page).getByRole('option')).toContainText([
    'All customers',
    'New this week',
    'Deleted lately',
    'Companies',
  ])
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await choose(page, 'comp')
  await expect(page).toHaveURL(`${list}?type=company&view=companies`)
  await expect(view(page, 'Companies')).toBeFocused()

  await searchBox(page).focus()
  await page.keyboard.type('nord')
  await page.keyboard.press('Enter')
  await expect(view(page, 'Companies edited')).toBeVisible()
  await button(page, 'Save as').press('Enter')
  const name = 'Nordic <b>firms</b>'
  await page.keyboard.type('x'.repeat(200))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'Use 1 to 80 characters.' })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Control+a')
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/type=company&search=nord&view=[0-9a-f-]{36}$/)
  await expect(view(page, name)).toBeVisible()
  await expect(button(page, 'Revert')).toBeHidden()

  // What is chosen while the view is open belongs to it once it is saved, and is in the first HTML.
  await page.getByRole('radio', { name: 'Roomy' }).check({ force: true })
  await expect(view(page, `${name} edited`)).toBeVisible()
  await button(page, 'Save').press('Enter')
  await expect(button(page, 'Save')).toBeHidden()
  await page.getByRole('radio', { name: 'Compact' }).check({ force: true })
  await button(page, 'Revert').press('Enter')
  await expect.poll(() => rowHeight(page)).toBe(40)
  const html = await (await page.request.get(page.url())).text()
  expect(html).toContain('Nordic &lt;b&gt;firms&lt;/b&gt;')

  await act(page, 'Make default')
  await expect(menu(page).getByRole('button', { name: 'Stop using as default' })).toBeVisible()
  await page.keyboard.press('Escape')
  await choose(page, 'all')
  await expect(page).toHaveURL(`${list}?view=all`)
  expect(await rowHeight(page)).toBe(28)
  await open(page, list)
  await expect(page).toHaveURL(/search=nord&type=company&view=/)
  expect(await rowHeight(page)).toBe(40)

  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(sheet).toContainText(name)
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await page.keyboard.press('g')
  await page.keyboard.press('4')
  await expect(page).toHaveURL(`${list}?type=company&view=companies`)
  await page.keyboard.press('g')
  await page.keyboard.press('1')
  await expect(view(page, name)).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('deleted lately')
  // The commands may still be on their way, and Enter chooses among those that are shown.
  await expect(page.getByRole('dialog', { name: 'Commands' }).getByRole('option').first()).toContainText('Deleted')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/[?&]only=deleted(&|$)/)
  await expect(view(page, 'Deleted lately')).toBeVisible()
  await page.goBack()
  await expect(view(page, name)).toBeVisible()

  await act(page, 'Delete')
  await menu(page).getByRole('button', { name: 'Delete' }).press('Enter')
  await expect(view(page, 'All customers')).toBeVisible()
  await open(page, list)
  await expect(page).toHaveURL(list)
})

test('colleagues see whose a shared view is and nothing that is masked; of two who save it, the second chooses', async ({
  page,
  context,
  watch,
}) => {
  watch.expectOnConsole(/409/)
  await signIn(context, 'Kari Nordmann')
  const kept = await keep(page, { name: 'Leads', query: `email=${encodeURIComponent(people.nora.email)}&type=company` })
  const address = `${list}?email=${encodeURIComponent(people.nora.email)}&type=company&view=${kept.id}`
  await open(page, address)
  await act(page, 'Share')
  await expect(menu(page).getByRole('button', { name: 'Stop sharing' })).toBeVisible()
  await page.keyboard.press('Escape')

  const other = await context.browser()?.newContext()
  if (!other) throw new Error('The tests run in a browser that opens contexts')
  await signIn(other, 'Per Berg', 'viewer')
  const viewer = await other.newPage()
  await open(viewer, list)
  await viewer.keyboard.press('v')
  await expect(menu(viewer).getByRole('option', { name: /Leads/ })).toContainText('Kari Nordmann')
  await viewer.keyboard.press('Escape')
  await choose(viewer, 'leads')
  await expect(viewer).toHaveURL(`${list}?type=company&view=${kept.id}`)
  await expect(viewer.getByText('Left out, because your role can’t see it: Email.')).toBeVisible()
  expect(await viewer.content()).not.toContain(people.nora.email)
  await viewer.keyboard.press('v')
  await expect(menu(viewer).getByRole('button', { name: 'Save as' })).toBeVisible()
  await expect(menu(viewer).getByRole('button', { name: /^(Save|Rename|Share|Delete)$/ })).toHaveCount(0)
  await expectAccessible(viewer)
  await other.close()

  const tab = await context.newPage()
  await open(tab, address)
  for (const one of [page, tab]) {
    await one.getByRole('button', { name: 'Remove Type' }).click()
    await expect(view(one, 'Leads edited')).toBeVisible()
  }
  await button(page, 'Save').click()
  await expect(button(page, 'Save')).toBeHidden()
  await tab.keyboard.press('f')
  await tab.getByRole('menuitemradio', { name: 'Contact', exact: true }).click()
  await button(tab, 'Save').click()
  await expect(tab.getByText('This view was changed in another tab or on another machine')).toBeVisible()
  await expectAccessible(tab)
  await button(tab, 'Replace it with mine').click()
  await expect(view(tab, 'Leads')).toBeVisible()
  await expect(button(tab, 'Revert')).toBeHidden()
  await tab.reload()
  await expect(tab).toHaveURL(/type=contact/)
  await expect(button(tab, 'Revert')).toBeHidden()
})

test('an address works without its view, and a view without what the account has no more', async ({
  page,
  context,
}) => {
  const lost = await keep(page, { name: 'Lost tag', query: `type=company&tag_id=${randomUUID()}` })
  await open(page, list)
  await choose(page, 'lost')
  await expect(page.getByText('Left out, because the account no longer has it: Tag.')).toBeVisible()
  await expect(page).toHaveURL(`${list}?type=company&view=${lost.id}`)
  await expect(page.locator('tr[data-customer]').first()).toBeVisible()
  await expect(view(page, 'Lost tag edited')).toBeVisible()

  await page.goto('about:blank')
  await context.clearCookies()
  await signIn(context, 'Per Berg')
  await open(page, `${list}?type=company&view=${lost.id}`)
  await expect(view(page, 'All customers edited')).toBeVisible()
  await expect(page.locator('tr[data-customer]').first()).toBeVisible()
  await button(page, 'Revert').click()
  await expect(page).toHaveURL(list)
  await open(page, `${list}?view=nonsense`)
  await expect(page.getByText('view must be the ID (a UUID) of a view')).toBeVisible()
})
