import { DrizzleQueryError } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { describeThrown } from '@/lib/server/thrown'

const secret = 'insert into "sessions" params: ola@example.com\n    at ola@example.com (/home/ola.ts:1:2)'

it('names the class, the code and the frames of an error, and nothing of its text', () => {
  const cause = Object.assign(new Error(secret), { code: '53100', detail: secret })
  const described = describeThrown(new DrizzleQueryError('insert', ['ola@example.com'], cause))
  expect(described).toMatchObject({ error: 'DrizzleQueryError', error_code: '53100' })
  expect(described.frames?.[0]).toMatch(/^\S*thrown\.test\.ts:\d+:\d+$/)
  expect(JSON.stringify(described)).not.toMatch(/ola|insert|params/)
})

it.each([
  [new TypeError(secret), { error: 'TypeError' }],
  [Object.assign(new Error(secret), { name: secret, code: secret }), { error: 'Error' }],
  [Object.assign(new Error('a'), { stack: secret }), { error: 'Error', frames: [] }],
  [secret, { error: 'string' }],
  [null, { error: 'object' }],
])('%# leaks no text', (thrown, expected) => {
  const described = describeThrown(thrown)
  expect(described).toMatchObject(expected)
  expect(JSON.stringify(described)).not.toMatch(/ola|insert|params/)
})
