import type { Page } from '@playwright/test'
import { accounts } from '../../lib/sandbox/seed/seed'
import { appUrl } from '../servers'
import { type Figures, inBrowser, upstreamMs, withDesk } from './desk'
import { keyMs } from './key-time'
import { median } from './load'

/** What the hands do all day, on a slow machine: CPU ÷4. The rows are those of a result of about a thousand, loaded whole. */

const api = `${appUrl}/api/accounts/${accounts.test}/customers-total`
/** The beginnings of names and ids, of which each finds some hundred customers. */
const searches = [...'abcdefghijklmnoprstuvy']
const presses = 12
const mostRows = 1_000

/** The search that finds the most customers of those that can be loaded whole. */
async function findSearch(page: Page): Promise<{ search: string; total: number }> {
  const totals = []
  for (const search of searches) {
    const { total } = (await (await page.request.get(`${api}?search=${search}`)).json()) as { total: number }
    if (total <= mostRows) totals.push({ search, total })
  }
  const [largest] = totals.toSorted((a, b) => b.total - a.total)
  if (!largest) throw new Error('No search finds few enough customers')
  return largest
}

/** Milliseconds from the key until the palette is open. */
async function paletteMs(page: Page): Promise<number> {
  const opened: number[] = []
  for (let press = 0; press < presses; press += 1) {
    opened.push(
      await keyMs(page, () => page.keyboard.press('Control+k'), `document.querySelector('dialog [role=combobox]')`),
    )
    await page.keyboard.press('Escape')
    await page.locator('dialog').waitFor({ state: 'detached' })
  }
  return median(opened.slice(1))
}

/** The most rows of which anything changes in the page when the selection moves by one. */
function changedRows(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const changed = new Set<Element | null>()
    const observer = new MutationObserver((records) => {
      for (const { target } of records)
        changed.add(target instanceof Element ? target.closest('tbody tr') : target.parentElement)
    })
    const body = document.querySelector('table tbody')
    if (body) observer.observe(body, { attributes: true, characterData: true, childList: true, subtree: true })
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }))
    await new Promise((resolve) => setTimeout(resolve, 300))
    observer.disconnect()
    return changed.size
  })
}

/** Waits until every row of the result is in the page, and returns how many those are. */
async function wholeRows(page: Page, total: number): Promise<number> {
  const rows = page.locator('tr[data-customer]')
  await page.waitForFunction((all) => document.querySelectorAll('tr[data-customer]').length === all, total)
  return rows.count()
}

export async function benchComfort(): Promise<Figures> {
  return withDesk(upstreamMs, () =>
    inBrowser(async (newPage) => {
      const page = await newPage()
      const search = await findSearch(page)
      await page.goto(`/${accounts.test}/customers?search=${search.search}`)
      await page.locator('html[data-whole]').waitFor()
      const cdp = await page.context().newCDPSession(page)
      const slowDown = (rate: number) => cdp.send('Emulation.setCPUThrottlingRate', { rate })
      await slowDown(4)
      const paletteOverPage = await paletteMs(page)
      await slowDown(1)
      await page.keyboard.press('w')
      await page.getByRole('searchbox', { name: /^Filter these/ }).waitFor()
      const rows = await wholeRows(page, search.total)
      await slowDown(4)

      const sorts = []
      for (let press = 0; press < presses; press += 1) {
        await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').focus()
        const next = ['ascending', 'descending', null][press % 3]
        const isSorted = `document.querySelector('[data-column=name]').getAttribute('aria-sort') === ${JSON.stringify(next)}`
        sorts.push(await keyMs(page, () => page.keyboard.press('Enter'), isSorted))
        await wholeRows(page, search.total)
      }
      const palette = await paletteMs(page)
      await page
        .locator('tr[data-customer]')
        .first()
        .evaluate((row) => row.scrollIntoView())
      const changes = []
      const moves = []
      for (let press = 0; press < presses; press += 1) {
        changes.push(await changedRows(page))
        moves.push(await keyMs(page, () => page.keyboard.press('j'), `document.querySelector('tr[data-cursor]')`))
      }
      return {
        'rows of the result in the page': rows,
        'key to sorted rows, ms (goal 100)': median(sorts.slice(1)),
        'key to open palette over a page of 25, ms (goal 50)': paletteOverPage,
        'key to open palette over all rows, ms (goal 50)': palette,
        'key to moved selection, ms': median(moves),
        'rows that change when the selection moves (goal 2)': Math.max(...changes.slice(1)),
      }
    }),
  )
}
