import { expect, it } from 'vitest'
import { RetryBudget } from '@/lib/server/upstream/policies/retry-budget'

const usual = { retryPercent: 20, retryMinimum: 10 }

function taken(budget: RetryBudget): number {
  let retries = 0
  while (budget.takeRetry()) retries++
  return retries
}

it.each([
  [0, 10],
  [50, 10],
  [51, 11],
  [1_000, 200],
])('allows %2$d retries after %1$d calls in a minute', (calls, retries) => {
  const budget = new RetryBudget(usual, () => 0)
  for (let call = 0; call < calls; call++) budget.countCall()
  expect(taken(budget)).toBe(retries)
})

it('allows retries again when the minute has passed', () => {
  let now = 0
  const budget = new RetryBudget(usual, () => now)
  expect(taken(budget)).toBe(10)
  now = 58_000
  expect(taken(budget)).toBe(0)
  now = 60_000
  expect(taken(budget)).toBe(10)
})
