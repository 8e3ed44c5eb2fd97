import { type ChildProcess, spawn } from 'node:child_process'
import { childEnvironment } from './env'
import { endChild, exitCode, onStop } from './run'
import { closingLine, sum, type Tally, tallyOfOutput } from './test/tally'

/**
 * `npm run nightly [-- minutes]` runs the tests that take too long for `npm test`: the property tests with all their runs,
 * random use of the browser for an hour, 300 unusual customers, 20 crashes under load, a storm of ten minutes, every pair
 * of filters, every fault of a list and every screen in every form. It then runs `npm test` under Node 26, whose binary npx fetches from the npm registry. The last line is the
 * total.
 */

const minutes = Number(process.argv[2] ?? 60)
const graceMs = 15_000

/** Runs a command, shows what it prints, and returns the tally of its closing line. */
async function run(command: string, args: string[], change: Record<string, string> = {}): Promise<Tally> {
  const child: ChildProcess = spawn(command, args, {
    env: childEnvironment(change),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const removeStopHandler = onStop(() => endChild(child, graceMs), 1)
  let output = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    process.stdout.write(chunk)
    output += chunk.toString()
  })
  const code = await exitCode(child)
  removeStopHandler()
  return tallyOfOutput(output, code)
}

const test = ['--import', 'tsx', '--conditions=react-server', 'lib/commands/test/test.ts']
const nightly = { NIGHTLY_MINUTES: String(minutes) }
const total = sum([
  await run(process.execPath, [...test, 'unit'], nightly),
  await run(
    process.execPath,
    [...test, 'build', 'e2e', '--', 'e2e/nightly/', 'same-request', 'list-failures'],
    nightly,
  ),
  await run('npx', ['--yes', '--package=node@26', '--call=npm test']),
])
console.log(`\n${closingLine(total)}`)
process.exit(total.failed === 0 ? 0 : 1)
