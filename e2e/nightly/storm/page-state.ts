import type { Page } from '@playwright/test'
import { expect } from '../../fixtures'

/** Compares what a page in the browser shows during the storm with the data of the sandbox. */

/** An upper limit for the time that a page waits, even on a busy machine. */
const longestMs = 30_000

type Seen = { search: string; ids: string[]; isBusy: boolean; failed: string; mainText: string }

const readPage = (page: Page): Promise<Seen> =>
  page.evaluate(() => ({
    search: window.location.search,
    ids: [...document.querySelectorAll('tr[data-customer]')].map((row) => row.getAttribute('data-customer') ?? ''),
    isBusy: !document.querySelector('table') || document.querySelector('table')?.ariaBusy === 'true',
    failed: document.querySelector('main [role=alert]')?.textContent ?? '',
    mainText: document.querySelector('main')?.textContent ?? '',
  }))

/** The state of a page: it waits, it leaves out a customer that it should report, or what it shows is final. */
function stateOf({ search, ids, isBusy, failed, mainText }: Seen, shown: ReadonlyMap<string, string[]>): string {
  if (failed !== '') return 'failed'
  if (isBusy) return 'waits'
  const query = new URLSearchParams(search)
  query.delete('at')
  // Enter opens the only customer that a search finds.
  query.delete('record')
  const expected = shown.get(query.toString()) ?? []
  const there = expected.filter((id) => ids.includes(id))
  if (ids.length !== there.length || ids.some((id, at) => id !== there[at])) return `${search} shows ${ids}`
  return expected.every((id) => mainText.includes(id)) ? 'right' : 'leaves out'
}

/** Waits until what a page shows is final, and returns its state then. */
export async function finalState(page: Page, shown: ReadonlyMap<string, string[]>): Promise<string> {
  let last = 'waits'
  const isFinal = async () => {
    // A page that is being loaded has no context to evaluate in.
    last = await readPage(page).then(
      (seen) => stateOf(seen, shown),
      () => 'waits',
    )
    return last !== 'waits' && last !== 'leaves out'
  }
  await expect
    .poll(isFinal, { timeout: longestMs })
    .toBe(true)
    .catch(() => {})
  return last
}
