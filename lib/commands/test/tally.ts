import { z } from 'zod'

/** How many checks passed and failed. A skipped or flaky check counts as failed, because its result is unknown. */
export type Tally = { passed: number; failed: number }

export const sum = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((total, { passed }) => total + passed, 0),
  failed: tallies.reduce((total, { failed }) => total + failed, 0),
})

/**
 * Adds one failure when the runner failed but its report has no failure, for example after an error outside of all
 * tests.
 */
export const withExitCode = (tally: Tally, code: number): Tally =>
  code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally

const vitestReport = z.object({
  numTotalTests: z.number(),
  numPassedTests: z.number(),
  numFailedTestSuites: z.number(),
})

/** The tally of vitest's JSON report. A file that cannot be loaded counts as one failure. */
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

/** The tally in the last closing line of a run's output. A run without one counts as failed. */
export function tallyOfOutput(output: string, code: number): Tally {
  const [, passed, failed] = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1) ?? []
  return withExitCode({ passed: Number(passed ?? 0), failed: Number(failed ?? (code === 0 ? 1 : 0)) }, code)
}
