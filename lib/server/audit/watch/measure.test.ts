import { expect, it } from 'vitest'
import { toUse } from '@/lib/server/audit/watch/measure'

const email = { name: 'email', hash: 'ab12' }
const phone = { name: 'phone_number', hash: '12ab' }

it.each([
  [
    { kind: 'open', customers: ['K-1'] },
    { measure: 'records', subject: 'T1 K-1' },
  ],
  [
    { kind: 'section', customers: ['K-1', 'K-2'] },
    { measure: 'records', subject: 'T1 K-1' },
  ],
  [
    { kind: 'search', filters: [email, phone], rows: 0 },
    { measure: 'guesses', subject: 'T1 12ab ab12' },
  ],
  [
    { kind: 'count', filters: [email], rows: 0 },
    { measure: 'guesses', subject: 'T1 ab12' },
  ],
  [{ kind: 'search', filters: [email], rows: 1 }, null],
  [{ kind: 'search', filters: [{ name: 'search', hash: 'ab12' }], rows: 0 }, null],
  [{ kind: 'search', filters: [{ name: 'type', value: 'any' }], rows: 0 }, null],
  [{ kind: 'refused' }, { measure: 'refusals', subject: 'request-1' }],
  [
    { kind: 'reveal', customers: ['K-1'] },
    { measure: 'reveals', subject: 'request-1' },
  ],
  [{ kind: 'sign_in' }, null],
] as const)('%j counts as %j', (event, use) => {
  expect(toUse(event, 'T1', 'request-1')).toEqual(use)
})
