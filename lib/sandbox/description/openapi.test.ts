import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { endpoints } from '../http/router'
import { type SandboxUnderTest, startForTests } from '../start-for-tests'
import { createAnswerCheck } from './check-answer'

let sandbox: SandboxUnderTest
beforeAll(async () => {
  sandbox = await startForTests()
})
afterAll(() => sandbox.stop())

const description = async () => (await fetch(`${sandbox.origin}/openapi.json`)).json()

test('is valid against the official schema of OpenAPI 3.1', async () => {
  const validator = new Validator()
  expect(await validator.validate(await description())).toEqual({ valid: true })
  expect(validator.version).toBe('3.1')
})

test('describes all endpoints and their parameters', async () => {
  const { paths } = await description()
  for (const endpoint of endpoints) {
    const names = paths[endpoint.path].get.parameters.map(({ name }: { name: string }) => name)
    expect(names).toEqual(expect.arrayContaining(Object.keys(endpoint.parameters)))
  }
  expect(Object.keys(paths)).toHaveLength(endpoints.length + 1)
})

test('the check reports a response with a wrong body or status', async () => {
  const check = createAnswerCheck(await description())
  const path = '/accounts/T12345678/customers/users'
  check('GET', path, 200, [{ type: 'customer', customer_id: 'x', whatever: 1 }])
  expect(() => check('GET', path, 200, [{ type: 'alien', customer_id: 'x' }])).toThrow('must be equal to one of')
  expect(() => check('GET', path, 200, {})).toThrow('must be array')
  expect(() => check('GET', path, 400, { message: 'x' })).toThrow('error')
  expect(() => check('GET', path, 418, {})).toThrow('418 is not described')
})

test('token responses match the description', async () => {
  const check = createAnswerCheck(await description())
  const path = '/accounts/T12345678/auth/token'
  const good = await sandbox.requestToken('T12345678')
  check('POST', path, good.status, await good.json())
  const bad = await sandbox.requestToken('T12345678', undefined, 'nonsense')
  check('POST', path, bad.status, await bad.json())
})

test('the page at / explains the API with curl', async () => {
  const page = await fetch(`${sandbox.origin}/`)
  expect(page.headers.get('content-type')).toContain('text/html')
  expect(await page.text()).toContain(`curl -s -u sandbox-client:sandbox-secret ${sandbox.url}`)
})
