import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'

declare global {
  interface Window {
    /** How far each shift of the layout moved things; kept by the measuring below. */
    layoutShifts?: number[]
  }
}

export type FirstLoad = { scripts: { name: string; bytes: number }[]; totalBytes: number; layoutShift: number }

/**
 * The scripts that a page requests before its load event, in bytes gzip, and the layout shift (CLS). The page has what
 * `ready` selects once it is ready.
 */
export async function measureFirstLoad(page: Page, path: string, ready = 'html[data-ready]'): Promise<FirstLoad> {
  const bodies: Promise<{ name: string; bytes: number }>[] = []
  let isLoaded = false
  page.once('load', () => {
    isLoaded = true
  })
  // Scripts requested before the event count, even if they arrive after it.
  page.on('request', (request) => {
    if (isLoaded || request.resourceType() !== 'script') return
    const name = new URL(request.url()).pathname.split('/').at(-1) ?? ''
    const body = request.response().then((response) => response?.body() ?? Buffer.alloc(0))
    bodies.push(body.then((content) => ({ name, bytes: gzipSync(content).length })))
  })
  await page.addInitScript(() => {
    const shifts: number[] = []
    window.layoutShifts = shifts
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) shifts.push(entry.value)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto(path, { waitUntil: 'load' })
  await page.locator(ready).first().waitFor()
  // What comes after the load event (the total, the idle scripts) may still move things.
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))))
  const scripts = (await Promise.all(bodies)).sort((a, b) => b.bytes - a.bytes)
  const layoutShift = await page.evaluate(() => (window.layoutShifts ?? []).reduce((sum, shift) => sum + shift, 0))
  return { scripts, totalBytes: scripts.reduce((sum, { bytes }) => sum + bytes, 0), layoutShift }
}
