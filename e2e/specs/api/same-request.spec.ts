import type { Page } from '@playwright/test'
import {
  filterPairs,
  filterPairsInShort,
  filterTexts,
  searchParamsOf,
} from '../../../lib/sandbox/seed/filter-texts-for-tests'
import { accounts } from '../../../lib/sandbox/seed/seed'
import { expect, includeDeleted, open, searchBox, test } from '../../fixtures'
import { amounts } from '../../nightly/amounts'
import { sandbox } from '../../sandbox'

/** The search box, the URL and the controls express the same query, so Dintero receives the same request. */

const list = `/${accounts.test}/customers`
const users = `/v1/accounts/${accounts.test}/customers/users`

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

type IsOther = (query: string) => boolean

/**
 * Opens the list without filters. Returns whether a list request is another one than its own, which the page sends again when
 * it has been away from the list for longer than rows stay fresh.
 */
async function openUnfiltered(page: Page): Promise<IsOther> {
  await sandbox.forget()
  await open(page, list)
  const [unfiltered] = await requestedPages()
  return (query) => query !== unfiltered
}

/** The list request of a text in the search box. The box sends it itself where Enter comes late. */
async function searchFor(page: Page, text: string, isOther: IsOther): Promise<string | undefined> {
  const sent = async () => (await requestedPages()).find(isOther)
  await sandbox.forget()
  await searchBox(page).fill(text)
  await page.keyboard.press('Enter')
  await expect.poll(sent).toBeDefined()
  return sent()
}

/** Shows the list without filters again, in the same page. */
async function showUnfiltered(page: Page): Promise<void> {
  // A filter is requested a moment before it stands in the URL, which is then written over what is pushed here.
  await expect(page).toHaveURL(/\?/)
  await page.evaluate((address) => window.history.pushState(null, '', address), list)
  await expect(searchBox(page)).toHaveValue('')
  await expect(page).toHaveURL(new RegExp(`${list}$`))
  await expect(page.getByRole('button', { name: 'Clear', exact: true })).toBeHidden()
}

// Every pair is one query in the unit tests, too: what remains here is that the box and the page send what they parse.
const pairs = amounts.allFilterPairs ? filterPairs : filterPairsInShort

test(`every filter and ${pairs.length} pairs of filters send the same request from the box and from the URL`, async ({
  page,
  context,
}) => {
  test.setTimeout(180_000)
  const isOther = await openUnfiltered(page)
  const different: unknown[] = []
  for (const parts of [...filterTexts.map((one) => [one]), ...pairs]) {
    const params = searchParamsOf(parts)

    await sandbox.forget()
    const response = await context.request.get(`${list}?${params}`)
    expect(response.status()).toBe(200)
    const byAddress = (await requestedPages()).find(isOther)

    await page.getByRole('button', { name: 'Clear search' }).or(searchBox(page)).first().focus()
    const byBox = await searchFor(page, parts.map(({ text }) => text).join(' '), isOther)
    if (byBox !== byAddress) different.push({ params: String(params), byBox, byAddress })
    await showUnfiltered(page)
  }
  expect(different).toEqual([])
})

test('each control sends the same request as the box', async ({ page }) => {
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
        await form.getByLabel('Type').selectOption('Membership card')
        await form.getByLabel('Full value').fill('2400000000214907')
        await page.keyboard.press('Enter')
      },
    ],
    [
      'since:2026-11-01T10:00',
      async () => {
        await page.getByRole('button', { name: 'Changed since' }).click()
        await page.getByLabel(/^Date and time/).fill('2026-11-01T10:00')
        await page.keyboard.press('Enter')
      },
    ],
    ['deleted:included', () => includeDeleted(page)],
  ]
  const isOther = await openUnfiltered(page)
  const sent = async () => (await requestedPages()).find(isOther)
  const byControl: (string | undefined)[] = []
  for (const [, use] of controls) {
    await sandbox.forget()
    await use()
    await expect.poll(sent).toBeDefined()
    byControl.push(await sent())
    await showUnfiltered(page)
  }
  // A page that has no rows yet but those without filters.
  await openUnfiltered(page)
  for (const [at, [text]] of controls.entries()) {
    expect([text, await searchFor(page, text, isOther)]).toEqual([text, byControl[at]])
    await showUnfiltered(page)
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
