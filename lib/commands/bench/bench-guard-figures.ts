import { noFilters } from '../../customers/filters/customer-query'
import { listEndpoint } from '../../server/customers/endpoints'
import { toParameters } from '../../server/customers/to-parameters'
import { DinteroClient } from '../../server/upstream/client'
import { fetchToken } from '../../server/upstream/fetch-token'
import { wirePage } from '../../server/upstream/schemas'
import { usualUpstreamSettings as settings } from '../../server/upstream/settings'
import { send } from '../../server/upstream/transport'
import { upstreamUrl } from '../../server/upstream/upstream-url'

/**
 * Measures the CPU time that the guard of a call (queue, circuit breaker, retries, metrics, log) costs: it alternates
 * between the client and the bare transport with the same parsing. `bench-guard-figures <upstream> <account> <client>
 * <secret>` prints JSON.
 */

const rounds = 40
const callsARound = 200
const together = 8

const [baseUrl = '', id = '', client_id = '', client_secret = ''] = process.argv.slice(2)
const account = { id, name: 'Bench', client_id, client_secret }
const parameters = toParameters({ ...noFilters, limit: 25, starting_after: null, by_word: null })
const request = { ...listEndpoint, query: parameters, schema: wirePage }
const client = new DinteroClient({ baseUrl, settings })
const fetched = await fetchToken(baseUrl, account, settings)
if (!fetched.ok) throw new Error('The bench got no token')
const headers = { accept: 'application/json', authorization: `Bearer ${fetched.token}` }

const guarded = async () => {
  const answer = await client.get({ account, viewer: { email: 'a@example.com' } }, request)
  if (!answer.ok) throw new Error(answer.failure.kind)
}
const bare = async () => {
  const url = upstreamUrl(baseUrl, id, request)
  if (!url) throw new Error('The bench has no URL')
  const { text } = await send(url, { method: 'GET', headers, ...settings })
  wirePage.parse(JSON.parse(text))
}

/** The CPU time of one call, in microseconds. */
async function cost(call: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage()
  await Promise.all(
    Array.from({ length: together }, async () => {
      for (let at = 0; at < callsARound / together; at += 1) await call()
    }),
  )
  const { user, system } = process.cpuUsage(before)
  return (user + system) / callsARound
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

for (const call of [bare, guarded, bare, guarded]) await cost(call)
const guards: number[] = []
const noise: number[] = []
const costs: number[] = []
for (let round = 0; round < rounds; round += 1) {
  // The bare transport is measured before and after the client, so that a drift cancels out.
  const [first, between, last] = [await cost(bare), await cost(guarded), await cost(bare)]
  guards.push(between - (first + last) / 2)
  noise.push(Math.abs(first - last))
  costs.push(first)
}
process.stderr.write(JSON.stringify({ bareUs: median(costs), guardUs: median(guards), noiseUs: median(noise) }))
