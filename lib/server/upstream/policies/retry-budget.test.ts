import { expect, it } from 'vitest'
import { RetryBudget } from '@/lib/server/upstream/policies/retry-budget'

const usual = { retryPercent: 20, retryMinimum: 10 }

function taken(budget: RetryBudget): number {
  let tries = 0
  while (budget.take()) tries++
  return tries
}

it.each([
  [0, 10],
  [50, 10],
  [51, 11],
  [1_000, 200],
])('after %d calls in a minute gives %d tries more', (calls, tries) => {
  const budget = new RetryBudget(usual, () => 0)
  for (let call = 0; call < calls; call++) budget.count()
  expect(taken(budget)).toBe(tries)
})

it('gives tries again as the minute passes', () => {
  let now = 0
  const budget = new RetryBudget(usual, () => now)
  expect(taken(budget)).toBe(10)
  now = 58_000
  expect(taken(budget)).toBe(0)
  now = 60_000
  expect(taken(budget)).toBe(10)
})
