import { type StdioOptions, spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildOnce } from '../build'
import { childEnvironment } from '../env'
import { runNode, stopWith } from '../run'
import { findChromium } from './chromium'
import { type Duration, durationsOfPlaywright, durationsOfVitest, slowestLines } from './slowest'
import { closingLine, sum, type Tally, tallyOfPlaywright, tallyOfVitest, withExitCode } from './tally'

/**
 * `npm test` runs all checks, even after a failure: the unit tests beside all that comes before the browser tests, and then
 * the browser tests. It ends with the ten slowest tests and a line with the total. Arguments choose suites (`unit`, `build
 * e2e`). Arguments after `--` are passed to the runner.
 */

const separator = process.argv.indexOf('--')
const [chosen, extra] =
  separator === -1
    ? splitAtFirstUnknown(process.argv.slice(2))
    : [process.argv.slice(2, separator), process.argv.slice(separator + 1)]

const reports = mkdtempSync(join(tmpdir(), 'customer-desk-reports-'))
const passed: Tally = { passed: 1, failed: 0 }
const failed: Tally = { passed: 0, failed: 1 }

const durations: Duration[] = []

/** Where a suite writes: the terminal, or a file that is shown later. */
type Output = { stdio: StdioOptions; say: (line: string) => void }
const terminal: Output = { stdio: 'inherit', say: (line) => console.log(line) }

/** An output that waits until `show` writes it to the terminal. */
function heldOutput(name: string): Output & { show: () => void } {
  const file = join(reports, `${name}.txt`)
  const descriptor = openSync(file, 'a')
  return {
    stdio: ['ignore', descriptor, descriptor],
    say: (line) => void writeSync(descriptor, `${line}\n`),
    show: () => {
      closeSync(descriptor)
      process.stdout.write(readFileSync(file))
    },
  }
}

const bin = (name: string) => `node_modules/${name}`
const check =
  (...steps: string[][]) =>
  async ({ stdio }: Output): Promise<Tally> => {
    for (const step of steps) if ((await runNode(step, { stdio, env: childEnvironment({}) })) !== 0) return failed
    return passed
  }

/**
 * Adds the durations in a runner's report to `durations`, and returns its tally. A missing report counts as a failure.
 */
function readReport(
  file: string,
  toTally: (report: unknown) => Tally,
  toDurations: (report: unknown) => Duration[],
): Tally {
  try {
    const report: unknown = JSON.parse(readFileSync(file, 'utf8'))
    durations.push(...toDurations(report))
    return toTally(report)
  } catch {
    return failed
  }
}

async function audit({ say }: Output): Promise<Tally> {
  const { status, stdout } = spawnSync('npm', ['audit', '--omit=dev', '--audit-level=high', '--json'], {
    encoding: 'utf8',
  })
  if (status === 0) return passed
  if (stdout.includes('"auditReportVersion"')) {
    say('There is an advisory of high severity: npm audit --omit=dev')
    return failed
  }
  say('The advisory service cannot be reached from here: nothing is known of advisories.')
  return { passed: 0, failed: 0 }
}

async function unit(): Promise<Tally> {
  const report = join(reports, 'unit.json')
  const code = await runNode([
    bin('vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${report}`,
    ...extra,
  ])
  return withExitCode(readReport(report, tallyOfVitest, durationsOfVitest), code)
}

/** Runs the browser tests. Failed tests run once more with a trace, for diagnosis; they still count as failed. */
async function e2e(): Promise<Tally> {
  const report = join(reports, 'e2e.json')
  const env = childEnvironment({ CHROMIUM_PATH: findChromium(), PLAYWRIGHT_JSON_OUTPUT_FILE: report })
  const command = [bin('@playwright/test/cli.js'), 'test', '--config=e2e/playwright.config.ts']
  const code = await runNode([...command, '--reporter=list,json', ...extra], { env })
  const tally = withExitCode(readReport(report, tallyOfPlaywright, durationsOfPlaywright), code)
  if (tally.passed > 0 && tally.failed > 0) {
    console.log('\n── e2e: the failed tests again, with a trace')
    await runNode([...command, '--reporter=list', '--last-failed', '--trace=on'], { env })
  }
  return tally
}

type Suite = (output: Output) => Promise<Tally>

/** The suites that the unit tests run beside: most of their work is in one thread, and a machine has two cores. */
const beside: Record<string, Suite> = {
  lint: check([bin('@biomejs/biome/bin/biome'), 'ci', '--error-on-warnings', '.']),
  // Next generates the types of routes and style modules, which a fresh clone does not have.
  types: check([bin('next/dist/bin/next'), 'typegen'], [bin('typescript/bin/tsc'), '--noEmit']),
  unused: check([bin('knip/bin/knip.js')]),
  audit,
  build: async ({ stdio }) => ((await buildOnce(stdio)) === 0 ? passed : failed),
}
const suites: Record<string, Suite> = { ...beside, unit, e2e }

function splitAtFirstUnknown(given: string[]): [string[], string[]] {
  const known = ['lint', 'types', 'unused', 'audit', 'unit', 'build', 'e2e']
  const first = given.findIndex((name) => !known.includes(name))
  return first === -1 ? [given, []] : [given.slice(0, first), given.slice(first)]
}

const unknown = chosen.find((name) => !Object.hasOwn(suites, name))
if (unknown) stopWith(`There is no suite ${unknown}; there are ${Object.keys(suites).join(', ')}.`)
const isChosen = (name: string) => chosen.length === 0 || chosen.includes(name)
const tallies: Tally[] = []

/** Runs the chosen ones of some suites one after the other. */
async function run(some: Record<string, Suite>, output: Output): Promise<void> {
  for (const [name, suite] of Object.entries(some)) {
    if (!isChosen(name)) continue
    output.say(`\n── ${name}`)
    const tally = await suite(output).catch((error: unknown) => {
      output.say(String(error instanceof Error ? error.message : error))
      return failed
    })
    tallies.push(tally)
  }
}

if (isChosen('unit')) {
  const held = heldOutput('beside')
  await Promise.all([run({ unit }, terminal), run(beside, held)])
  held.show()
} else await run(beside, terminal)
await run({ e2e }, terminal)
rmSync(reports, { recursive: true, force: true })
if (durations.length > 0) console.log(`\n── the ten slowest tests\n${slowestLines(durations)}`)
const total = sum(tallies)
console.log(`\n${closingLine(total)}`)
process.exit(total.failed === 0 ? 0 : 1)
