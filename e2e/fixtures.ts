import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type BrowserContext, test as base, expect, type Page, request } from '@playwright/test'
import type axe from 'axe-core'
import { amounts } from './nightly/amounts'
import { appUrl, sessionSecret } from './servers'
import { letHaveSearched } from './sessions'

declare global {
  interface Window {
    axe?: typeof axe
  }
}

export type RoleName = 'viewer' | 'agent' | 'auditor' | 'admin'
export type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>

/** Signs in over HTTP, exactly as the browser does. */
export async function signInOverHttp(email: string, password = 'demo', baseURL = appUrl): Promise<StorageState> {
  const context = await request.newContext({ baseURL })
  const { csrfToken } = (await (await context.get('/api/auth/csrf')).json()) as { csrfToken: string }
  await context.post('/api/auth/callback/demo', { form: { csrfToken, email, password, json: 'true' } })
  const state = await context.storageState()
  await context.dispose()
  return state
}

type Watch = {
  /** Messages that a test expects on the console: a failed call is one, by the browser's own habit. */
  expectOnConsole: (pattern: RegExp) => void
  expected: readonly RegExp[]
}

type Options = { role: RoleName | null }
type WorkerFixtures = { states: (role: RoleName) => Promise<StorageState> }

const secrets = [/sandbox-secret/, new RegExp(sessionSecret), /"iss"\s*:\s*"[^"]*sandbox/]
/** The payload of a token that the upstream signed, wherever one is. */
const upstreamToken = /eyJ[\w-]+\.(eyJ[\w-]+)\.[\w-]+/g

/** Fails where a text holds a secret of the server or a token of the upstream (security: line 1). */
export function expectNoSecrets(text: string, where: string): void {
  for (const secret of secrets) expect(secret.test(text), `${where} holds ${secret}`).toBe(false)
  for (const [, payload = ''] of text.matchAll(upstreamToken)) {
    const claims = Buffer.from(payload, 'base64url').toString()
    expect(claims.includes('/accounts/'), `${where} holds a token of the upstream`).toBe(false)
  }
}

/**
 * Each key is pressed two frames after what came before it, as by a person who sees what a key has done: by then a dialog
 * that was told to close has closed, and a timer of no time that moves the focus has moved it.
 */
function pressAsPeopleDo(page: Page): void {
  const press = page.keyboard.press.bind(page.keyboard)
  page.keyboard.press = async (...key) => {
    // It waits by Playwright's own frames, which go on where a test has stopped the clock of the page.
    const root = await page.waitForSelector('html', { state: 'attached' })
    await root.waitForElementState('stable')
    await press(...key)
  }
}

const readFiles = new Set<string>()

/** Whether a built file was read before: its name changes with what it holds, so once is enough. */
function isRead(url: string): boolean {
  if (!new URL(url).pathname.startsWith('/_next/static/')) return false
  const isKnown = readFiles.has(url)
  readFiles.add(url)
  return isKnown
}

/**
 * A browser context with a guard: no console error, no violation of the policy, no other origin, no secret in any answer.
 * Tests of the API alone start none.
 */
