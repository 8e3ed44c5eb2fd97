import type { Page } from '@playwright/test'

declare global {
  interface Window {
    /** Resolves to the milliseconds that `keyMs` measures. */
    keyTime?: Promise<number>
  }
}

/** Milliseconds from the last key that `press` presses until a script is true of the page, and the frame after it. */
export async function keyMs(page: Page, press: () => Promise<void>, isDone: string): Promise<number> {
  await page.evaluate((script) => {
    const isReached = new Function(`return ${script}`)
    let keyMs: number | null = null
    document.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        keyMs = timeStamp
      },
      { capture: true },
    )
    window.keyTime = new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (keyMs === null || !isReached()) return
        observer.disconnect()
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - (keyMs ?? 0))))
      })
      observer.observe(document.body, { attributes: true, characterData: true, childList: true, subtree: true })
    })
  }, isDone)
  await press()
  return page.evaluate(() => window.keyTime ?? Number.NaN)
}
