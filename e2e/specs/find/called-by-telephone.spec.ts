import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { accounts, people } from '../../../lib/sandbox/seed/seed'
import { expect, expectAccessible, expectRows, open, searchBox, test, whole } from '../../fixtures'
import { sandbox } from '../../sandbox'
import { query, signInSession } from '../../sessions'

/** A telephone, a helpdesk or a bookmark opens a customer by an address: which spellings it takes is in `find-link.test.ts`. */

const { nora, silje, jorgen } = people
const find = `/${accounts.test}/find`
const isRecordOf = ({ customer_id }: { customer_id: string }) => new RegExp(`/customers/${customer_id}$`)
const name = (page: Page) => page.getByRole('heading', { level: 1 })

test.use({ role: null })

const signInAgent = async (page: Page) => {
  const email = `${randomUUID()}@example.com`
  await signInSession(page.context(), { email, name: 'Kari Nordmann', role: 'agent' })
  return email
}

test('a call shows the record of the one who calls, by one search and the parts of the record, both in the audit log', async ({
  page,
}) => {
  const email = await signInAgent(page)
  const calls = async () =>
    (await sandbox.requests())
      .filter(({ path }) => path.includes('/customers/users'))
      .map(({ path, query }) => `${path.split('/users')[1]}${query}`)
  await sandbox.forget()
  await open(page, `${find}?phone= 47 42 14 03 18`)
  await expect(page).toHaveURL(isRecordOf(nora))
  await expect(name(page)).toHaveText('Nora Bjørgum')
  await whole(page)
  const made = await calls()
  expect(made.filter((call) => !call.startsWith(`/${nora.customer_id}`))).toEqual([
    'phone_number=%2B4742140318&type=any&limit=25',
  ])
  const events = await query<{ kind: string; customers: string[] }>(
    `SELECT kind, customers FROM activity WHERE actor_email = $1 AND kind IN ('search', 'open') ORDER BY id`,
    [email],
  )
  expect(events).toEqual([
    { kind: 'search', customers: [nora.customer_id] },
    { kind: 'open', customers: [nora.customer_id] },
  ])

  await test.step('a contact has a record of their own, whatever companies they act for', async () => {
    await page.goto(`${find}?email=${jorgen.email}`)
    await expect(page).toHaveURL(isRecordOf(jorgen))
  })
})

test('a call of somebody who is signed out leads on to the record after sign-in', async ({ page }) => {
  await open(page, `${find}?phone=+47%2042%2014%2003%2018`)
  await expect(page).toHaveURL(/\/sign-in$/)
  await page.getByRole('button', { name: /Ingrid Solberg/ }).click()
  await expect(page).toHaveURL(isRecordOf(nora))
})

test('a call that finds several is their list, one that finds nobody has the offers, and one that cannot be read says why', async ({
  page,
}) => {
  await signInAgent(page)
  await open(page, `${find}?phone=0047${silje.phone_number.slice(3)}`)
  await expectRows(page, (await sandbox.list({ phone_number: silje.phone_number, type: 'any' })).rows)

  await test.step('nobody: the number stays in the box, to be searched in another way', async () => {
    await open(page, `${find}?phone=42999001`)
    await expect(page.getByRole('heading', { name: 'No customer has the phone number +47 42 99 90 01' })).toBeVisible()
    await expect(searchBox(page)).toHaveValue('+47 42 99 90 01')
    // The offers are in the HTML before their code has come.
    await whole(page)
    const withoutPlus = page.getByRole('button', { name: /Without the plus sign/ })
    await withoutPlus.filter({ hasText: 'Check' }).click()
    await withoutPlus.filter({ hasText: 'Show' }).click()
    await expect(page.getByRole('link', { name: 'Pluss Løs' })).toBeVisible()
    // What the person searches from here on is a list like any other.
    await expect(page).not.toHaveURL(/open=/)
  })

  await test.step('what cannot be read', async () => {
    await page.goto(`${find}?phone=101<b>`)
    await expect(page.getByText('phone=101<b>: must be a phone number.')).toBeVisible()
    await page.getByRole('link', { name: 'Search for “101<b>”' }).click()
    await expect(searchBox(page)).toHaveValue('101<b>')
    await page.goto(`${find}?phone=${'4'.repeat(10_000)}`)
    await expect(page.getByText(/^phone=4{100}…: must be a phone number\.$/)).toBeVisible()
    await page.goto(`${find}?phone=anonymous`)
    await expect(name(page)).toHaveText('The caller’s number is hidden')
    await page.goto(`${find}?phone=42140318&email=${silje.email}`)
    await expect(name(page)).toHaveText('This link names more than one customer')
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Find +47 42 14 03 18' }).click()
    await expect(page).toHaveURL(isRecordOf(nora))
  })
})

test('a second call goes to the tab that is open, for those who want so', async ({ page, watch }) => {
  watch.expectOnConsole(/Scripts may close only/)
  await signInAgent(page)
  await open(page, `/${accounts.test}/customers`)
  await whole(page)
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await settings.getByText('The open tab', { exact: true }).click()
  await expect(settings.getByRole('radio', { name: 'The open tab' })).toBeChecked()
  await expect(settings.getByRole('button', { name: 'Open tel: links here' })).toBeVisible()
  await page.keyboard.press('Escape')

  const second = await page.context().newPage()
  await second.goto(`${find}?phone=42140318`)
  await expect(page).toHaveURL(isRecordOf(nora))
  if (!second.isClosed()) await expect(name(second)).toHaveText('The customer is in the tab that was open')

  // The tab that was open has gone: the call stays where it is.
  await page.close()
  const third = await second.context().newPage()
  await third.goto(`${find}?phone=${jorgen.phone_number}`)
  await expect(third).toHaveURL(isRecordOf(jorgen))
})
