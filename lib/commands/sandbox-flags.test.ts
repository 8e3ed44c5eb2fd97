import { expect, test } from 'vitest'
import { readSandboxFlags } from '@/lib/commands/sandbox-flags'

test.each([
  [['--nonsense'], /nonsense/],
  [['--port', 'x'], /--port takes a whole number from 0 to 65535/],
  [['--port', '70000'], /--port takes/],
  [['--customers', '1'], /--customers takes a whole number from 500/],
  [['--seed', '-1'], /--seed/],
  [['--latency', '1.5'], /--latency takes/],
  [['--deviate', 'nothing-of-the-kind'], /nothing-of-the-kind/],
  [['stray'], /stray/],
])('rejects %j with a message that names it', (args, sentence) => {
  expect(() => readSandboxFlags(args)).toThrow(sentence)
})

test('without flags the sandbox has 25,000 customers on port 4010', () => {
  expect(readSandboxFlags([])).toMatchObject({ port: 4010, customers: 25_000, seed: 1, latencyMs: 0, deviate: [] })
})
