import type { Page } from '@playwright/test'
import { accounts } from '../../lib/sandbox/seed/seed'
import { sandboxOrigin } from '../servers'
import { type Figures, inBrowser, upstreamMs, withDesk } from './desk'
import { median } from './load'

/** Opening records on a slow machine: CPU ÷4, an upstream of 30 ms. */

const list = `/${accounts.test}/customers`
const opened = 12
const leakRounds = 200

/** Milliseconds from a click on the name in a row until the drawer stands there, filled from the list. */
async function openMs(page: Page, at: number): Promise<number> {
  const ms = await page.evaluate(
    (index) =>
      new Promise<number>((resolve) => {
        const links = document.querySelectorAll<HTMLElement>('tr[data-customer] a')
        const link = links[index]
        const name = link?.textContent ?? ''
        let startMs = 0
        const observer = new MutationObserver(() => {
          const dialog = document.querySelector('main [role=dialog]')
          if (!dialog?.querySelector('h2')?.textContent?.includes(name) || !dialog.querySelector('dd')) return
          observer.disconnect()
          requestAnimationFrame(() => resolve(performance.now() - startMs))
        })
        observer.observe(document.body, { childList: true, subtree: true, characterData: true })
        startMs = performance.now()
        link?.click()
      }),
    at,
  )
  // It takes the focus once it takes keys.
  await page.locator('main [role=dialog]:focus').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('main [role=dialog]').waitFor({ state: 'detached' })
  return ms
}

type Seen = { path: string; query: string }

async function upstreamCalls(): Promise<Seen[]> {
  const seen = (await (await fetch(`${sandboxOrigin}/_sandbox/requests`)).json()) as Seen[]
  return seen.filter(({ path }) => !path.includes('/auth/'))
}

async function usedHeap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = (await session.send('Runtime.getHeapUsage')) as { usedSize: number }
  await session.detach()
  return usedSize
}

/** How much the heap grows, as a ratio, by opening and closing records: all have been open before. */
async function heapGrowth(page: Page): Promise<number> {
  const round = async (count: number) => {
    for (let at = 0; at < count; at += 1) {
      await page
        .locator('tr[data-customer] a')
        .nth(at % 25)
        .click({ position: { x: 3, y: 3 } })
      await page.locator('main [role=dialog]:focus dd').first().waitFor()
      await page.keyboard.press('Escape')
      await page.locator('main [role=dialog]').waitFor({ state: 'detached' })
    }
  }
  // Code is compiled and caches fill at first; what grows after that is a leak.
  await round(100)
  const before = await usedHeap(page)
  await round(leakRounds)
  return (await usedHeap(page)) / before
}

export async function benchRecord(): Promise<Figures> {
  return withDesk(upstreamMs, () =>
    inBrowser(async (newPage) => {
      const page = await newPage()
      await page.goto(list)
      await page.locator('html[data-ready]').waitFor()
      await page.waitForLoadState('networkidle')
      const cdp = await page.context().newCDPSession(page)
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 })
      const first = await openMs(page, 0)
      await fetch(`${sandboxOrigin}/_sandbox/requests`, { method: 'DELETE' })
      const times: number[] = []
      for (let at = 1; at <= opened; at += 1) times.push(await openMs(page, at))
      const calls = (await upstreamCalls()).length / opened
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 })
      return {
        'click to filled drawer, ms (goal 100)': median(times),
        'the first one, which loads the code of the drawer, ms': first,
        'upstream calls for one record': calls,
        [`heap after ${leakRounds} records, opened and closed / before (limit 1.1)`]: await heapGrowth(page),
      }
    }),
  )
}
