import { expect, it } from 'vitest'
import { readDemoSettings, readStartSettings } from '@/lib/commands/env'

it('uses defaults, and the variables that are set', () => {
  expect(readDemoSettings({})).toEqual({
    settings: { port: 3000, sandboxPort: 4010, databasePort: 5010, sandboxCustomers: 25_000 },
  })
  expect(
    readDemoSettings({ PORT: '0', SANDBOX_PORT: '65535', DATABASE_PORT: '5432', SANDBOX_CUSTOMERS: '1000' }),
  ).toEqual({
    settings: { port: 0, sandboxPort: 65_535, databasePort: 5432, sandboxCustomers: 1000 },
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

it.each([
  [{}, { port: 3000, host: '0.0.0.0' }],
  [
    { PORT: '8080', HOSTNAME: '127.0.0.1' },
    { port: 8080, host: '127.0.0.1' },
  ],
  [{ HOSTNAME: '::1' }, { port: 3000, host: '::1' }],
  // The host name of a container.
  [{ HOSTNAME: '3f9ac01d7b52' }, { port: 3000, host: '0.0.0.0' }],
])('with %j the server listens on %j', (source, settings) => {
  expect(readStartSettings(source)).toEqual({ settings })
})

it('reports a port that is not a number for the server as well', () => {
  expect(readStartSettings({ PORT: 'abc' })).toEqual({ problem: 'PORT is "abc", but must be a port from 0 to 65535.' })
})
