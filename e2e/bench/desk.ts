import { type ChildProcess, spawn } from 'node:child_process'
import { gzipSync } from 'node:zlib'
import { chromium, type Page, request } from '@playwright/test'
import { accounts } from '../../lib/sandbox/seed/seed'
import {
  appEnvironment,
  appUrl,
  chromiumArgs,
  databaseFlags,
  sandboxCustomers,
  sandboxFlags,
  sandboxOrigin,
} from '../servers'
import { measureFirstLoad } from './first-load'
import { load, median } from './load'
import { signedInPeople } from './people'

/** Benchmarks of the app: the production build on the sandbox, both started here. Times are for their ratios in one run. */

const list = `/${accounts.test}/customers`
const api = `${appUrl}/api/accounts/${accounts.test}/customers`
export type Figures = Record<string, number>

/** Resolves once a URL answers. */
export async function answers(url: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if ((await fetch(url).catch(() => null))?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`${url} does not answer`)
}

/** Starts a program of Node's, whose words are not shown. */
export function start(args: string[], env: NodeJS.ProcessEnv = process.env): ChildProcess {
  return spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
}

/** Starts PostgreSQL; resolves once its tables are there. */
function startDatabase(): Promise<ChildProcess> {
  const command = ['--import', 'tsx', '--conditions=react-server', 'lib/commands/database.ts']
  const child = spawn(process.execPath, [...command, ...databaseFlags.split(' ')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (said: Buffer) => said.includes('database ready') && resolve(child))
    child.once('exit', () => reject(new Error('PostgreSQL does not start')))
  })
}

/** Requests the end of a program; resolves once it has ended. */
export const stopped = (server: ChildProcess): Promise<unknown> =>
  new Promise((resolve) => server.once('exit', resolve) && server.kill('SIGTERM'))

/** Runs `measure` on a sandbox of so many customers that answers after `latencyMs`, PostgreSQL, and the app on both, its settings changed so. */
export async function withDesk<T>(
  latencyMs: number,
  measure: () => Promise<T>,
  change: Record<string, string | undefined> = {},
  customers = sandboxCustomers,
): Promise<T> {
  const flags = sandboxFlags
    .replace(`--customers ${sandboxCustomers}`, `--customers ${customers}`)
    .replace(/\.db$/, `-${customers}.db`)
  const servers = [
    await startDatabase(),
    start(['--import', 'tsx', 'lib/commands/sandbox.ts', ...flags.split(' '), '--latency', String(latencyMs)]),
    start(['.next/standalone/server.js'], { ...process.env, ...appEnvironment, ...change } as NodeJS.ProcessEnv),
  ]
  try {
    await answers(`${sandboxOrigin}/_sandbox/requests`)
    await answers(`${appUrl}/api/health/live`)
    return await measure()
  } finally {
    await Promise.all(servers.map(stopped))
  }
}

/** The cookies of the agent. */
export async function signedIn() {
  const context = await request.newContext({ baseURL: appUrl })
  const { csrfToken } = (await (await context.get('/api/auth/csrf')).json()) as { csrfToken: string }
  await context.post('/api/auth/callback/demo', {
    form: { csrfToken, email: 'agent@example.com', password: 'demo', json: 'true' },
  })
  const state = await context.storageState()
  await context.dispose()
  return state
}

const seconds = 4
const rounds = 3

/** A page of 100 against a no-op behind the same sign-in: refused after the session check, before any call upstream. */
export async function benchRoute(): Promise<Figures> {
  return withDesk(0, async () => {
    const people = await signedInPeople(60)
    const page = () => load(`${api}?limit=100`, people, { seconds, status: 200 })
    const noop = () => load(`${api}?limit=0`, people, { seconds, status: 400 })
    await page()
    await noop()
    const pairs = []
    for (let round = 0; round < rounds; round += 1) pairs.push({ page: await page(), noop: await noop() })
    return {
      'page of 100, requests/s': median(pairs.map((pair) => pair.page.perSecond)),
      'page of 100, p95 ms': median(pairs.map((pair) => pair.page.p95Ms)),
      'no-op, requests/s': median(pairs.map((pair) => pair.noop.perSecond)),
      'page / no-op (goal 0.4)': median(pairs.map((pair) => pair.page.perSecond / pair.noop.perSecond)),
    }
  })
}

