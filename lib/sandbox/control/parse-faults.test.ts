import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SandboxUnderTest, startForTests } from '../start-for-tests'

let sandbox: SandboxUnderTest
beforeAll(async () => {
  sandbox = await startForTests()
})
afterAll(() => sandbox.stop())

test.each([
  ['{', 'body'],
  ['{}', 'body'],
  ['[1]', 'body'],
  ['[{"match":"x"}]', 'kind'],
  ['[{"kind":"explode"}]', 'kind'],
  ['[{"kind":"delay","ms":"1"}]', 'ms'],
  ['[{"kind":"delay","rate":2}]', 'rate'],
  ['[{"kind":"delay","times":0}]', 'times'],
  ['[{"kind":"delay","how":1}]', 'how'],
  ['[{"kind":"delay","match":1}]', 'match'],
  ['[{"kind":"delay","times":1.5}]', 'times'],
  ['[{"kind":"delay","ms":0.5}]', 'ms'],
  ['[{"kind":"delay","ms":-1}]', 'ms'],
  ['[{"kind":"slow-body","ms":1e10}]', 'ms'],
  ['[{"kind":"clock","ms":1e12}]', 'ms'],
  ['[{"kind":"status","status":503.5}]', 'status'],
  ['[{"kind":"status","status":101}]', 'status'],
  ['[{"kind":"status","status":1e999}]', 'status'],
  ['[{"kind":"status","headers":7}]', 'headers'],
  ['[{"kind":"status","headers":"ab"}]', 'headers'],
  ['[{"kind":"status","headers":["a"]}]', 'headers'],
  ['[{"kind":"status","headers":null}]', 'headers'],
  ['[{"kind":"status","headers":{"a b":"c"}}]', 'headers'],
  ['[{"kind":"status","headers":{"":"c"}}]', 'headers'],
  ['[{"kind":"status","headers":{"a":"b\\r\\nc: d"}}]', 'headers'],
  ['[{"kind":"status","headers":{"a":"\\u0001"}}]', 'headers'],
  ['[{"kind":"status","headers":{"a":"ł"}}]', 'headers'],
  ['[{"kind":"status","headers":{"a":{}}}]', 'headers'],
  ['[{"kind":"status","headers":{"Content-Length":"3"}}]', 'headers'],
  ['[{"kind":"status","headers":{"trailer":"x"}}]', 'headers'],
  ['[{"kind":"broken-customer","patch":7}]', 'patch'],
  ['[{"kind":"broken-customer","patch":[]}]', 'patch'],
  ['[{"kind":"broken-customer","patch":null}]', 'patch'],
  ['[{"kind":"bad-total","value":"a\\nb"}]', 'value'],
  ['[{"kind":"content-type","value":"text/ł"}]', 'value'],
  ['[{"kind":"bad-total","value":7}]', 'value'],
  [JSON.stringify(Array(101).fill({ kind: 'delay' })), 'body'],
  [`[{"kind":"broken-customer","patch":{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}}]`, 'body'],
])('400 for invalid faults %#: %.60s', async (body, parameter) => {
  const response = await fetch(`${sandbox.origin}/_sandbox/faults`, { method: 'POST', body })
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ error: { errors: [{ parameter }] } })
})
