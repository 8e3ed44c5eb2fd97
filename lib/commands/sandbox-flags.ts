import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { allHoldExcept, assumptions } from '../sandbox/assumptions'

/** Parses the flags of `npm run sandbox` into settings. Throws an error that names an invalid flag. */
export function readSandboxFlags(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '4010' },
      customers: { type: 'string', default: '25000' },
      seed: { type: 'string', default: '1' },
      database: { type: 'string' },
      latency: { type: 'string', default: '0' },
      deviate: { type: 'string' },
      host: { type: 'string', default: '127.0.0.1' },
    },
  })
  const customers = parseWholeNumber('customers', values.customers, 500, 5_000_000)
  const seed = parseWholeNumber('seed', values.seed, 0, 2_147_483_647)
  const fileName = `sandbox-${customers}-${seed}${values.deviate ? '-deviating' : ''}.db`
  return {
    port: parseWholeNumber('port', values.port, 0, 65_535),
    customers,
    seed,
    host: values.host,
    deviate: parseDeviations(values.deviate),
    latencyMs: parseWholeNumber('latency', values.latency, 0, 60_000),
    databasePath: values.database ?? fileURLToPath(new URL(`../../.data/${fileName}`, import.meta.url)),
  }
}

function parseDeviations(text: string | undefined): string[] {
  const names = text === 'all' ? Object.keys(assumptions) : (text?.split(',') ?? [])
  allHoldExcept(names)
  return names
}

function parseWholeNumber(flag: string, text: string, least: number, most: number): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= least && value <= most)) throw new Error(`--${flag} takes a whole number from ${least} to ${most}`)
  return value
}
