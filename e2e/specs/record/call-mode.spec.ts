import { randomUUID } from 'node:crypto'
import { accounts, people } from '../../../lib/sandbox/seed/seed'
import { expect, expectAccessible, open, test } from '../../fixtures'
import { query, signInSession } from '../../sessions'

const { nora } = people

test.use({ role: null })

test('call mode reads a record aloud, checks who calls, and keeps the notes to itself', async ({ page }) => {
  const email = `${randomUUID()}@example.com`
  await signInSession(page.context(), { email, name: 'Kari Nordmann', role: 'agent' })
  await open(page, `/${accounts.test}/customers?search=nora&record=${nora.customer_id}`)
  const drawer = page.getByRole('dialog')
  await expect(drawer.getByRole('heading', { name: 'Consent' })).toBeVisible()
  await page.keyboard.press('m')
  const call = drawer.getByRole('region', { name: 'Call mode' })
  await expect(call.getByRole('heading', { name: 'Nora Bjørgum' })).toBeFocused()
  await expect(call.getByText('17 April 1991')).toBeVisible()
  await expect(call.getByText('May be texted. May be emailed.')).toBeVisible()
  await expectAccessible(page)

  await call.getByRole('button', { name: 'It matches' }).click()
  await expect(call.getByText(/^Identity checked at .*: birth date\.$/)).toBeVisible()
  const events = await query(`SELECT customers, note FROM activity WHERE kind = 'identity' AND actor_email = $1`, [
    email,
  ])
  expect(events).toEqual([{ customers: [nora.customer_id], note: 'birth date' }])

  const notes = call.getByRole('textbox', { name: 'Notes from the call' })
  await notes.fill('Wants a refund')
  await page.keyboard.press('Escape')
  await expect(call).toBeHidden()
  await expect(drawer).toBeVisible()
  await page.keyboard.press('m')
  await expect(notes).toHaveValue('Wants a refund')
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(sheet.getByText('Call mode', { exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await page.keyboard.press('m')
  await expect(call).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()
})
