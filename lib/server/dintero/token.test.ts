import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { settingsForTests } from '@/lib/server/dintero/settings-for-tests'
import { DinteroTokens } from '@/lib/server/dintero/token'

const account = { id: 'P12345678', name: 'N', client_id: 'c', client_secret: 's:æ' }
let server: Server | undefined
afterEach(() => server?.close())

async function start(answer: (asked: number) => object | string, now?: () => number) {
  const asked: { url?: string; authorization?: string; body: string }[] = []
  server = createServer((request, response) => {
    let body = ''
    request
      .on('data', (chunk) => (body += chunk))
      .on('end', () => {
        asked.push({ url: request.url, authorization: request.headers.authorization, body })
        const given = answer(asked.length)
        response.end(typeof given === 'string' ? given : JSON.stringify(given))
      })
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
  return { asked, tokens: new DinteroTokens({ baseUrl, times: settingsForTests(), now }) }
}
const token = (access_token: string, expires_in: number) => ({ access_token, token_type: 'Bearer', expires_in })

it('asks as the contract says', async () => {
  const { asked, tokens } = await start(() => token('t', 60))
  expect(await tokens.get(account)).toEqual({ ok: true, token: 't' })
  expect(asked).toEqual([
    {
      url: '/v1/accounts/P12345678/auth/token',
      authorization: `Basic ${Buffer.from('c:s:æ').toString('base64')}`,
      body: '{"grant_type":"client_credentials","audience":"https://api.dintero.com/v1/accounts/P12345678"}',
    },
  ])
})

it.each([
  [14_400, 14_340],
  [60, 30],
])('keeps a token of %d s for %d s: until it is about to end', async (lifeSeconds, keptSeconds) => {
  let now = 0
  const { asked, tokens } = await start(
    (count) => token(`t${count}`, lifeSeconds),
    () => now,
  )
  await tokens.get(account)
  now = keptSeconds * 1000 - 1
  expect(await tokens.get(account)).toEqual({ ok: true, token: 't1' })
  now = keptSeconds * 1000
  expect(await tokens.get(account)).toEqual({ ok: true, token: 't2' })
  expect(asked).toHaveLength(2)
})

it('drops the token that was refused, and no newer one', async () => {
  const { tokens } = await start((count) => token(`t${count}`, 600))
  await tokens.get(account)
  tokens.drop(account, 'other')
  expect(await tokens.get(account)).toEqual({ ok: true, token: 't1' })
  tokens.drop(account, 't1')
  expect(await tokens.get(account)).toEqual({ ok: true, token: 't2' })
})

it.each([
  ['<html>'],
  [{ access_token: 't' }],
  [token('a b', 60)],
  [token('t\r\nx: y', 60)],
  [token('t', -1)],
  [{ ...token('t', 60), token_type: 'mac' }],
])('does not take %j for a token', async (answer) => {
  const { tokens } = await start(() => answer)
  expect(await tokens.get(account)).toEqual({ ok: false, failure: { kind: 'invalid' } })
})
