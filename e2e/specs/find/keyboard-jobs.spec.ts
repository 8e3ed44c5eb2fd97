import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { accounts, people, tagIds, tagNames } from '../../../lib/sandbox/seed/seed'
import { expect, expectRows, open, test } from '../../fixtures'
import { sandbox } from '../../sandbox'
import { signInSession } from '../../sessions'

/**
 * The jobs of every day, by keyboard alone, each with the count of keys beyond what is typed: none takes more than eight. The
 * jobs of a test follow each other on one loaded page, as they do in a day.
 */

const list = `/${accounts.test}/customers`
const { nora, kari } = people
const mostKeys = 8

// Choices are kept on the server, and the last job signs out: each test is a person of its own.
test.use({ role: null })
test.beforeEach(async ({ context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await signInSession(context, { email: `${randomUUID()}@example.com`, name: 'Kari Nordmann' })
})

/** A keyboard that counts the keys that are pressed; what is typed as a text is not counted. */
function countedKeyboard(page: Page) {
  let pressed = 0
  const keyboard = {
    press: async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key)
      pressed += keys.length
    },
    type: (text: string) => page.keyboard.type(text),
    /** Runs the command of the palette that a text finds first. */
    command: async (text: string) => {
      await keyboard.press('Control+k')
      await expect(page.getByRole('combobox', { name: 'Commands' })).toBeFocused()
      await keyboard.type(text)
      await expect(page.getByRole('dialog', { name: 'Commands' }).getByRole('option').first()).toContainText(
        new RegExp(text, 'i'),
      )
      await keyboard.press('Enter')
    },
  }
  return {
    ...keyboard,
    /** A job that takes exactly so many keys. */
    job: (name: string, keys: number, work: () => Promise<void>) =>
      test.step(`${name}: ${keys} keys`, async () => {
        pressed = 0
        await work()
        expect(pressed, name).toBe(keys)
        expect(keys, name).toBeLessThanOrEqual(mostKeys)
      }),
  }
}

const record = (page: Page, name: RegExp) => page.getByRole('dialog', { name })
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

test('nine jobs of finding: a customer by what is said, and a list', async ({ page }) => {
  const { press, type, command, job } = countedKeyboard(page)
  await open(page, list)
  await job('find by name and open', 2, async () => {
    await press('/')
    await type('nora bjørgum')
    await press('Enter')
    await expect(record(page, /Nora Bjørgum/)).toBeVisible()
  })
  // Enter leaves the focus in the box, where a slash is a letter.
  await job('find by a phone number as it is said', 3, async () => {
    await press('Escape', '/')
    await type('42 14 03 18')
    await press('Enter')
    await expect(page).toHaveURL((url) => url.searchParams.get('phone_number') === nora.phone_number)
    await expect(page.getByRole('row', { name: /Nora Bjørgum/ })).toBeVisible()
  })
  await job('find by the customer id and open', 3, async () => {
    await press('Escape', '/')
    await type(kari.customer_id)
    await press('Enter')
    await expect(page).toHaveURL((url) => url.searchParams.get('record') === kari.customer_id)
    await expect(page.getByRole('dialog')).toBeVisible()
  })
  await job('close the record and be at its row', 2, async () => {
    await press('Escape', 'Escape')
    await expect(page.locator('tr[data-customer] a:focus')).toHaveCount(1)
  })
  await job('list the companies that changed in the last week', 3, async () => {
    await press('Escape', '/')
    await type('type:company since:7d')
    await press('Enter')
    await expect(page).toHaveURL(({ searchParams }) => searchParams.has('since_datetime'))
    await expect(page).toHaveURL(/type=company/)
  })
  await job('begin anew with all customers', 2, async () => {
    await command('clear search')
    await expectRows(page, (await sandbox.list()).rows)
  })
  await job('list the customers of a tag', 2, async () => {
    await command(`tag is ${tagNames.large}`)
    await expectRows(page, (await sandbox.list({ tag_id: tagIds[tagNames.large] })).rows)
  })
  await job('turn to the next page and back', 4, async () => {
    const first = await sandbox.list({ tag_id: tagIds[tagNames.large] })
    const cursor = first.rows.at(-1)?.id ?? ''
    await press('Escape', 'Escape', ']')
    await expectRows(page, (await sandbox.list({ tag_id: tagIds[tagNames.large], starting_after: cursor })).rows)
    await press('[')
    await expectRows(page, first.rows)
  })
  await job('open the third customer of a list', 4, async () => {
    const { rows } = await sandbox.list({ tag_id: tagIds[tagNames.large] })
    await press('j', 'j', 'j', 'Enter')
    await expect(page).toHaveURL((url) => url.searchParams.get('record') === rows[2]?.customer_id)
  })
})

