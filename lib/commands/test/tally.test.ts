import { expect, it } from 'vitest'
import {
  closingLine,
  sum,
  tallyOfOutput,
  tallyOfPlaywright,
  tallyOfVitest,
  withExitCode,
} from '@/lib/commands/test/tally'

it.each([
  [
    { numTotalTests: 5, numPassedTests: 5, numFailedTestSuites: 0 },
    { passed: 5, failed: 0 },
  ],
  [
    { numTotalTests: 5, numPassedTests: 3, numFailedTestSuites: 1 },
    { passed: 3, failed: 2 },
  ],
  // A file that cannot be loaded has no tests, and counts as a failure.
  [
    { numTotalTests: 5, numPassedTests: 5, numFailedTestSuites: 1 },
    { passed: 5, failed: 1 },
  ],
])('converts vitest’s %j into %j', (report, tally) => {
  expect(tallyOfVitest(report)).toEqual(tally)
})

it.each([
  [{ expected: 9, unexpected: 0, flaky: 0, skipped: 0 }, [], { passed: 9, failed: 0 }],
  [{ expected: 6, unexpected: 1, flaky: 1, skipped: 1 }, [], { passed: 6, failed: 3 }],
  [{ expected: 0, unexpected: 0, flaky: 0, skipped: 0 }, [{ message: 'no server' }], { passed: 0, failed: 1 }],
])('converts Playwright’s %j with errors %j into %j', (stats, errors, tally) => {
  expect(tallyOfPlaywright({ stats, errors })).toEqual(tally)
})

it('throws for a report of an unknown shape, so that no failure goes unnoticed', () => {
  expect(() => tallyOfVitest({})).toThrow()
  expect(() => tallyOfPlaywright({ stats: {} })).toThrow()
})

it('adds a failure for the exit code when the report has none', () => {
  expect(withExitCode({ passed: 5, failed: 0 }, 1)).toEqual({ passed: 5, failed: 1 })
  expect(withExitCode({ passed: 5, failed: 2 }, 1)).toEqual({ passed: 5, failed: 2 })
  expect(withExitCode({ passed: 5, failed: 0 }, 0)).toEqual({ passed: 5, failed: 0 })
})

it('sums tallies', () => {
  expect(
    sum([
      { passed: 1, failed: 0 },
      { passed: 2, failed: 3 },
    ]),
  ).toEqual({ passed: 3, failed: 3 })
})

it('parses the last closing line of the output', () => {
  const printed = `── unit\n${closingLine({ passed: 1, failed: 1 })}\n── e2e\n\n${closingLine({ passed: 5, failed: 0 })}\n`
  expect(tallyOfOutput(printed, 0)).toEqual({ passed: 5, failed: 0 })
  expect(tallyOfOutput(printed, 1)).toEqual({ passed: 5, failed: 1 })
  expect(tallyOfOutput('', 0)).toEqual({ passed: 0, failed: 1 })
  expect(tallyOfOutput('', 2)).toEqual({ passed: 0, failed: 1 })
})
