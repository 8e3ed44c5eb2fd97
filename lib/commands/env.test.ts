import { expect, it } from 'vitest'
import { readDemoSettings } from '@/lib/commands/env'

it('has defaults, and takes what is given', () => {
  expect(readDemoSettings({})).toEqual({ settings: { port: 3000, sandboxPort: 4010, sandboxCustomers: 25_000 } })
  expect(readDemoSettings({ PORT: '0', SANDBOX_PORT: '65535', SANDBOX_CUSTOMERS: '1000' })).toEqual({
    settings: { port: 0, sandboxPort: 65_535, sandboxCustomers: 1000 },
  })
  expect(readDemoSettings({ PORT: '' })).toMatchObject({ settings: { port: 3000 } })
})

it.each([
  [{ PORT: 'abc' }, 'PORT is "abc", but must be a port from 0 to 65535.'],
  [{ PORT: '65536' }, 'PORT is "65536", but must be a port from 0 to 65535.'],
  [{ SANDBOX_PORT: '-1' }, 'SANDBOX_PORT is "-1", but must be a port from 0 to 65535.'],
  [{ SANDBOX_CUSTOMERS: '10' }, 'SANDBOX_CUSTOMERS is "10", but must be a whole number from 500 to 5000000.'],
])('%j: %s', (source, problem) => {
  expect(readDemoSettings(source)).toEqual({ problem })
})
