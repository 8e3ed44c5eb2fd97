import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { accounts, people } from '../../../lib/sandbox/seed/seed'
import { expect, expectAccessible, open, test } from '../../fixtures'
import { query, signInSession } from '../../sessions'

/** All that is kept about a customer becomes a file by the keyboard, with a reason, for the customer to read or to hand on. */

const { nora, eirik } = people
const recordOf = (id: string) => `/${accounts.test}/customers/${id}`
const form = (page: Page) => page.getByRole('dialog', { name: 'What is kept about this customer' })

async function openForm(page: Page) {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox').waitFor()
  await page.keyboard.type('what is kept')
  await page.keyboard.press('Enter')
  await expect(form(page).getByLabel('Reason')).toBeFocused()
}

test.use({ role: null })

test('makes a PDF and a JSON of what is kept about a customer, by keyboard', async ({ page, context }) => {
  const email = `dossier-${randomUUID()}@example.com`
  await signInSession(context, { email, role: 'agent' })
  await open(page, recordOf(nora.customer_id))
  await openForm(page)
  await page.keyboard.press('Enter')
  await expect(form(page).getByRole('alert')).toHaveText('Write a reason of at least 3 characters.')
  await expectAccessible(page)
  await page.keyboard.type('asked by email')
  const pdf = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  const file = await pdf
  expect(file.suggestedFilename()).toMatch(/^kept-about-customer-\d{4}-\d\d-\d\d\.pdf$/)
  expect((await readFile(await file.path())).subarray(0, 8).toString('latin1')).toBe('%PDF-1.7')
  await expect(form(page).getByRole('status')).toContainText('Not everything is in it: who has viewed this customer.')
  await expectAccessible(page)

  await form(page).getByRole('button', { name: 'Make another file' }).press('Enter')
  await form(page).getByRole('radio', { name: 'Norsk bokmål' }).check()
  await form(page).getByRole('radio', { name: /^JSON/ }).check()
  const json = page.waitForEvent('download')
  await form(page).getByRole('button', { name: 'Make the file' }).press('Enter')
  const text = await readFile(await (await json).path(), 'utf8')
  expect(JSON.parse(text)).toMatchObject({ title: 'Dette er lagret om Nora Bjørgum', customer_id: nora.customer_id })
  const events = await query<{ customers: string[]; note: string }>(
    `SELECT customers, note FROM activity WHERE kind = 'export' AND actor_email = $1`,
    [email],
  )
  expect(events).toEqual(Array(4).fill({ customers: [nora.customer_id], note: 'asked by email' }))
})

test('shows how far a long one has come, and stops it; a viewer is offered none', async ({ page, context }) => {
  await signInSession(context, { email: `dossier-${randomUUID()}@example.com`, role: 'admin' })
  await open(page, recordOf(eirik.customer_id))
  await openForm(page)
  await page.keyboard.type('asked at the till')
  await page.keyboard.press('Enter')
  await expect(form(page).getByText(/^\d+ of 400$/)).toBeVisible()
  await form(page).getByRole('button', { name: 'Cancel' }).click()
  await expect(form(page).getByLabel('Reason')).toHaveValue('asked at the till')
  await expect(form(page).getByRole('alert')).toHaveCount(0)

  await signInSession(context, { email: `dossier-${randomUUID()}@example.com`, role: 'viewer' })
  await open(page, recordOf(eirik.customer_id))
  await expect(page.getByRole('button', { name: 'Copy as text' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'What is kept about this customer' })).toHaveCount(0)
})
