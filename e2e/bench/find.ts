import type { Page } from '@playwright/test'
import { noListFilters } from '../../lib/customers/filters/customer-query'
import { createVocabulary } from '../../lib/customers/search-text/create-vocabulary'
import { parseSearchText } from '../../lib/customers/search-text/parse'
import { printSearchText } from '../../lib/customers/search-text/print'
import { accounts } from '../../lib/sandbox/seed/seed'
import { appUrl } from '../servers'
import { type Figures, inBrowser, upstreamMs, withDesk } from './desk'
import { median } from './load'

/** Finding on a slow machine: CPU ÷4, an upstream of 30 ms. */

const list = `/${accounts.test}/customers`
const names =
  'kari nora ola berg hansen lie moen dahl anne per anders ingrid lars marit erik liv jan solveig bjørn astrid kristian silje magnus'.split(
    ' ',
  )
const api = `${appUrl}/api/accounts/${accounts.test}/customers`

const parses = 2_000
const text = `nord type:company tag:00000000-0000-4000-8000-000000000001 attr:"club"=gold attr:"newsletter" token:membership_card=2400000000214907 since:2026-01-01T00:00:00Z deleted:yes `

/** A signature as it is pasted, with one email among other words and digits. */
const signature =
  '„Med vennlig hilsen – Kari Nordmann (daglig leder)“ | Nordmann Rør & Varme AS, Damsgårdsveien 71, 5014 Bergen | Org.nr: 312 548 968 MVA | Åpent 08.00-16.00 | E-post: <mailto:kari.nordmann@example.no?subject=Hei%20der> | Kundenr. 20114 '

/** Milliseconds of one parse of a text of 300 characters, of one that is pasted, and of one print. */
function grammarMs(): { parse: number; paste: number; print: number } {
  const vocabulary = createVocabulary({
    tags: [],
    attributes: null,
    phoneCountries: ['NO', 'SE', 'DK', 'FI'],
    zone: 'Europe/Oslo',
    locale: 'en',
    now: new Date(),
  })
  const long = text.padEnd(300, 'fjord ').slice(0, 300)
  const time = (run: () => unknown) => {
    for (let warm = 0; warm < 200; warm++) run()
    const startMs = performance.now()
    for (let at = 0; at < parses; at++) run()
    return (performance.now() - startMs) / parses
  }
  const pasted = signature.padEnd(300, 'fjord ').slice(0, 300)
  const { parsed } = parseSearchText(long, vocabulary)
  return {
    parse: time(() => parseSearchText(long, vocabulary)),
    paste: time(() => parseSearchText(pasted, vocabulary)),
    print: time(() => printSearchText({ ...noListFilters, ...parsed.filters }, vocabulary)),
  }
}

/** How long after Enter the rows of another search stand there, and after a key the old ones are dimmed. */
async function searchMs(page: Page, search: string): Promise<{ rows: number; dimmed: number; bare: number }> {
  const box = page.getByRole('combobox', { name: /^Search/ })
  await box.fill(search)
  const times = await page.evaluate(
    () =>
      new Promise<{ rows: number; dimmed: number }>((resolve) => {
        const table = document.querySelector('table')
        let startMs = 0
        let dimmed = Number.NaN
        new MutationObserver((_, observer) => {
          const isBusy = table?.ariaBusy === 'true'
          if (isBusy && Number.isNaN(dimmed)) dimmed = performance.now() - startMs
          if (isBusy || Number.isNaN(dimmed)) return
          observer.disconnect()
          requestAnimationFrame(() => resolve({ rows: performance.now() - startMs, dimmed }))
        }).observe(table ?? document, { attributes: true, attributeFilter: ['aria-busy'] })
        const form = document.querySelector('search form')
        startMs = performance.now()
        if (form instanceof HTMLFormElement) form.requestSubmit()
      }),
  )
  const bare = await page.evaluate(async (address) => {
    const startMs = performance.now()
    await (await fetch(address)).text()
    return performance.now() - startMs
  }, `${api}?search=${search}`)
  return { ...times, bare }
}

/**
 * What the browser alone needs for style and layout of a page of rows: the texts of all cells change places, and turn
 * from pale to dark. No program of ours takes part.
 */
function layoutMs(page: Page): Promise<number> {
  return page.evaluate(() => {
    const table = document.querySelector('table')
    const cells = [...document.querySelectorAll('tbody :is(td, th)')]
    const walkers = cells.map((cell) => document.createTreeWalker(cell, NodeFilter.SHOW_TEXT))
    const texts = walkers.flatMap((walker) => (walker.nextNode() instanceof Text ? [walker.currentNode as Text] : []))
    table?.setAttribute('data-stale', '')
    table?.getBoundingClientRect()
    const values = texts.map(({ data }) => data)
    for (const [at, text] of texts.entries()) text.data = `${values.at(at - 1)} `
    table?.removeAttribute('data-stale')
    const startMs = performance.now()
    table?.getBoundingClientRect()
    return performance.now() - startMs
  })
}

export async function benchFind(): Promise<Figures> {
  const { parse, paste, print } = grammarMs()
  const measured = await withDesk(upstreamMs, () =>
    inBrowser(async (newPage) => {
      const page = await newPage()
      await page.goto(list)
      await page.locator('html[data-ready]').waitFor()
      await page.getByRole('combobox', { name: /^Search/ }).focus()
      // Components preloaded when idle are loaded, and are not measured with the first searches.
      await page.locator('html[data-whole]').waitFor()
      const cdp = await page.context().newCDPSession(page)
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 })
      const runs = []
      for (const name of names) runs.push(await searchMs(page, name))
      const layouts = []
      for (const _ of names) layouts.push(await layoutMs(page))
      return { runs, layouts }
    }),
  )
  // The first one loads what is loaded once.
  const runs = measured.runs.slice(1)
  return {
    'Enter to dimmed rows, ms (one frame is 16.7)': median(runs.map(({ dimmed }) => dimmed)),
    'Enter to new rows, ms': median(runs.map(({ rows }) => rows)),
    'the same call alone, in the same page, ms': median(runs.map(({ bare }) => bare)),
    'rows less the call, ms (goal 120)': median(runs.map(({ rows, bare }) => rows - bare)),
    'of that, style and layout of the rows by the browser alone, ms': median(measured.layouts),
    'rows / call': median(runs.map(({ rows, bare }) => rows / bare)),
    'parse of 300 characters, ms (goal 0.2)': parse,
    'print of the same, ms': print,
    'parse of 300 pasted characters, ms (goal 0.3)': paste,
  }
}
