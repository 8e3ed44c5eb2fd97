import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { hashOf } from '@/lib/commands/build'

const folder = mkdtempSync(join(tmpdir(), 'customer-desk-build-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('the hash depends on the content and name of each file, but not on their order', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((name) => join(folder, name)) as [string, string, string]
  writeFileSync(a, '1')
  writeFileSync(b, '2')
  writeFileSync(c, '2')
  const before = hashOf([a, b])
  expect(hashOf([b, a])).toBe(before)
  expect(hashOf([a, c])).not.toBe(before)
  writeFileSync(b, '3')
  expect(hashOf([a, b])).not.toBe(before)
})
