import type { Page } from '@playwright/test'
import fc from 'fast-check'
import { accounts, people } from '../../lib/sandbox/seed/seed'
import { expect, open, reload, searchBox, shownIds, test } from '../fixtures'
import { amounts } from './amounts'

/**
 * The browser is used at random: text is typed and pasted, filters are set, pages are turned, records are opened and
 * closed. After each step the screen shows what its URL queries.
 */

const list = `/${accounts.test}/customers`
const { randomUseMinutes, randomUseRuns } = amounts

/** The search params that are sent to the API. A scan and the open record are not sent. */
function apiQuery(url: URL): URLSearchParams {
  const params = new URLSearchParams(url.search)
  for (const name of ['record', 'section', 'at', 'only', 'changed_at', 'was', 'since_moved']) params.delete(name)
  return params
}

async function expectAgreement(page: Page): Promise<void> {
  await expect(async () => {
    const url = new URL(page.url())
    const answer = await page.request.get(`/api/accounts/${accounts.test}/customers?${apiQuery(url)}`)
    expect([answer.status(), url.search]).toEqual([200, url.search])
    const { customers } = (await answer.json()) as { customers: { customer_id: string }[] }
    expect([url.search, await shownIds(page)]).toEqual([url.search, customers.map(({ customer_id }) => customer_id)])
    const record = url.searchParams.get('record')
    expect([url.search, await page.getByRole('dialog').count()]).toEqual([url.search, record === null ? 0 : 1])
    // The URL did not change while the screen was inspected.
    expect(page.url()).toBe(url.href)
  }).toPass({ timeout: 15_000 })
}

type Model = Record<string, never>
type Step = fc.AsyncCommand<Model, Page>

const step = (name: string, act: (page: Page) => Promise<unknown>): Step => ({
  check: () => true,
  run: async (_, page) => {
    await act(page)
    await expectAgreement(page)
  },
  toString: () => name,
})

const texts = fc.constantFrom(
  'nora',
  'a',
  'type:company',
  'kari type:any',
  'deleted:yes',
  'tag:VIP',
  'attr:favorite_sport=Ski nor',
  people.nora.email,
  '42 14 03 18',
  'zzzz',
  'ola nordmann',
  '"42140318"',
  'id:K-214907',
  'colour:red',
  'tag:',
  '   ',
  '4242 4242 4242 4242',
)
const key = (...keys: string[]) =>
  step(keys.join(' '), async (page) => {
    await searchBox(page).blur()
    for (const one of keys) await page.keyboard.press(one)
  })
const write = async (page: Page, text: string) => {
  await page.keyboard.press('Escape')
  await searchBox(page).fill(text)
}
const steps = [
  texts.map((text) => step(`type ${text}`, (page) => write(page, text))),
  texts.map((text) =>
    step(`search ${text}`, async (page) => {
      await write(page, text)
      await page.keyboard.press('Enter')
    }),
  ),
  texts.map((text) =>
    step(`search plainly ${text}`, async (page) => {
      // A card number is reported and not sent as a query.
      await write(page, text.startsWith('4242') ? 'nora' : text)
      await page.keyboard.press('Shift+Enter')
    }),
  ),
  fc.constantFrom(
    key('d'),
    key(']'),
    key('['),
    key('j', 'Enter'),
    key('k', 'Enter'),
    key('j'),
    key('Escape'),
    key('x'),
  ),
  fc.constantFrom(
    step('back', async (page) => {
      await page.goBack()
      // Before the first step there is no page of ours in the history.
      if (!page.url().includes(list)) await page.goForward()
      await page.locator('html[data-ready]').waitFor()
    }),
    step('forward', (page) => page.goForward()),
    step('reload', async (page) => {
      await reload(page)
    }),
    step('choose a type', async (page) => {
      await key('f').run({}, page)
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
    }),
    step('clear', async (page) => {
      await page.goto(list)
      await page.locator('html[data-ready]').waitFor()
    }),
  ),
]

test('after any sequence of steps the screen shows what its URL queries', async ({ page, watch }) => {
  test.setTimeout(((randomUseMinutes ?? 0) + 3) * 60_000)
  // A request for a record with a wrong id gets a 404, which the browser reports on the console.
  watch.expectOnConsole(/status of 404/)
  const outcome = await fc.check(
    fc.asyncProperty(fc.commands(steps, { maxCommands: 25 }), async (commands) => {
      await page.goto('about:blank')
      await open(page, list)
      await fc.asyncModelRun(() => ({ model: {}, real: page }), commands)
    }),
    {
      numRuns: randomUseRuns,
      ...(randomUseMinutes !== null && { interruptAfterTimeLimit: randomUseMinutes * 60_000 }),
      endOnFailure: true,
      verbose: 1,
    },
  )
  const failureReport = outcome.failed && `${fc.defaultReportMessage(outcome)}\n${String(outcome.errorInstance)}`
  expect(failureReport).toBe(false)
  expect(outcome.numRuns).toBeGreaterThan(0)
})
