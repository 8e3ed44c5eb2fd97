import { expect, it } from 'vitest'
import { rankCommand } from '@/components/shell/palette/rank-command'

it.each([
  ['', 'Copy email', 2],
  ['copy', 'Copy email', 2],
  ['type comp', 'Type is Company', 1],
  ['comp type', 'Type is Company', 1],
  ['nordlys t12', 'Nordlys Sport', 1, 'T12345678 Test'],
  ['sprak', 'Språk: Norsk bokmål', 2],
  ['bokmal', 'Språk: Norsk bokmål', 1],
  ['mail', 'Copy email', 0],
  ['copy phone', 'Copy email', 0],
  ['...', 'Copy email', 0],
  ['🙂', 'Copy email', 0],
] as [string, string, number, string?][])('%j fits %j: %i', (text, title, rank, note) => {
  expect(rankCommand(text, title, note)).toBe(rank)
})
