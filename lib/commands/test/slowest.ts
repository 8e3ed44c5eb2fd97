import { z } from 'zod'

/** The duration and the file of a test. */
export type Duration = { title: string; file: string; ms: number }

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), duration: z.number().nullish() })),
    }),
  ),
})

/** The durations of the tests in vitest's JSON report. */
export function durationsOfVitest(report: unknown): Duration[] {
  return vitestReport
    .parse(report)
    .testResults.flatMap(({ name, assertionResults }) =>
      assertionResults.map(({ fullName, duration }) => ({ title: fullName, file: name, ms: duration ?? 0 })),
    )
}

const playwrightSuite = z.object({
  get suites() {
    return z.array(playwrightSuite).default([])
  },
  specs: z.array(
    z.object({
      title: z.string(),
      file: z.string(),
      tests: z.array(z.object({ results: z.array(z.object({ duration: z.number() })) })),
    }),
  ),
})
type PlaywrightSuite = z.infer<typeof playwrightSuite>

const durationsOfSuite = ({ suites, specs }: PlaywrightSuite): Duration[] => [
  ...suites.flatMap(durationsOfSuite),
  ...specs.flatMap(({ title, file, tests }) =>
    tests.flatMap(({ results }) => results.map(({ duration }) => ({ title, file, ms: duration }))),
  ),
]

/** The durations of the tests in Playwright's JSON report. */
export function durationsOfPlaywright(report: unknown): Duration[] {
  return z
    .object({ suites: z.array(playwrightSuite) })
    .parse(report)
    .suites.flatMap(durationsOfSuite)
}

/** The ten slowest tests, slowest first, one per line. */
export function slowestLines(durations: readonly Duration[]): string {
  return durations
    .toSorted((a, b) => b.ms - a.ms)
    .slice(0, 10)
    .map(({ title, file, ms }) => `${(ms / 1000).toFixed(1).padStart(6)} s  ${file.split('/').at(-1)}: ${title}`)
    .join('\n')
}
