import type { Page } from '@playwright/test'
import { accounts } from '../../../lib/sandbox/seed/seed'
import { sandbox } from '../../sandbox'
import { appUrl } from '../../servers'
import { type Figures, inBrowser, slowDown, upstreamMs, withDesk } from '../desk'
import { measureFirstLoad } from '../first-load'
import { keyMs } from '../key-time'
import { median } from '../load'
import { buildPeer } from './build-peer'
import { servePeer } from './serve-peer'

declare global {
  interface Window {
    /** What `watchLoad` has counted. */
    seenOfLoad?: { firstRow: number; blocked: number }
  }
}

/** The list of a hundred rows beside one that is built with react-admin for the same job, over one sandbox and in turn. */

const rounds = 5
const limit = 100
const [typed, entered] = ['han', 'kari']

type Desk = {
  url: string
  /** Matches once the page takes keys. */
  ready: string
  box: string
}
type Times = { firstRow: number; blocked: number; typing: number; enter: number }

/** Counts, from before the first script, when a row is first painted and how long tasks kept the main thread beyond 50 ms each. */
async function watchLoad(page: Page, firstEmail: string): Promise<void> {
  await page.addInitScript((email) => {
    const seen = { firstRow: Number.NaN, blocked: 0 }
    window.seenOfLoad = seen
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.blocked += duration - 50
    }).observe({ type: 'longtask', buffered: true })
    const observer = new MutationObserver(() => {
      if (!document.querySelector('tbody tr')?.textContent?.includes(email)) return
      observer.disconnect()
      requestAnimationFrame(() => setTimeout(() => Object.assign(seen, { firstRow: performance.now() })))
    })
    observer.observe(document, { childList: true, characterData: true, subtree: true })
  }, firstEmail)
}

/** Whether the first row is that of a customer, as a script of the page. */
const isFirst = (email = '') => `document.querySelector('tbody tr')?.textContent?.includes(${JSON.stringify(email)})`

/** One fresh load of a list on a slow machine, a search that is typed, and one that is sent by Enter. */
async function measure(page: Page, { url, ready, box }: Desk, firstOf: Record<string, string>): Promise<Times> {
  await slowDown(page)
  await watchLoad(page, firstOf[''] ?? '')
  await page.goto(url, { waitUntil: 'load' })
  await page.locator(ready).first().waitFor()
  await page.waitForLoadState('networkidle')
  const { firstRow, blocked } = await page.evaluate(
    () => window.seenOfLoad ?? { firstRow: Number.NaN, blocked: Number.NaN },
  )
  const field = page.locator(box).first()
  await field.focus()
  const typing = await keyMs(page, () => page.keyboard.type(typed, { delay: 120 }), isFirst(firstOf[typed]))
  await field.fill('')
  await page.locator('tbody tr', { hasText: firstOf[''] }).first().waitFor()
  const enter = await keyMs(
    page,
    async () => {
      await page.keyboard.insertText(entered)
      await page.keyboard.press('Enter')
    },
    isFirst(firstOf[entered]),
  )
  await page.context().close()
  return { firstRow, blocked, typing, enter }
}

/** Bytes gzip of the scripts before the load event. */
const scriptBytes = async (page: Page, { url, ready }: Desk) => (await measureFirstLoad(page, url, ready)).totalBytes

/** Ours and the peer's figures, and ours as a share of the peer's, by which the goals are. CPU ÷4, 10 Mbit/s, 40 ms. */
export async function benchCompare(): Promise<Figures> {
  const folder = buildPeer()
  return withDesk(upstreamMs, async () => {
    const peer = await servePeer(folder)
    const firstOf: Record<string, string> = {}
    for (const search of ['', typed, entered]) {
      const [first] = (await sandbox.list({ limit: '1', ...(search && { search }) })).rows
      firstOf[search] = String(first?.email)
    }
    if (new Set(Object.values(firstOf)).size < 3) throw new Error('Each search must begin with another customer')
    const ours: Desk = {
      url: `${appUrl}/${accounts.test}/customers?limit=${limit}`,
      ready: 'html[data-ready]',
      box: 'search [role=combobox]',
    }
    const theirs: Desk = { url: peer.url, ready: 'tbody tr', box: 'input[name=q]' }
    const measured = await inBrowser(async (newPage) => {
      const bytes = {
        ours: await scriptBytes(await newPage(), ours),
        theirs: await scriptBytes(await newPage(), theirs),
      }
      const runs = []
      // The first round warms the servers, and does not count.
      for (let round = 0; round <= rounds; round += 1)
        runs.push({
          ours: await measure(await newPage(), ours, firstOf),
          theirs: await measure(await newPage(), theirs, firstOf),
        })
      return { bytes, runs: runs.slice(1) }
    })
    peer.stop()
    const both = (name: string, goal: string, of: (times: Times) => number): Figures => {
      const [a, b] = [
        median(measured.runs.map((run) => of(run.ours))),
        median(measured.runs.map((run) => of(run.theirs))),
      ]
      return { [`${name}, ms`]: a, [`${name}, react-admin, ms`]: b, [`${name}, ratio (goal ${goal})`]: a / b }
    }
    const { bytes } = measured
    return {
      ...both('first row', '0.25', ({ firstRow }) => firstRow),
      ...both('main thread blocked', '0.10', ({ blocked }) => blocked),
      ...both('last key to rows', '0.30', ({ typing }) => typing),
      ...both('Enter to rows', '0.20', ({ enter }) => enter),
      'scripts, bytes gzip': bytes.ours,
      'scripts, react-admin, bytes gzip': bytes.theirs,
      'scripts, ratio (goal 0.60)': bytes.ours / bytes.theirs,
    }
  })
}
