import type { Page } from '@playwright/test'
import { accounts, people, tagIds } from '../../../lib/sandbox/seed/seed'
import { expect, open, searchBox, test } from '../../fixtures'
import { sandbox } from '../../sandbox'

/** The search box, the URL and the controls express the same query, so Dintero receives the same request. */

const list = `/${accounts.test}/customers`
const users = `/v1/accounts/${accounts.test}/customers/users`

/** Each filter as text in the box and as search params, with a group name for filters that exclude each other. */
const filters: { name: string; text: string; address: Record<string, string | string[]> }[] = [
  { name: 'search', text: 'no', address: { search: 'no' } },
  { name: 'email', text: `email:${people.silje.email}`, address: { email: people.silje.email } },
  { name: 'phone', text: `phone:+4744890137`, address: { phone_number: '+4744890137' } },
  { name: 'type', text: 'type:any', address: { type: 'any' } },
  { name: 'tag', text: 'tag:Medlem', address: { tag_id: tagIds.Medlem } },
  { name: 'token', text: 'token:membership_card', address: { token_type: 'membership_card' } },
  { name: 'token value', text: 'token:=2400000000214907', address: { token_value: '2400000000214907' } },
  { name: 'attribute', text: 'attr:favorite_sport', address: { attributes_keys: ['favorite_sport'] } },
  {
    name: 'attribute with value',
    text: 'attr:"points"=1280',
    address: { attributes_keys: ['points'], attributes_values: ['1280'] },
  },
  { name: 'since', text: 'since:2026-01-01T00:00:00Z', address: { since_datetime: '2026-01-01T00:00:00Z' } },
  { name: 'deleted', text: 'deleted:yes', address: { include_deleted: 'true' } },
]
/** Both filters use one operator, which occurs once; an attribute with a value comes before one without. */
const apart = new Set(['token + token value', 'attribute + attribute with value'])

const combinations = filters.flatMap((one, at) => [
  { name: one.name, parts: [one] },
  ...filters.slice(at + 1).map((other) => ({ name: `${one.name} + ${other.name}`, parts: [one, other] })),
])

/** The list requests that Dintero received: pages and not totals. */
async function requestedPages(): Promise<string[]> {
  const seen = await sandbox.requests()
  const pages = seen.filter(({ path, query }) => path === users && !query.includes('total=true'))
  return pages.map(({ query }) =>
    [...new URLSearchParams(query)]
      .map((pair) => pair.join('='))
      .sort()
      .join('&'),
  )
}

async function searchFor(page: Page, text: string): Promise<string[]> {
  await searchBox(page).fill(text)
  await sandbox.forget()
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await requestedPages()).length).toBeGreaterThan(0)
  return requestedPages()
}

test('every filter and every pair of filters send the same request from the box and from the URL', async ({
  page,
  context,
}) => {
  test.setTimeout(180_000)
  await open(page, list)
  const different: unknown[] = []
  for (const { name, parts } of combinations.filter(({ name }) => !apart.has(name))) {
    const params = new URLSearchParams()
    for (const { address } of parts)
      for (const [key, value] of Object.entries(address)) for (const one of [value].flat()) params.append(key, one)

    await sandbox.forget()
    const response = await context.request.get(`${list}?${params}`)
    expect(response.status()).toBe(200)
    const [byAddress] = await requestedPages()

    await page.getByRole('button', { name: 'Clear search' }).or(searchBox(page)).first().focus()
    const [byBox] = await searchFor(page, parts.map(({ text }) => text).join(' '))
    await expect(page).toHaveURL(/\?/)
    if (byBox !== byAddress) different.push({ name, byBox, byAddress })
    await page.evaluate((address) => window.history.pushState(null, '', address), list)
    await expect(searchBox(page)).toHaveValue('')
    await expect(page).toHaveURL(new RegExp(`${list}$`))
  }
  expect(different).toEqual([])
})

test('each control sends the same request as the box', async ({ page }) => {
  test.setTimeout(90_000)
  const controls: [text: string, use: () => Promise<void>][] = [
    [
      'type:any',
      async () => {
        await page.getByRole('button', { name: 'Type', exact: true }).click()
        await page.getByRole('menuitemradio', { name: /^Any/ }).click()
      },
    ],
    [
      'tag:Medlem',
      async () => {
        await page.getByRole('button', { name: 'Tag', exact: true }).click()
        await page.getByRole('menuitemradio', { name: 'Medlem', exact: true }).click()
      },
    ],
    [
      'attr:favorite_sport=Ski',
      async () => {
        await page.getByRole('button', { name: 'Attribute', exact: true }).click()
        await page.getByLabel('Attribute', { exact: true }).last().selectOption('favorite_sport')
        await page.getByLabel(/^Value/).fill('Ski')
        await page.keyboard.press('Enter')
      },
    ],
    [
      'token:membership_card=2400000000214907',
      async () => {
        await page.getByRole('button', { name: 'Token', exact: true }).click()
        const form = page.getByRole('dialog', { name: 'Token' })
        await form.getByLabel('Type').fill('membership_card')
        await form.getByLabel('Whole value').fill('2400000000214907')
        await page.keyboard.press('Enter')
      },
    ],
    [
      'since:2026-11-01T10:00',
      async () => {
        await page.getByRole('button', { name: 'Changed since' }).click()
        await page.getByLabel(/^An instant/).fill('2026-11-01T10:00')
        await page.keyboard.press('Enter')
      },
    ],
    ['deleted:yes', () => page.getByRole('switch', { name: /deleted/i }).click()],
  ]
  for (const [text, use] of controls) {
    await open(page, list)
    const [byBox] = await searchFor(page, text)
    await open(page, list)
    await sandbox.forget()
    await use()
    await expect.poll(async () => (await requestedPages())[0]).toBe(byBox)
  }
})

test('typing ten letters costs at most three calls, and the older calls are aborted', async ({ page }) => {
  await open(page, list)
  await sandbox.forget()
  await searchBox(page).pressSequentially('kristoffer', { delay: 60 })
  await expect(page).toHaveURL(/search=kristoffer/)
  await expect(page.getByRole('table', { name: 'Customers' })).toHaveAttribute('aria-busy', 'false')
  expect((await requestedPages()).length).toBeLessThanOrEqual(3)
})
