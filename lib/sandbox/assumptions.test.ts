import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { allHoldExcept, assumptions } from './assumptions'
import { faultKinds } from './control/fault'

const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8')

test('the README has one row for each assumption and each kind of fault', () => {
  const rows = [...readme.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, name]) => name)
  expect(rows.toSorted()).toEqual(expect.arrayContaining(Object.keys(assumptions).toSorted()))
  expect(rows).toEqual(expect.arrayContaining([...faultKinds]))
  expect(new Set(rows).size).toBe(rows.length)
})

test('an unknown name is rejected', () => {
  expect(allHoldExcept(['newest-first'])('newest-first')).toBe(false)
  expect(allHoldExcept(['newest-first'])('cursor-is-id')).toBe(true)
  expect(() => allHoldExcept(['oldest-first'])).toThrow('oldest-first')
})
