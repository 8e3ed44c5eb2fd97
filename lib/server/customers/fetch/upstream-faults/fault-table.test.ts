import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { people } from '@/lib/sandbox/seed/seed'
import { startForTests } from '@/lib/sandbox/start-for-tests'
import {
  atDeadline,
  byKind,
  type Expected,
  everywhere,
  expectOutcome,
  fetchersOf,
  fine,
  invalid,
  kinds,
  outcomeOf,
  type Row,
  settings,
  type Target,
  unavailable,
} from '@/lib/server/customers/fetch/upstream-faults/fault-table-for-tests'
import { DinteroClient } from '@/lib/server/upstream/client'

/** What each fault of the sandbox becomes. The faults come over real HTTP. */

const upstream = vi.hoisted(() => ({ client: undefined as unknown }))
vi.mock('@/lib/server/upstream/client', async (original) => ({ ...(await original()), dintero: () => upstream.client }))

const nora = people.nora.customer_id
const fetchers = fetchersOf(nora)
/** A part of the path and query of each target's calls. */
const matches = {
  list: '/customers/users?',
  record: `/customers/users/${nora}`,
  total: '/customers/users?',
  token: '/auth/token',
} satisfies Record<Target, string>

const cutOff = everywhere(['upstream_invalid', 4])
const refusedToken: Expected = ['upstream_unauthorized', 1]

/** Fetches once with a new client, and gives the outcome. */
function outcomeAt(url: string, target: Target) {
  upstream.client = new DinteroClient({ baseUrl: url, settings })
  return outcomeOf(fetchers[target]())
}

describe('a fault of the sandbox', () => {
  let sandbox: Awaited<ReturnType<typeof startForTests>>
  beforeAll(async () => {
    sandbox = await startForTests()
  })
  afterAll(() => sandbox.stop())

  const rows: [string, object, Row][] = [
    ['500', { kind: 'status', status: 500 }, unavailable],
    ['502', { kind: 'status', status: 502 }, unavailable],
    ['503', { kind: 'status', status: 503 }, unavailable],
    ['504', { kind: 'status', status: 504 }, unavailable],
    ['408', { kind: 'status', status: 408 }, unavailable],
    ['503 for a time', { kind: 'status', status: 503, times: 2 }, everywhere(['ok', 3])],
    [
      '503 with Retry-After beyond the deadline',
      { kind: 'status', status: 503, headers: { 'retry-after': '30' } },
      everywhere(['upstream_unavailable', 1]),
    ],
    ['429', { kind: 'status', status: 429 }, everywhere(['upstream_rate_limited', 4])],
    [
      '429 with Retry-After beyond the deadline',
      { kind: 'status', status: 429, headers: { 'retry-after': '7' } },
      everywhere(['upstream_rate_limited', 1]),
    ],
    [
      '429 with Retry-After as a date',
      { kind: 'status', status: 429, headers: { 'retry-after': 'Fri, 01 Jan 2100 00:00:00 GMT' } },
      everywhere(['upstream_rate_limited', 1]),
    ],
    [
      '400',
      { kind: 'status', status: 400 },
      everywhere(['invalid_query', 1], { record: ['ok', 1], token: refusedToken }),
    ],
    ['401', { kind: 'status', status: 401 }, everywhere(['upstream_unauthorized', 2], { token: refusedToken })],
    ['403', { kind: 'status', status: 403 }, everywhere(['upstream_forbidden', 1], { token: refusedToken })],
    ['404', { kind: 'status', status: 404 }, everywhere(['not_found', 1], { record: ['ok', 1], token: refusedToken })],
    ['418', { kind: 'status', status: 418 }, invalid],
    ['204', { kind: 'status', status: 204 }, invalid],
    ['206', { kind: 'status', status: 206 }, invalid],
    ['304 to an unconditional request', { kind: 'status', status: 304 }, invalid],
    ['a redirect', { kind: 'status', status: 302, headers: { location: 'http://127.0.0.1:1/' } }, invalid],
    ['an answer that does not come', { kind: 'delay', ms: 5_000 }, atDeadline],
    ['an answer that comes late', { kind: 'delay', ms: 200 }, fine],
    ['a body that stalls', { kind: 'slow-body', ms: 8_000 }, atDeadline],
    ['a reset', { kind: 'reset' }, unavailable],
    ['a reset in the body', { kind: 'reset-body' }, cutOff],
    ['half an answer', { kind: 'truncated' }, cutOff],
    ['HTML', { kind: 'html' }, invalid],
    ["a gateway's page", { kind: 'html', status: 502 }, unavailable],
    ['another content type', { kind: 'content-type', value: 'text/plain' }, { ...invalid, token: ['ok', 1] }],
    ['a customer that breaks the contract', { kind: 'broken-customer' }, fine],
    ['a total that is not a number', { kind: 'bad-total', value: 'abc' }, fine],
    ['a negative total', { kind: 'bad-total', value: '-1' }, fine],
    ['a token that has expired', { kind: 'token-expired', times: 1 }, everywhere(['ok', 2], { token: ['ok', 1] })],
    [
      'a token service that is down',
      { kind: 'token-down' },
      everywhere(['ok', 1], { token: ['upstream_unavailable', 4] }),
    ],
    ['a clock five minutes ahead', { kind: 'clock', ms: 300_000 }, fine],
    ['a clock five minutes behind', { kind: 'clock', ms: -300_000 }, fine],
  ]

  it.each(byKind(rows))('$name: $target', async ({ target, fault, expected }) => {
    const match = matches[target]
    await sandbox.control('POST', '/faults', [{ match, ...(fault as object) }])
    await sandbox.control('DELETE', '/requests')
    const outcome = await outcomeAt(sandbox.url, target)
    const calls = (await sandbox.requests()).filter(({ path, query }) => `${path}?${query}`.includes(match))
    await sandbox.control('POST', '/faults', [])
    expectOutcome(expected, outcome, calls.length)
  })

  it('an answer without an end', async () => {
    for (const target of kinds) {
      await sandbox.control('POST', '/faults', [{ match: matches[target], kind: 'endless' }])
      const outcome = await outcomeAt(sandbox.url, target)
      await sandbox.control('POST', '/faults', [])
      // It exceeds either the size limit or the deadline, whichever comes first.
      expect(['upstream_invalid', 'upstream_unavailable']).toContain(outcome)
    }
  })
})