export const test = base.extend<Options & { watch: Watch }, WorkerFixtures>({
  role: ['agent', { option: true }],

  states: [
    async ({ browserName: _ }, use) => {
      const kept = new Map<RoleName, Promise<StorageState>>()
      await use((role) => {
        const email = `${role}@example.com`
        const state = kept.get(role) ?? letHaveSearched(email).then(() => signInOverHttp(email))
        kept.set(role, state)
        return state
      })
    },
    { scope: 'worker' },
  ],

  storageState: async ({ role, states }, use) => {
    await use(role === null ? { cookies: [], origins: [] } : await states(role))
  },

  /** Calls past the browser are searched for secrets as well. */
  request: async ({ request }, use) => {
    const fetch = request.fetch.bind(request)
    request.fetch = async (...call) => {
      const response = await fetch(...call)
      expectNoSecrets(`${JSON.stringify(response.headers())} ${await response.text()}`, response.url())
      return response
    }
    await use(request)
  },

  watch: async ({ browserName: _ }, use) => {
    const expected: RegExp[] = []
    await use({ expected, expectOnConsole: (pattern) => expected.push(pattern) })
  },

  context: async ({ context, baseURL, watch }, use) => {
    const problems: string[] = []
    const bodies: Promise<void>[] = []
    // Chromium reports most violations on the console, but not those that a script caught.
    await context.addInitScript(() =>
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        console.error(`policy: ${violatedDirective} ${blockedURI}`),
      ),
    )
    context.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()))
        problems.push(`console: ${message.text()} ${message.location().url}`)
    })
    context.on('page', pressAsPeopleDo)
    context.on('weberror', (error) => problems.push(`page: ${error.error().message}`))
    context.on('request', (sent) => {
      const url = new URL(sent.url())
      if (url.protocol.startsWith('http') && url.origin !== baseURL) problems.push(`another origin: ${url.origin}`)
    })
    context.on('response', (response) => {
      // A stream has no end to wait for; unit tests read what it says.
      if (isRead(response.url()) || response.headers()['content-type'] === 'text/event-stream') return
      const read = response.text().then(
        (text) => expectNoSecrets(text, response.url()),
        // Redirects and answers to a page that has gone have no body.
        () => {},
      )
      bodies.push(read.catch((error: Error) => void problems.push(error.message)))
    })
    await use(context)
    await Promise.all(bodies)
    expect(problems.filter((problem) => !watch.expected.some((pattern) => pattern.test(problem)))).toEqual([])
  },

  page: async ({ page }, use) => {
    await use(page)
    // The page still loads parts of itself; what a test answers in their place would fail as the test ends.
    if (!page.isClosed()) await page.unrouteAll({ behavior: 'ignoreErrors' })
  },
})

export { expect }

/** Opens a URL and waits until the page handles keys. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.locator('html[data-ready]').waitFor()
}

/** Reloads the page and waits until it handles keys. */
export async function reload(page: Page): Promise<void> {
  await page.reload()
  await page.locator('html[data-ready]').waitFor()
}

/** The search box. */
export const searchBox = (page: Page) => page.getByRole('combobox', { name: /^(Search|Søk)/ })

/** Half as long as the text that the package itself hands out, which every page would have to take in. */
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Further rows are built as those before them, and take axe most of its time. Nightly runs look at every row. */
const alikeRows = amounts.everyForm ? [] : [['tbody > tr:nth-child(n + 11)']]

/**
 * No violation of any axe rule, best practices included; or of those named alone. The page keeps axe for the next time, and
 * returns violations alone: to describe the elements that passed, and to send them here, takes as long as the rules.
 */
export async function expectAccessible(page: Page, ...rules: string[]): Promise<void> {
  if (await page.evaluate(() => window.axe === undefined)) await page.evaluate(axeSource)
  const found = await page.evaluate(
    async ({ values, exclude }) => {
      // A colour on its way to another one is none that anybody reads.
      const moving = document.getAnimations().filter(({ playState, effect }) => {
        return playState === 'running' && Number.isFinite(effect?.getComputedTiming().endTime)
      })
      await Promise.allSettled(moving.map(({ finished }) => finished))
      const chosen = values.length > 0 ? { runOnly: { type: 'rule', values } as const } : {}
      const results = await window.axe?.run({ exclude }, { resultTypes: ['violations'], ...chosen })
      return results?.violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`,
      )
    },
    { values: rules, exclude: alikeRows },
  )
  expect(found).toEqual([])
}

/** No violation of any axe rule in either theme. Light and dark differ only in colours. */
export async function expectAccessibleInBoth(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await expectAccessible(page, 'color-contrast')
}

/** Lists deleted customers among the others, by the facet of the filter bar. */
export async function includeDeleted(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Deleted', exact: true }).click()
  await page.getByRole('menuitemradio', { name: 'Included' }).click()
}

/** The `customer_id` of each row, in order. */
export const shownIds = (page: Page) =>
  page.locator('tr[data-customer]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-customer')))

/** The rows on the screen are those of the sandbox, in its order. */
export async function expectRows(page: Page, rows: readonly { customer_id: string }[]): Promise<void> {
  await expect.poll(() => shownIds(page)).toEqual(rows.map(({ customer_id }) => customer_id))
  await expect(page.getByRole('table', { name: 'Customers' })).toHaveAttribute('aria-busy', 'false')
}

/** Waits until a page has all its parts: from then on it asks for nothing but answers. */
export const whole = (page: Page) => page.locator('html[data-whole]').waitFor({ state: 'attached' })