test('ten jobs in a record: read it, copy from it, print it, go on from it', async ({ page }) => {
  const { press, command, job } = countedKeyboard(page)
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', '')
  })
  const { rows } = await sandbox.list({ search: 'nor' })
  const at = rows.findIndex(({ customer_id }) => customer_id === nora.customer_id)
  const neighbour = rows[at + 1]?.customer_id
  const inUrl = (id: string | undefined) => (url: URL) => url.searchParams.get('record') === id
  await open(page, `${list}?search=nor&record=${nora.customer_id}`)
  // `l` and `I` differ in this face.
  await expect(page.getByRole('cell', { name: nora.customer_id })).toHaveCSS('font-family', /mono/)
  const drawer = record(page, /Nora Bjørgum/)
  await job('read the consent of an open record', 0, async () => {
    const consent = drawer.getByRole('region', { name: 'Consent' })
    await expect(consent.getByText(/^May be texted\./)).toBeInViewport({ ratio: 1 })
    await expect(consent.getByRole('row', { name: /^Email/ })).toBeInViewport({ ratio: 1 })
  })
  for (const [name, key, value] of [
    ['email', 'e', nora.email],
    ['phone', 'p', nora.phone_number],
    ['id', 'i', nora.customer_id],
  ] as const)
    await job(`copy the ${name}`, 2, async () => {
      await press('c', key)
      await expect.poll(() => clipboard(page)).toBe(value)
    })
  await job('see the tokens', 1, async () => {
    await press('6')
    await expect(drawer.getByRole('heading', { name: 'Tags & tokens', exact: true })).toBeFocused()
    await expect(page).toHaveURL(/section=tags/)
  })
  await job('see the raw record', 1, async () => {
    await press('9')
    await expect(drawer.getByRole('heading', { name: 'Raw', exact: true })).toBeFocused()
  })
  await job('print it', 2, async () => {
    await command('print')
    await expect(page.locator('html[data-printed]')).toBeAttached()
  })
  await job('see the next customer of the list and come back', 2, async () => {
    await press('j')
    await expect(page).toHaveURL(inUrl(neighbour))
    await press('k')
    await expect(page).toHaveURL(inUrl(nora.customer_id))
  })
  await job('open it as a page', 2, async () => {
    await command('open as a page')
    await expect(page.getByRole('heading', { level: 1, name: 'Nora Bjørgum' })).toBeVisible()
  })
  await job('go on to the next customer there', 1, async () => {
    await expect(page.getByText(`${at + 1} of ${rows.length}`)).toBeVisible()
    await press(']')
    await expect(page).toHaveURL(new RegExp(`/customers/${neighbour}$`))
    await expect(page.getByText(`${at + 2} of ${rows.length}`)).toBeVisible()
  })
})

test('six jobs of one’s own: theme, time zone, sessions, activity, account, sign-out', async ({ page }) => {
  const { press, type, command, job } = countedKeyboard(page)
  await open(page, list)
  await job('make the screen dark', 2, async () => {
    await command('theme: dark')
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  })
  await job('see times as they are in New York', 8, async () => {
    await press('g', 's')
    await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
    await press('Tab', 'Tab', 'Tab', 'Enter')
    await expect(page.getByRole('combobox', { name: 'Time zone' })).toBeFocused()
    await type('new york')
    await press('Enter', 'Escape')
    await expect(page.getByText('Time zone: GMT-5, New York')).toBeVisible()
  })
  await job('see where one is signed in', 2, async () => {
    await command('your sessions')
    await expect(page).toHaveURL(/\/sessions$/)
  })
  await job('see who has looked at what', 2, async () => {
    await press('g', 'a')
    await expect(page).toHaveURL(/\/activity$/)
  })
  await job('change the account', 2, async () => {
    await command('nordlys sport')
    await expect(page).toHaveURL(`/${accounts.production}/activity`)
    await page.locator('html[data-ready]').waitFor()
  })
  await job('sign out', 4, async () => {
    await press('g', 'm')
    await expect(page.getByRole('menuitem').first()).toBeFocused()
    await press('End')
    await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeFocused()
    await press('Enter')
    await expect(page).toHaveURL(/sign-in/)
  })
})
