import { z } from 'zod'

/** How many checks passed and failed. A skipped or flaky one has failed: nobody knows what it would have said. */
export type Tally = { passed: number; failed: number }

export const sum = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((total, { passed }) => total + passed, 0),
  failed: tallies.reduce((total, { failed }) => total + failed, 0),
})

/** A runner that failed where its report tells of no failure, such as by an error outside any test, has failed once. */
export const withExitCode = (tally: Tally, code: number): Tally =>
  code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally

const vitestReport = z.object({
  numTotalTests: z.number(),
  numPassedTests: z.number(),
  numFailedTestSuites: z.number(),
})

/** The tally of vitest's JSON report. A file that could not even be loaded counts as one failure. */
export function tallyOfVitest(report: unknown): Tally {
  const { numTotalTests, numPassedTests, numFailedTestSuites } = vitestReport.parse(report)
  const failed = numTotalTests - numPassedTests
  return { passed: numPassedTests, failed: failed === 0 && numFailedTestSuites > 0 ? numFailedTestSuites : failed }
}

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
})

/** The tally of Playwright's JSON report. An error outside any test counts as well. */
export function tallyOfPlaywright(report: unknown): Tally {
  const { stats, errors } = playwrightReport.parse(report)
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length }
}

/** The last line of a run. */
export const closingLine = ({ passed, failed }: Tally): string => `${passed} passed, ${failed} failed`

/** The tally of the closing line in what a run printed. A run without one has failed. */
export function tallyOfOutput(output: string, code: number): Tally {
  const [, passed, failed] = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1) ?? []
  return withExitCode({ passed: Number(passed ?? 0), failed: Number(failed ?? (code === 0 ? 1 : 0)) }, code)
}
