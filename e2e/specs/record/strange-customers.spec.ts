import { accounts, people } from '../../../lib/sandbox/seed/seed'
import { expect, open, test } from '../../fixtures'

/** Customers with ids that are hard to put into a URL, and with values that are hard to show. */

const list = `/${accounts.test}/customers`
const record = (id: string) => `${list}/${encodeURIComponent(id)}`

const strange = [
  people.idWithSpaces,
  people.idWithSlash,
  people.idWithPercent,
  people.idLikeEncoded,
  people.idWithHash,
  people.idWithEmoji,
  people.idLong,
  people.idNorwegian,
  people.idTraversal,
  people.idTotal,
  people.idBackslash,
]
test('every strange id has an address of its own, as drawer and as page, in the browser and from the server', async ({
  page,
  request,
}) => {
  await open(page, list)
  const dialog = page.getByRole('dialog')
  const shownId = (id: string) => page.getByRole('main').getByText(id, { exact: true }).first()
  for (const { customer_id, first_name, last_name } of strange)
    await test.step(customer_id.slice(0, 40), async () => {
      const name = `${first_name} ${last_name}`
      // The browser goes there itself, as it does by a link.
      const drawer = `${list}?record=${encodeURIComponent(customer_id)}`
      await page.evaluate((url) => window.history.pushState(null, '', url), drawer)
      await expect(page.getByRole('dialog', { name })).toBeVisible()
      await expect(dialog.getByText(customer_id, { exact: true }).first()).toBeVisible()
      await dialog.getByRole('link', { name: 'Open as a page' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
      await expect(shownId(customer_id)).toBeVisible()
      expect(new URL(page.url()).pathname).toBe(record(customer_id))
      await page.goBack()
      await expect(page.getByRole('dialog', { name })).toBeVisible()
      const response = await request.get(record(customer_id))
      expect([response.status(), await response.text()]).toEqual([200, expect.stringContaining(name)])
    })
  // One of them by a whole load of each.
  const { customer_id, first_name } = people.idTraversal
  await open(page, record(customer_id))
  await expect(shownId(customer_id)).toBeVisible()
  await open(page, `${list}?record=${encodeURIComponent(customer_id)}`)
  await expect(page.getByRole('dialog', { name: first_name })).toBeVisible()
})

test('the row of a customer whose id fits in no URL still opens, with the values of the list', async ({ page }) => {
  const { customer_id, first_name, last_name } = people.idDots
  await open(page, `${list}?search=${first_name}`)
  await page.locator(`tr[data-customer="${customer_id}"] a`).click()
  await expect(page.getByRole('dialog', { name: `${first_name} ${last_name}` })).toBeVisible()
})

test('an id that fits in no URL is answered without a call upstream', async ({ page, request }) => {
  const calls: string[] = []
  page.on('request', (sent) => calls.push(new URL(sent.url()).pathname))
  await open(page, `${list}?record=..`)
  await expect(page.getByRole('dialog')).toContainText('No customer with ID ..')
  expect(calls.filter((path) => /^\/api\/accounts\/\w+\/customers(\/|$)/.test(path))).toEqual([])
  expect((await request.get(`/api/accounts/${accounts.test}/customers/%252e%252e`)).status()).toBe(404)
})

const odd = [
  people.nameLong,
  people.nameRightToLeft,
  people.nameBidi,
  people.nameHtml,
  people.bare,
  people.nulls,
  people.twelveAddresses,
  people.badWebsite,
  people.manyChannels,
  people.leapDay,
]
test('no strange customer breaks the page of the record', async ({ page }) => {
  for (const { customer_id } of odd)
    await test.step(customer_id.slice(0, 40), async () => {
      await open(page, record(customer_id))
      await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible()
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(overflow).toBe(0)
      await expect(page.locator('a[href^="javascript:"]')).toHaveCount(0)
    })
})
