import type { Browser, BrowserContext, Page } from '@playwright/test'
import { accounts } from '../../lib/sandbox/seed'
import { test } from '../fixtures'
import { sandbox } from '../sandbox'
import { appUrl } from '../servers'
import { keepFigures, median } from './figures'

const list = `/${accounts.test}/customers`
const runs = 9
const slowness = 4
const roundTripMs = 40
const bytesPerSecond = 10_000_000 / 8

type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>
type Instants = { firstByteMs: number; firstRowMs: number; readyMs: number; loadMs: number }

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowness })
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: roundTripMs,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  })
}

/** Notes the first frame that holds a row, and the one that holds a page that takes keys. */
function noteFrames(): void {
  const seen: Record<string, number> = {}
  Object.assign(window, { seen })
  const look = () => {
    if (document.querySelector('tbody tr[data-customer]')) seen.row ??= performance.now()
    if (document.querySelector('html[data-ready]')) seen.ready ??= performance.now()
    if (seen.ready === undefined || seen.row === undefined) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

async function visit(browser: Browser, storageState: StorageState): Promise<Instants> {
  // A context of its own: nothing is cached.
  const context = await browser.newContext({ storageState, baseURL: appUrl })
  const page = await context.newPage()
  await slowDown(page)
  await page.addInitScript(noteFrames)
  await page.goto(list, { waitUntil: 'load' })
  await page.locator('html[data-ready]').waitFor()
  await page.waitForFunction(() => (window as unknown as { seen: { ready?: number } }).seen.ready !== undefined)
  const instants = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    const { seen } = window as unknown as { seen: { row: number; ready: number } }
    return {
      firstByteMs: navigation?.responseStart ?? 0,
      firstRowMs: seen.row,
      readyMs: seen.ready,
      loadMs: navigation?.loadEventEnd ?? 0,
    }
  })
  await context.close()
  return instants
}

test('page', async ({ browser, context, request }) => {
  await request.get(list)
  await sandbox.forget()
  await request.get(list)
  const calls = (await sandbox.requests()).length
  const state = await context.storageState()
  const visits: Instants[] = []
  for (let run = 0; run <= runs; run += 1) visits.push(await visit(browser, state))
  // The first visit warms what a server that runs has warm.
  const of = (name: keyof Instants) => Math.round(median(visits.slice(1).map((instants) => instants[name])))
  keepFigures('page', {
    'first byte, ms': of('firstByteMs'),
    'first row visible, ms': of('firstRowMs'),
    'load, ms': of('loadMs'),
    'takes keys, ms': of('readyMs'),
    'upstream calls for the first HTML (1)': calls,
    'under which': `CPU ÷${slowness}, 10 Mbit/s, ${roundTripMs} ms, upstream 30 ms, median of ${runs}`,
  })
})
