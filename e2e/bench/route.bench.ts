import { accounts } from '../../lib/sandbox/seed'
import { test } from '../fixtures'
import { appUrl } from '../servers'
import { keepFigures, median } from './figures'
import { measureRate } from './load'

const rounds = 6
/** Enough that the upstream's 30 ms are not what is measured. */
const shared = { connections: 48, durationMs: 4_000, maxRequests: 20_000 }

test('route', async ({ context }) => {
  const cookies = await context.cookies(appUrl)
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const route = `http://127.0.0.1:${new URL(appUrl).port}/api/accounts/${accounts.test}/customers`
  const page = { ...shared, cookie, url: `${route}?limit=100`, status: 200 }
  // Refused after the session is read and before anything is asked upstream: a route that does nothing.
  const nothing = { ...shared, cookie, url: `${route}?limit=0`, status: 400 }
  for (const load of [page, nothing]) await measureRate({ ...load, durationMs: 2_000 })
  const rates: { page: number; nothing: number }[] = []
  for (let round = 0; round < rounds; round += 1)
    rates.push({ page: await measureRate(page), nothing: await measureRate(nothing) })
  const [ofPage, ofNothing] = [median(rates.map(({ page }) => page)), median(rates.map(({ nothing }) => nothing))]
  keepFigures('route', {
    'a page of 100, requests per second': Math.round(ofPage),
    'a route that does nothing, requests per second': Math.round(ofNothing),
    'ratio (at least 0.4)': median(rates.map(({ page, nothing }) => page / nothing)).toFixed(2),
    'under which': `${shared.connections} connections, upstream 30 ms, median of ${rounds} alternating runs`,
  })
})
