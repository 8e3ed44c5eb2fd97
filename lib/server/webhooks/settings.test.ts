import { expect, it } from 'vitest'
import { parseEnv } from '@/lib/server/env'
import { envSecret, realEnv } from '@/lib/server/real-env-for-tests'

const parse = (WEBHOOK_SECRETS?: string) => parseEnv({ ...realEnv, WEBHOOK_SECRETS })

it('takes no webhooks without a secret, and those of the accounts that have one', () => {
  expect(parse()).toMatchObject({ env: { webhooks: { secrets: new Map(), keepDays: 400, maxAgeMs: 259_200_000 } } })
  const secrets = '{"P12345678":["bT9vR2kW7xM4cQ1n","pL6sD3fH8jG5zX0y"]}'
  expect(parse(secrets)).toMatchObject({ env: { webhooks: { secrets: new Map(Object.entries(JSON.parse(secrets))) } } })
})

it.each([
  ['of an account that is none', '{"P99999999":["bT9vR2kW7xM4cQ1n"]}', /WEBHOOK_SECRETS names P99999999/],
  ['that is too short', '{"P12345678":["short"]}', /WEBHOOK_SECRETS .*at least 16/],
  ['that is missing', '{"P12345678":[]}', /WEBHOOK_SECRETS .*at least one/],
  ['that is not random', '{"P12345678":["0000000000000000"]}', /WEBHOOK_SECRETS \(P12345678\) must be random/],
  ['that is also that of the cookie', `{"P12345678":["${envSecret}"]}`, /has the same secret as NEXTAUTH_SECRET/],
])('refuses a secret %s', (_, given, problem) => {
  expect(parse(given)).toEqual({ problems: [expect.stringMatching(problem)] })
})
