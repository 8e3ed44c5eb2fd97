import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it, vi } from 'vitest'
import { log } from '@/lib/server/log'
import { settingsForTests } from '@/lib/server/upstream/settings-for-tests'
import { DinteroTokens } from '@/lib/server/upstream/token'

const account = { id: 'P12345678', name: 'N', client_id: 'c', client_secret: 's:æ' }
let server: Server | undefined
afterEach(() => server?.close())

/** Starts a token service that answers with JSON, text, or only a status. */
async function start(answer: (count: number) => object | string | number, now?: () => number) {
  const requests: { url?: string; authorization?: string; body: string }[] = []
  server = createServer((request, response) => {
    let body = ''
    request
      .on('data', (chunk) => (body += chunk))
      .on('end', () => {
        requests.push({ url: request.url, authorization: request.headers.authorization, body })
        const given = answer(requests.length)
        if (typeof given === 'number') return response.writeHead(given).end()
        response.end(typeof given === 'string' ? given : JSON.stringify(given))
      })
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
  return { requests, tokens: new DinteroTokens({ baseUrl, settings: settingsForTests(), now }) }
}
const token = (access_token: string, expires_in: number) => ({ access_token, token_type: 'Bearer', expires_in })

it('sends the request of the contract', async () => {
  const { requests, tokens } = await start(() => token('t', 60))
  expect(await tokens.get(account)).toEqual({ ok: true, token: 't' })
  expect(requests).toEqual([
    {
      url: '/v1/accounts/P12345678/auth/token',
      authorization: `Basic ${Buffer.from('c:s:æ').toString('base64')}`,
      body: '{"grant_type":"client_credentials","audience":"https://api.dintero.com/v1/accounts/P12345678"}',
    },
  ])
})

const hour = 3_600_000
const settle = () => new Promise((resolve) => setTimeout(resolve, 20))

it('renews a token at half of its life, in the background', async () => {
  let now = 0
  const { requests, tokens } = await start(
    (count) => token(`t${count}`, 14_400),
    () => now,
  )
  await tokens.get(account)
  now = 2 * hour - 1
  expect(await tokens.get(account)).toEqual({ ok: true, token: 't1' })
  expect(requests).toHaveLength(1)
  now = 2 * hour
  expect(await tokens.get(account)).toEqual({ ok: true, token: 't1' })
  await settle()
  expect(await tokens.get(account)).toEqual({ ok: true, token: 't2' })
  expect(requests).toHaveLength(2)
})

it('uses a valid token while the token service fails, and requests a new one only from time to time', async () => {
  let now = 0
  const { requests, tokens } = await start(
    (count) => (count === 1 ? token('t1', 14_400) : 503),
    () => now,
  )
  await tokens.get(account)
  for (now = 2 * hour; now < 2 * hour + 5_000; now += 100) {
    expect(await tokens.get(account)).toEqual({ ok: true, token: 't1' })
    await settle()
  }
  expect(requests).toHaveLength(1 + 5)
  now = 4 * hour - 10_000
  expect(await tokens.get(account)).toEqual({ ok: false, failure: { kind: 'unavailable' } })
})

it.each([
  [14_400, 14_390],
  [60, 54],
])('uses a token of %d s for %d s', async (lifeSeconds, usedSeconds) => {
  let now = 0
  const { tokens } = await start(
    (count) => (count === 1 ? token('t1', lifeSeconds) : 503),
    () => now,
  )
  await tokens.get(account)
  now = usedSeconds * 1000 - 1
  expect((await tokens.get(account)).ok).toBe(true)
  now += 1
  expect((await tokens.get(account)).ok).toBe(false)
})

it('does not send refused credentials for every call, and logs each refusal once', async () => {
  let now = 0
  vi.mocked(log).mockClear()
  const { requests, tokens } = await start(
    () => 401,
    () => now,
  )
  for (now = 0; now < 2_500; now += 100)
    expect(await tokens.get(account)).toEqual({ ok: false, failure: { kind: 'unauthorized' } })
  expect(requests).toHaveLength(3)
  const errors = vi.mocked(log).mock.calls.filter(([level]) => level === 'error')
  expect(errors).toEqual(
    Array.from({ length: 3 }, () => ['error', expect.stringMatching(/refuses the client/), { account: account.id }]),
  )
})

it('replaces a refused token once for all callers, and never a newer one', async () => {
  const { requests, tokens } = await start((count) => token(`t${count}`, 600))
  await tokens.get(account)
  expect(await tokens.replace(account, 'other')).toEqual({ ok: true, token: 't1' })
  const replaced = await Promise.all(Array.from({ length: 9 }, () => tokens.replace(account, 't1')))
  expect(new Set(replaced.map((one) => one.ok && one.token))).toEqual(new Set(['t2']))
  expect(requests).toHaveLength(2)
})

it('replaces a refused replacement only after a while', async () => {
  let now = 0
  const { requests, tokens } = await start(
    (count) => token(`t${count}`, 600),
    () => now,
  )
  await tokens.get(account)
  await tokens.replace(account, 't1')
  for (now = 0; now < 1_000; now += 100)
    expect(await tokens.replace(account, 't2')).toEqual({ ok: false, failure: { kind: 'unauthorized' } })
  expect(requests).toHaveLength(2)
  expect(await tokens.get(account)).toEqual({ ok: true, token: 't2' })
  now = 1_001
  expect(await tokens.replace(account, 't2')).toEqual({ ok: true, token: 't3' })
})

it.each([
  ['<html>'],
  [{ access_token: 't' }],
  [token('a b', 60)],
  [token('t\r\nx: y', 60)],
  [token('t', -1)],
  [{ ...token('t', 60), token_type: 'mac' }],
])('rejects %j as a token answer', async (answer) => {
  const { tokens } = await start(() => answer)
  expect(await tokens.get(account)).toEqual({ ok: false, failure: { kind: 'invalid' } })
})
