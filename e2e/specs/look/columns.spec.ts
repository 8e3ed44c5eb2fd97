import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { accounts, people } from '../../../lib/sandbox/seed/seed'
import { measureFirstLoad } from '../../bench/first-load'
import { expect, expectAccessible, open, test } from '../../fixtures'
import { query, signInSession } from '../../sessions'

/** The columns are laid out by each person, for each account, and are there in the first HTML of every machine. */

// Choices are kept on the server: the people of the other tests keep the columns that those expect.
test.use({ role: null })

const list = `/${accounts.test}/customers?search=nor`
const menu = (page: Page) => page.getByRole('dialog', { name: 'Columns' })
const column = (page: Page, name: string) => menu(page).getByRole('checkbox', { name, exact: true })
const heads = (page: Page) => page.getByRole('columnheader').allTextContents()
const cellsOf = (page: Page, customerId: string) => page.locator(`tr[data-customer="${customerId}"]`)

/** The ids of the columns in the HTML of the server, in order. */
async function columnsInHtml(page: Page, path = list): Promise<string[]> {
  const html = await (await page.request.get(path)).text()
  return [...html.matchAll(/<th scope="col"[^>]*data-column="([^"]+)"/g)].map(([, id = '']) => id)
}

test('columns are shown, hidden, moved, sized and pinned by keys alone, and stand so everywhere', async ({
  page,
  context,
}) => {
  const person = { email: `${randomUUID()}@example.com`, role: 'agent' }
  await signInSession(context, person)
  await open(page, list)
  const tab = await context.newPage()
  await open(tab, list)
  expect(await heads(page)).not.toContain('Deleted')

  await page.keyboard.press('o')
  await expect(column(page, 'Customer ID')).toBeFocused()
  await page.keyboard.press('Space')
  await expect(page.getByRole('columnheader', { name: 'Customer ID' })).toHaveCount(0)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(column(page, 'Email')).toBeFocused()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(menu(page).getByRole('status')).toHaveText(/^Email is now number 5 of \d+$/)
  await expect(column(page, 'Email')).toBeFocused()
  const head = page.getByRole('columnheader', { name: 'Email' })
  const width = async () => (await head.boundingBox())?.width ?? 0
  const before = await width()
  await page.keyboard.press('+')
  await expect.poll(width).toBeCloseTo(before + 16, 0)
  await page.keyboard.press('p')
  await expect(column(page, 'Email')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(menu(page).getByRole('button', { name: 'Move Email up' })).toBeFocused()
  for (const name of ['points', 'receipt_by_email']) await column(page, name).check()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Columns' })).toBeFocused()

  const shown = ['name', 'email', 'type', 'phone', 'status', 'store', 'consent', 'place', 'created', 'updated']
  const extra = ['attribute:points', 'attribute:receipt_by_email']
  await expect.poll(() => columnsInHtml(page)).toEqual([...shown, ...extra])
  await expect(tab.getByRole('columnheader', { name: 'points' })).toBeVisible()
  expect(await heads(tab)).toEqual(await heads(page))

  const other = await context.browser()?.newContext()
  if (!other) throw new Error('The tests run in a browser that opens contexts')
  await signInSession(other, person)
  const elsewhere = await other.newPage()
  const { layoutShift } = await measureFirstLoad(elsewhere, list)
  expect(layoutShift).toBeLessThanOrEqual(0.01)
  expect(await heads(elsewhere)).toEqual(await heads(page))
  const row = cellsOf(elsewhere, people.nora.customer_id)
  const points = row.getByRole('cell', { name: '1,280', exact: true })
  await expect(points).toHaveCSS('text-align', 'right')
  await elsewhere.setViewportSize({ width: 390, height: 844 })
  await expect(row.getByRole('cell', { name: /^points: ?1,280$/ })).toBeVisible()
  await other.close()

  await page.keyboard.press('o')
  await menu(page).getByRole('button', { name: 'Reset columns' }).click()
  await expect(menu(page).getByRole('status')).toHaveText('The columns are back to normal')
  await expect(page.getByRole('columnheader', { name: 'Customer ID' })).toBeVisible()
  await expect(tab.getByRole('columnheader', { name: 'points' })).toHaveCount(0)
})

test('two tabs that save columns in the same instant show what was saved last, as the server does', async ({
  page,
  context,
}) => {
  await signInSession(context, { email: `${randomUUID()}@example.com`, role: 'agent' })
  await open(page, list)
  const tab = await context.newPage()
  await open(tab, list)
  // The first save is committed, and its answer comes after that of the second.
  let letAnswer = () => {}
  const isHeld = new Promise<void>((committed) =>
    page.route(
      /\/preferences$/,
      async (route) => {
        const response = await route.fetch()
        committed()
        await new Promise<void>((resolve) => {
          letAnswer = resolve
        })
        await route.fulfill({ response })
      },
      { times: 1 },
    ),
  )
  const answers: string[] = []
  for (const one of [page, tab])
    one.on('response', (response) => response.url().endsWith('/preferences') && answers.push(response.statusText()))
  const hide = async (of: Page, name: string) => {
    await of.bringToFront()
    await of.getByRole('button', { name: 'Columns' }).click()
    await column(of, name).uncheck()
  }
  await hide(page, 'Phone')
  await isHeld
  await hide(tab, 'Email')
  const waiting = () => tab.evaluate(async () => (await navigator.locks.query()).pending?.length ?? 0)
  await expect.poll(async () => answers.length + (await waiting())).toBe(1)
  letAnswer()
  await expect.poll(() => answers.length).toBe(2)
  for (const one of [page, tab]) {
    await expect(one.getByRole('columnheader', { name: 'Phone' })).toBeVisible()
    await expect(one.getByRole('columnheader', { name: 'Email' })).toHaveCount(0)
  }
  const inHtml = await columnsInHtml(page)
  expect([inHtml.includes('phone'), inHtml.includes('email')]).toEqual([true, false])
})

test('columns are dragged by pointer: a line of the menu by its grip, and the edge of a head', async ({
  page,
  context,
}) => {
  await signInSession(context, { email: `${randomUUID()}@example.com`, role: 'agent' })
  await open(page, list)
  const head = page.getByRole('columnheader', { name: 'Type' })
  const box = async () => {
    const found = await head.boundingBox()
    if (!found) throw new Error('The head has no box')
    return found
  }
  const from = await box()
  await page.mouse.move(from.x + from.width / 2, from.y + 5)
  await page.mouse.move(from.x + from.width - 3, from.y + 5)
  await page.locator('thead [class*=edge]').first().waitFor({ state: 'attached' })
  await page.mouse.down()
  await page.mouse.move(from.x + from.width + 57, from.y + 5, { steps: 4 })
  await page.mouse.up()
  await expect.poll(async () => Math.round((await box()).width - from.width)).toBe(60)
  expect((await box()).x).toBeCloseTo(from.x, 0)

  await page.keyboard.press('o')
  const line = (id: string) => menu(page).locator(`li[data-column=${id}]`)
  const grip = await line('phone').locator('[data-grip]').boundingBox()
  const target = await line('type').boundingBox()
  if (!grip || !target) throw new Error('The menu has no lines')
  await page.mouse.move(grip.x + 4, grip.y + 4)
  await page.mouse.down()
  await page.mouse.move(grip.x + 4, target.y + target.height / 2, { steps: 6 })
  await page.mouse.up()
  await expect
    .poll(async () => (await columnsInHtml(page)).slice(0, 4))
    .toEqual(['name', 'customer_id', 'phone', 'type'])
})

test('a viewer sees which columns are masked, and what an account no longer declares is said', async ({
  page,
  context,
}) => {
  const email = `${randomUUID()}@example.com`
  const withChannels = `/${accounts.test}/customers?search=kanal`
  const shown = ['attribute:credit_limit', 'attribute:points', 'attribute:of_last_year', 'consent:push']
  const chosen = { searchHint: 'off', columns: { [accounts.test]: { shown, tall: true, order: 'email' } } }
  await query('INSERT INTO preferences VALUES ($1, $2, now())', [email, chosen])
  await signInSession(context, { email, role: 'viewer' })
  const inHtml = await columnsInHtml(page, withChannels)
  expect(inHtml.filter((id) => id.includes(':'))).toEqual(shown.filter((id) => id !== 'attribute:of_last_year'))
  await open(page, withChannels)
  const row = cellsOf(page, people.manyChannels.customer_id)
  await expect(row.getByRole('cell', { name: 'yes', exact: true })).toBeVisible()
  for (const name of ['Email', 'Phone', 'credit_limit'])
    await expect(page.getByRole('columnheader', { name: `${name} masked for you` })).toBeVisible()
  await expect(page.getByRole('columnheader', { name: 'points', exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Columns' }).click()
  await expect(column(page, 'credit_limit masked for you')).toBeChecked()
  await expect(column(page, 'brev i posten')).not.toBeChecked()
  await expect(menu(page).getByText('no longer declared')).toBeVisible()
  await menu(page).getByRole('button', { name: 'Remove of_last_year' }).click()
  await expect(menu(page).getByText('no longer declared')).toBeHidden()
  await expect(column(page, 'points')).toBeChecked()
})
