import type { Page } from '@playwright/test'
import { expect, expectAccessibleInBoth } from '../fixtures'

/** Checks a screen in both themes, wide and narrow, for accessibility and for horizontal overflow. */
export async function expectLook(page: Page): Promise<void> {
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height })
    await expectAccessibleInBoth(page)
  }
  const size = () => page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight])
  for (const width of [360, 390, 720, 721, 1024, 1440, 2560]) {
    await page.setViewportSize({ width, height: 800 })
    // The parts of an account's screens scroll, and the page around them never does.
    const hasFrame = await page.getByRole('banner').isVisible()
    await expect.poll(size).toEqual([width, hasFrame ? 800 : expect.any(Number)])
  }
  // 400 % of 1280×1024 (WCAG 1.4.10): nothing is cut off at the side, and no part scrolls by itself within the page.
  await page.setViewportSize({ width: 320, height: 256 })
  await expect.poll(size).toEqual([320, expect.any(Number)])
  expect(await page.evaluate(findInnerScrollers)).toEqual([])
}

/** What scrolls up and down within the page. An open record is a page of its own above the list. */
function findInnerScrollers(): string[] {
  const isScroller = (element: Element) =>
    element.scrollHeight > element.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(element).overflowY)
  return [...document.querySelectorAll('body *:not([role=dialog])')]
    .filter(isScroller)
    .map(({ className }) => className)
}
