import { accounts, people } from '../../../lib/sandbox/seed/seed'
import { measureFirstLoad } from '../../bench/first-load'
import { expect, open, test } from '../../fixtures'
import { sandbox } from '../../sandbox'

const list = `/${accounts.test}/customers`

test('the first load of the list is at most 200 kB of scripts, without layout shift', async ({ page }) => {
  const { scripts, totalBytes, layoutShift } = await measureFirstLoad(page, list)
  console.log(scripts.map(({ name, bytes }) => `${String(bytes).padStart(7)}  ${name}`).join('\n'))
  console.log(`${totalBytes} bytes gzip before load, layout shift ${layoutShift.toFixed(4)}`)
  expect(totalBytes).toBeLessThanOrEqual(200_000)
  expect(layoutShift).toBeLessThanOrEqual(0.01)
})

test('the icon, which a browser requests again with each new URL, is cached', async ({ page, request }) => {
  await page.goto(list)
  const icon = await page.locator('link[rel=icon]').getAttribute('href')
  const response = await request.get(icon ?? '')
  expect(response.headers()['cache-control']).toBe('public, max-age=31536000, immutable')
})

test('the first HTML of the list costs one call upstream, and the total is fetched after it', async ({
  page,
  request,
}) => {
  await request.get(list)
  await sandbox.forget()
  await request.get(list)
  expect((await sandbox.requests()).map(({ path }) => path)).toEqual([`/v1/accounts/${accounts.test}/customers/users`])
  await sandbox.forget()
  await open(page, list)
  await expect(page.getByText(/^1–25 of/)).toBeVisible()
  expect(await sandbox.requests()).toHaveLength(2)
})

test('opening a record fetches the record and its parts, and nothing is fetched before', async ({ page }) => {
  await open(page, list)
  await expect(page.getByText(/^1–25 of/)).toBeVisible()
  await sandbox.forget()
  await page.getByRole('link', { name: 'Nora Bjørgum' }).hover()
  expect(await sandbox.requests()).toEqual([])
  await page.getByRole('link', { name: 'Nora Bjørgum' }).click()
  await expect(page.getByText('Gullmedlem')).toBeVisible()
  // Without a customer: the settings of the account, and the terms that the customer has accepted.
  const parts = ['', '/communication', '/tags', '/tokens'].map((part) => `K-214907${part}`)
  const requested = async () =>
    (await sandbox.requests()).map(({ path }) => path.split('/').slice(6).join('/')).toSorted()
  // The calls are sent side by side, so the last one may be sent after the first answer is shown.
  await expect.poll(requested).toEqual(['', people.nora.term.id, ...parts].toSorted())
})
