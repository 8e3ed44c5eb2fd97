import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { allHoldBut, assumptions } from '../sandbox/assumptions'
import { startSandbox } from '../sandbox/server'
import { onStop } from './run'

const usage = `usage: npm run sandbox -- [--port 4010] [--customers 25000] [--seed 1] [--database path] [--latency 30] [--host 127.0.0.1]
       [--deviate all | assumption,assumption…]
`

function readFlags() {
  try {
    const { values } = parseArgs({
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
    const customers = wholeNumber('customers', values.customers, 500, 5_000_000)
    const seed = wholeNumber('seed', values.seed, 0, 2_147_483_647)
    return {
      port: wholeNumber('port', values.port, 0, 65_535),
      customers,
      seed,
      host: values.host,
      deviate: deviations(values.deviate),
      latencyMs: wholeNumber('latency', values.latency, 0, 60_000),
      databasePath:
        values.database ??
        fileURLToPath(
          new URL(`../../.data/sandbox-${customers}-${seed}${values.deviate ? '-deviating' : ''}.db`, import.meta.url),
        ),
    }
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n${usage}`)
    process.exit(2)
  }
}

function deviations(text: string | undefined): string[] {
  const names = text === 'all' ? Object.keys(assumptions) : (text?.split(',') ?? [])
  allHoldBut(names)
  return names
}

function wholeNumber(flag: string, text: string, from: number, to: number): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= from && value <= to)) throw new Error(`--${flag} takes a whole number from ${from} to ${to}`)
  return value
}

async function main() {
  const flags = readFlags()
  const onProgress = (made: number, of: number) => {
    process.stderr.write(`sandbox: ${made} of ${of} customers made\n`)
  }
  const sandbox = await startSandbox({ ...flags, onProgress }).catch((error) => {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    process.stderr.write(taken ? `sandbox: port ${flags.port} is taken\n` : `sandbox: ${error.message}\n`)
    process.exit(1)
  })
  process.stdout.write(`sandbox ready ${sandbox.url}\n`)
  onStop(() => sandbox.close())
}

void main()