const network = {
  offline: false,
  latency: 40,
  downloadThroughput: (10 * 1_000_000) / 8,
  uploadThroughput: (10 * 1_000_000) / 8,
}

/** Makes a page as slow as on the laptop that support has: CPU ÷4, 10 Mbit/s, 40 ms. */
export async function slowDown(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Network.enable')
  await cdp.send('Network.emulateNetworkConditions', network)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 })
}

const loads = 5
export const upstreamMs = 30

export async function inBrowser<T>(measure: (newPage: () => Promise<Page>) => Promise<T>): Promise<T> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH,
    args: chromiumArgs,
  })
  const storageState = await signedIn()
  try {
    return await measure(async () =>
      (await browser.newContext({ baseURL: appUrl, storageState, viewport: { width: 1440, height: 900 } })).newPage(),
    )
  } finally {
    await browser.close()
  }
}

/** The scripts before the load event by chunk, and how far anything moves. */
export async function benchScripts(): Promise<Figures> {
  return withDesk(upstreamMs, () =>
    inBrowser(async (newPage) => {
      const { scripts, totalBytes, layoutShift } = await measureFirstLoad(await newPage(), list)
      const byChunk = Object.fromEntries(scripts.map(({ name, bytes }) => [`${name}, bytes gzip`, bytes]))
      return {
        ...byChunk,
        'scripts before load, bytes gzip (limit 200000)': totalBytes,
        'layout shift (limit 0.01)': layoutShift,
      }
    }),
  )
}

/** Loads the list so many times on a slow machine, each time anew; the first load warms the servers and does not count. */
async function loadsOf(path: string, newPage: () => Promise<Page>) {
  const runs: { firstByte: number; firstRow: number; load: number; ready: number }[] = []
  for (let run = 0; run <= loads; run += 1) {
    const page = await newPage()
    await slowDown(page)
    await page.addInitScript(() => {
      const seen = new MutationObserver(() => {
        if (!document.querySelector('tbody tr')) return
        seen.disconnect()
        requestAnimationFrame(() => performance.mark('first-row'))
      })
      seen.observe(document, { childList: true, subtree: true })
    })
    await page.goto(path, { waitUntil: 'load' })
    await page.locator('html[data-ready]').waitFor()
    const times = await page.evaluate(() => {
      const navigation = performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming
      return {
        firstByte: navigation.responseStart,
        firstRow: performance.getEntriesByName('first-row')[0]?.startTime ?? Number.NaN,
        load: navigation.loadEventEnd,
        ready: performance.now(),
      }
    })
    if (run > 0) runs.push(times)
    await page.context().close()
  }
  return runs
}

/** The list on a slow machine: CPU ÷4, 10 Mbit/s, 40 ms, an upstream of 30 ms; medians of fresh loads. */
export async function benchPage(): Promise<Figures> {
  return withDesk(upstreamMs, () =>
    inBrowser(async (newPage) => {
      const runs = await loadsOf(list, newPage)
      const ofHundred = await loadsOf(`${list}?limit=100`, newPage)
      await fetch(`${sandboxOrigin}/_sandbox/requests`, { method: 'DELETE' })
      const context = await request.newContext({ baseURL: appUrl, storageState: await signedIn() })
      await context.get(list)
      const calls = (await (await fetch(`${sandboxOrigin}/_sandbox/requests`)).json()) as unknown[]
      const html = await (await context.get(`${list}?limit=100`)).body()
      await context.dispose()
      return {
        'first byte, ms': median(runs.map(({ firstByte }) => firstByte)),
        'first row, ms': median(runs.map(({ firstRow }) => firstRow)),
        'load event, ms': median(runs.map((run) => run.load)),
        'takes keys, ms (goal 1200)': median(runs.map(({ ready }) => ready)),
        'takes keys with 100 rows, ms (goal 1500)': median(ofHundred.map(({ ready }) => ready)),
        'HTML of 100 rows, kB (goal 160)': html.length / 1_000,
        'HTML of 100 rows, kB gzip (goal 30)': gzipSync(html).length / 1_000,
        'upstream calls for the first HTML (goal 1)': calls.length,
      }
    }),
  )
}
