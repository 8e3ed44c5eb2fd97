import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { people } from '@/lib/sandbox/seed/seed'
import { startForTests } from '@/lib/sandbox/start-for-tests'
import { metrics } from '@/lib/server/metrics'
import { type Caller, DinteroClient } from '@/lib/server/upstream/client'
import type { UpstreamSettings } from '@/lib/server/upstream/settings'
import { settingsForTests } from '@/lib/server/upstream/settings-for-tests'

const account = { id: 'T12345678', name: 'Test', client_id: 'sandbox-client', client_secret: 'sandbox-secret' }
const caller: Caller = { account, viewer: { email: 'a@example.no' } }
const anything = z.unknown()
const users = ['customers', 'users']
const list = { endpoint: 'list', scope: 'read:customers', path: users, schema: anything }

describe('over real HTTP', () => {
  let sandbox: Awaited<ReturnType<typeof startForTests>>
  const makeClient = (change: Partial<UpstreamSettings> = {}) =>
    new DinteroClient({ baseUrl: sandbox.url, settings: settingsForTests(change) })
  const faults = (list: object[]) => sandbox.control('POST', '/faults', list)
  const seen = async () => {
    const { body } = await sandbox.control('GET', '/requests')
    return z.array(z.object({ method: z.string(), path: z.string(), status: z.number().nullable() })).parse(body)
  }

  beforeAll(async () => {
    sandbox = await startForTests()
  })
  afterEach(async () => {
    vi.restoreAllMocks()
    await faults([])
    await sandbox.control('DELETE', '/requests')
  })
  afterAll(() => sandbox.close())

  it('fetches a token once for many calls', async () => {
    const client = makeClient()
    const one = await client.get(caller, {
      ...list,
      path: [...users, people.nora.customer_id],
      schema: z.object({ first_name: z.string() }),
    })
    expect(one).toMatchObject({ ok: true, data: { first_name: 'Nora' } })
    await Promise.all(Array.from({ length: 10 }, () => client.get(caller, list)))
    expect((await seen()).filter(({ method }) => method === 'POST')).toHaveLength(1)
  })

  it('requests one token at a time, however many calls wait for it', async () => {
    const client = makeClient()
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => client.get(caller, { ...list, query: { limit: '1' } })),
    )
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect((await seen()).filter(({ path }) => path.endsWith('/auth/token'))).toHaveLength(1)
  })

  it('gets a new token when the old one is refused, and no third one', async () => {
    const client = makeClient()
    await client.get(caller, list)
    await sandbox.control('DELETE', '/requests')
    await faults([{ match: '/customers/users', kind: 'status', status: 401 }])
    for (let call = 0; call < 2; call++)
      expect(await client.get(caller, list)).toEqual({ ok: false, failure: { kind: 'unauthorized' } })
    expect((await seen()).map(({ method }) => method)).toEqual(['GET', 'POST', 'GET', 'GET'])
    await faults([])
    expect((await client.get(caller, list)).ok).toBe(true)
  })

  it('works while the clock of Dintero is minutes off', async () => {
    for (const ms of [-300_000, 300_000]) {
      const client = makeClient()
      await faults([{ match: '', kind: 'clock', ms }])
      expect((await client.get(caller, list)).ok).toBe(true)
      // The clock is corrected while the token is stored.
      await faults([])
      expect((await client.get(caller, list)).ok).toBe(true)
    }
  })

  it('replaces a refused token once for all waiting calls', async () => {
    const client = makeClient()
    await client.get(caller, list)
    await sandbox.control('DELETE', '/requests')
    await faults([{ match: '/customers/users', kind: 'token-expired', times: 1 }])
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => client.get(caller, { ...list, query: { limit: '1' } })),
    )
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect((await seen()).filter(({ method }) => method === 'POST')).toHaveLength(1)
  })

  it('retries a call that failed for a moment', async () => {
    const client = makeClient()
    await client.get(caller, list)
    for (const fault of [{ kind: 'status', status: 503 }, { kind: 'status', status: 408 }, { kind: 'reset-body' }]) {
      await sandbox.control('DELETE', '/requests')
      await faults([{ match: '/customers/users', ...fault, times: 2 }])
      expect((await client.get(caller, list)).ok).toBe(true)
      expect((await seen()).filter(({ method }) => method === 'GET')).toHaveLength(3)
    }
  })

  it('has one deadline for all calls that serve one request', async () => {
    // Every other limit is beyond the delay, so that only the deadline of the request can end the calls.
    const client = makeClient({ timeoutMs: 20_000, firstByteMs: 20_000, hedgeMs: 20_000 })
    await client.isReady(account)
    await faults([{ match: '/customers/users', kind: 'delay', ms: 5_000 }])
    const withDeadline = { ...caller, request: { id: 'r', deadlineAt: performance.now() + 300 } }
    for (let call = 0; call < 3; call++)
      expect(await client.get(withDeadline, list)).toEqual({ ok: false, failure: { kind: 'unavailable' } })
  })

  it('stops sending after half of 20 attempts failed, probes soon, and then continues', async () => {
    // It neither forgets an attempt nor probes meanwhile, however busy the machine is.
    const longMs = 600_000
    const client = makeClient({ maxAttempts: 1, breakerWindowMs: longMs, breakerOpenMs: longMs })
    await client.isReady(account)
    await faults([{ match: '/customers/users', kind: 'status', status: 500 }])
    for (let call = 0; call < 30; call++) await client.get(caller, list)
    expect((await seen()).filter(({ method }) => method === 'GET')).toHaveLength(20)
    expect(await client.get(caller, list)).toEqual({
      ok: false,
      failure: { kind: 'held_back', retryAfterSeconds: expect.any(Number) },
    })
    await faults([])
    const now = performance.now.bind(performance)
    vi.spyOn(performance, 'now').mockImplementation(() => now() + longMs)
    const answers = await Promise.all(Array.from({ length: 5 }, () => client.get(caller, list)))
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, true, true])
  })

  it('keeps the accounts apart', async () => {
    const client = makeClient({ maxAttempts: 1 })
    const other = { ...caller, account: { ...account, id: 'P12345678' } }
    await faults([{ match: '/T12345678/customers', kind: 'status', status: 500 }])
    for (let call = 0; call < 25; call++) await client.get(caller, list)
    expect((await client.get(other, list)).ok).toBe(true)
  })

  it('counts every attempt by its outcome, and reports its state', async () => {
    const client = makeClient({ maxAttempts: 3 })
    metrics().register.resetMetrics()
    await faults([{ match: '/customers/users', kind: 'status', status: 503, times: 2 }])
    expect(client.stateOf(account)).toEqual({ isOpen: false, waiting: 0, tokenAgeMs: null })
    await client.get(caller, { ...list, endpoint: 'total', query: { total: 'true' } })
    expect(client.stateOf(account).tokenAgeMs).toBeGreaterThan(0)
    const text = await metrics().register.metrics()
    for (const line of [
      'desk_upstream_calls_total{account="T12345678",endpoint="token",outcome="ok"} 1',
      'desk_upstream_calls_total{account="T12345678",endpoint="total",outcome="unavailable"} 2',
      'desk_upstream_calls_total{account="T12345678",endpoint="total",outcome="ok"} 1',
      'desk_upstream_retries_total{account="T12345678"} 2',
      'desk_upstream_seconds_count{endpoint="total"} 3',
    ])
      expect(text).toContain(line)
  })

  it('never requests . and ..', async () => {
    const client = makeClient()
    for (const id of ['.', '..'])
      expect(await client.get(caller, { ...list, path: [...users, id] })).toEqual({
        ok: false,
        failure: { kind: 'not_found' },
      })
    expect(await seen()).toEqual([])
  })

  it.each([
    [{ kind: 'status', status: 400 }, { kind: 'bad_request' }],
    [
      { kind: 'status', status: 403 },
      { kind: 'forbidden', scope: 'read:customers' },
    ],
    [{ kind: 'status', status: 404 }, { kind: 'not_found' }],
    [
      { kind: 'status', status: 429, headers: { 'retry-after': '7' } },
      { kind: 'rate_limited', retryAfterSeconds: 7 },
    ],
    [{ kind: 'status', status: 500 }, { kind: 'unavailable' }],
    [{ kind: 'status', status: 503 }, { kind: 'unavailable' }],
    [{ kind: 'status', status: 302, headers: { location: 'http://127.0.0.1:1/' } }, { kind: 'invalid' }],
    [{ kind: 'html' }, { kind: 'invalid' }],
    [{ kind: 'content-type', value: 'text/plain' }, { kind: 'invalid' }],
    [{ kind: 'reset' }, { kind: 'unavailable' }],
    [{ kind: 'reset-body' }, { kind: 'cut_off' }],
    [{ kind: 'truncated' }, { kind: 'cut_off' }],
    [{ kind: 'delay', ms: 5_000 }, { kind: 'unavailable' }],
  ])('turns the fault %j into the failure %j', async (fault, failure) => {
    await faults([{ match: '/customers/users', ...fault }])
    const result = await makeClient().get(caller, list)
    expect(result).toEqual({ ok: false, failure })
  })

  it('turns a body without an end into the failure unavailable', async () => {
    await faults([{ match: '/customers/users', kind: 'endless' }])
    // The sandbox, in this process, writes at most 17 kB a millisecond. That is 3.4 MB before this time-out, on any machine;
    // before the usual one of 800 ms it can be more than the limit of 10 MB, which is the failure `invalid`.
    const result = await makeClient({ timeoutMs: 200 }).get(caller, list)
    expect(result).toEqual({ ok: false, failure: { kind: 'unavailable' } })
  })

  it('fetches any other resource, and names its scope and its metric label', async () => {
    const client = makeClient()
    const receipts = { endpoint: 'receipts', scope: 'read:receipts', path: ['receipts'], schema: anything }
    metrics().register.resetMetrics()
    await faults([{ match: '/receipts', kind: 'status', status: 403 }])
    expect(await client.get(caller, receipts)).toEqual({
      ok: false,
      failure: { kind: 'forbidden', scope: 'read:receipts' },
    })
    expect((await seen()).at(-1)?.path).toBe('/v1/accounts/T12345678/receipts')
    expect(await metrics().register.metrics()).toContain('endpoint="receipts",outcome="forbidden"} 1')
  })

  it('distinguishes a token service that is down from wrong credentials', async () => {
    const wrong = { ...account, client_secret: 'wrong' }
    expect(await makeClient().get({ ...caller, account: wrong }, list)).toEqual({
      ok: false,
      failure: { kind: 'unauthorized' },
    })
    await faults([{ match: '/auth/token', kind: 'status', status: 503 }])
    expect(await makeClient().get(caller, list)).toEqual({ ok: false, failure: { kind: 'unavailable' } })
    expect(await makeClient().isReady(account)).toBe(false)
  })

  it('reports an unreachable upstream as unavailable', async () => {
    const gone = new DinteroClient({ baseUrl: 'http://127.0.0.1:1/v1', settings: settingsForTests() })
    expect(await gone.get(caller, list)).toEqual({ ok: false, failure: { kind: 'unavailable' } })
  })

  it('cancels the call when its caller does', async () => {
    const client = makeClient()
    await client.isReady(account)
    await faults([{ match: '/customers/users', kind: 'delay', ms: 5_000 }])
    const leaving = new AbortController()
    const call = client.get(caller, { ...list, signal: leaving.signal })
    setTimeout(() => leaving.abort(new Error('left')), 50)
    await expect(call).rejects.toThrow('left')
  })

  it('has no method that writes', () => {
    expect(Object.getOwnPropertyNames(DinteroClient.prototype)).toEqual([
      'constructor',
      'isReady',
      'stateOf',
      'get',
      'read',
    ])
  })
})
