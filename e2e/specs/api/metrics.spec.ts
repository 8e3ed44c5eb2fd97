import { accounts, people } from '../../../lib/sandbox/seed/seed'
import { expect, test } from '../../fixtures'
import { sandbox } from '../../sandbox'
import { metricsToken } from '../../servers'

test.afterEach(() => sandbox.faults([]))

const authorization = `Bearer ${metricsToken}`

test('metrics require the token, and count the requests of pages and API calls together', async ({ page, request }) => {
  const wrong: Record<string, string>[] = [
    {},
    { authorization: 'Bearer wrong' },
    { authorization: `${authorization}x` },
  ]
  for (const headers of wrong) expect((await request.get('/api/metrics', { headers })).status()).toBe(401)

  const read = async () => (await request.get('/api/metrics', { headers: { authorization } })).text()
  const count = async (series: string) =>
    Number(
      (await read())
        .split('\n')
        .find((line) => line.startsWith(series))
        ?.split(' ')
        .at(-1) ?? 0,
    )
  const lists = `desk_upstream_calls_total{account="${accounts.test}",endpoint="list",outcome="ok"}`
  const before = await count(lists)
  await page.goto(`/${accounts.test}/customers?limit=10`)
  await request.get(`/api/accounts/${accounts.test}/customers?limit=10`)
  expect(await count(lists)).toBe(before + 2)

  const { nora } = people
  await request.get(`/api/accounts/${accounts.test}/customers/${nora.customer_id}`)
  await request.get(`/api/accounts/${accounts.test}/customers?email=${nora.email}`)
  const text = await read()
  expect(text).not.toContain(nora.customer_id)
  expect(text).not.toContain(nora.email)
  for (const name of [
    'retries_total',
    'breaker_open',
    'waiting',
    'token_age_seconds',
    'seconds_bucket',
    'held_back_total',
  ])
    expect(text).toContain(`desk_upstream_${name}`)
  expect(text).toContain('desk_audit_seconds_bucket')
})
