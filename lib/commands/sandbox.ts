import { startSandbox } from '../sandbox/server'
import { onStop } from './run'
import { readSandboxFlags } from './sandbox-flags'

const usage = `usage: npm run sandbox -- [--port 4010] [--customers 25000] [--seed 1] [--database path] [--latency 30] [--host 127.0.0.1]
       [--deviate all | assumption,assumption…]
`

function readFlags() {
  try {
    return readSandboxFlags(process.argv.slice(2))
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n${usage}`)
    process.exit(2)
  }
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
