import { expect, it } from 'vitest'
import { durationsOfPlaywright, durationsOfVitest, slowestLines } from '@/lib/commands/test/slowest'

it('parses the durations in the report of vitest', () => {
  const assertionResults = [{ fullName: 'adds up', duration: 12 }, { fullName: 'is skipped' }]
  expect(durationsOfVitest({ testResults: [{ name: '/desk/lib/a.test.ts', assertionResults }] })).toEqual([
    { title: 'adds up', file: '/desk/lib/a.test.ts', ms: 12 },
    { title: 'is skipped', file: '/desk/lib/a.test.ts', ms: 0 },
  ])
})

it('parses the durations in the report of Playwright, including nested suites', () => {
  const spec = (title: string, duration: number) => ({ title, file: 'a.spec.ts', tests: [{ results: [{ duration }] }] })
  const nested = { specs: [spec('inner', 2)] }
  expect(durationsOfPlaywright({ suites: [{ specs: [spec('outer', 1)], suites: [nested] }] })).toEqual([
    { title: 'inner', file: 'a.spec.ts', ms: 2 },
    { title: 'outer', file: 'a.spec.ts', ms: 1 },
  ])
})

it('lists the ten slowest tests, slowest first', () => {
  const durations = Array.from({ length: 12 }, (_, at) => ({ title: `test ${at}`, file: '/x/a.test.ts', ms: at * 100 }))
  const lines = slowestLines(durations).split('\n')
  expect(lines).toHaveLength(10)
  expect(lines[0]).toBe('   1.1 s  a.test.ts: test 11')
})
