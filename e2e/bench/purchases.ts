import type { Page } from '@playwright/test'
import { accounts, people } from '../../lib/sandbox/seed/seed'
import { type Figures, inBrowser, upstreamMs, withDesk } from './desk'
import { median } from './load'

/** Purchases on a slow machine: CPU ÷4, an upstream of 30 ms. 400 receipts are scrolled at full speed. */

const { customer_id } = people.eirik
/** Purchases are in view on the page of the record at once, while the rest of it loads, and in the drawer once they are jumped to. */
const page = `/${accounts.test}/customers/${customer_id}`
const drawer = `/${accounts.test}/customers?search=eirik&record=${customer_id}`
const rounds = 8
const scrolled = 180

/** Marks when the first rows of purchases are painted. */
function markPurchases(): void {
  const observer = new MutationObserver(() => {
    if (!document.querySelector('[data-section=purchases] table')) return
    observer.disconnect()
    requestAnimationFrame(() => setTimeout(() => performance.mark('purchases')))
  })
  observer.observe(document, { childList: true, subtree: true })
}

/** Milliseconds from the request for the first page of purchases until its rows are painted. */
async function firstPageMs(page: Page, path: string): Promise<number> {
  await page.goto(path)
  await page.locator('html[data-whole]').waitFor({ state: 'attached' })
  await page.keyboard.press('0')
  const painted = await page.waitForFunction(() => performance.getEntriesByName('purchases')[0]?.startTime)
  const requested = await page.evaluate(
    () => performance.getEntriesByType('resource').find(({ name }) => name.includes('/receipts'))?.startTime,
  )
  return Number(await painted.jsonValue()) - (requested ?? Number.NaN)
}

/** Milliseconds between two frames while 400 receipts are scrolled through, from the shortest to the longest. */
async function frameTimes(page: Page): Promise<number[]> {
  const purchases = page.getByRole('region', { name: 'Purchases' })
  for (const text of [/^125 purchases loaded/, /^225 purchases loaded/, /^325 purchases loaded/, /^400 purchases in/]) {
    await purchases.getByRole('button', { name: 'Show older' }).press('Enter')
    await purchases.getByText(text).waitFor()
  }
  const times = await page.evaluate(async (frames) => {
    const section = document.querySelector('[data-section=purchases]')
    let scroller = section?.parentElement ?? null
    while (scroller && scroller.scrollHeight <= scroller.clientHeight + 1) scroller = scroller.parentElement
    if (!scroller) throw new Error('Nothing scrolls')
    const step = (scroller.scrollHeight - scroller.clientHeight) / frames
    scroller.scrollTop = 0
    const all: number[] = []
    let before = await new Promise<number>(requestAnimationFrame)
    for (let at = 0; at < frames; at += 1) {
      scroller.scrollTop += step
      const now = await new Promise<number>(requestAnimationFrame)
      all.push(now - before)
      before = now
    }
    return all
  }, scrolled)
  return times.sort((a, b) => a - b)
}

export const benchPurchases = (): Promise<Figures> =>
  withDesk(upstreamMs, () =>
    inBrowser(async (newPage) => {
      const tab = await newPage()
      await tab.addInitScript(markPurchases)
      const cdp = await tab.context().newCDPSession(tab)
      const medianMs = async (path: string) => {
        await firstPageMs(tab, path)
        await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 })
        const times: number[] = []
        for (let round = 0; round < rounds; round += 1) times.push(await firstPageMs(tab, path))
        await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 })
        return median(times)
      }
      const [jumpedTo, withPage] = [await medianMs(drawer), await medianMs(page)]
      const frames = await frameTimes(tab)
      return {
        'first page of purchases, less its upstream call, ms (goal 60)': jumpedTo - upstreamMs,
        'the same while the page of the record loads, ms': withPage - upstreamMs,
        'frame while 400 receipts scroll, median, ms (60 a second: 16.7)': median(frames),
        'the longest frame but one in twenty, ms': frames[Math.floor(frames.length * 0.95)] ?? Number.NaN,
      }
    }),
  )
