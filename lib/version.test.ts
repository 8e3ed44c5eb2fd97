import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { version } from '@/lib/version'

it('is the one of package.json', () => {
  expect(JSON.parse(readFileSync('package.json', 'utf8')).version).toBe(version)
})
