import { expect, it } from 'vitest'
import { breakLines } from '@/lib/server/customers/dossier/pdf/line-breaks'

const lines = (text: string, width: number) => breakLines(text, width, () => 1)

it.each([
  ['', 5, ['']],
  ['ab cd ef', 5, ['ab cd', 'ef']],
  ['ab\n\ncd', 5, ['ab', '', 'cd']],
  ['abcdefgh ij', 5, ['abcde', 'fgh', 'ij']],
  ['a abcdefg', 5, ['a', 'abcde', 'fg']],
  ['1\u00a0000 kr', 5, ['1\u00a0000', 'kr']],
  ['abcde fghij', 5, ['abcde', 'fghij']],
  ['😀😀😀', 2, ['😀😀', '😀']],
])('breaks %j at a width of %i', (text, width, broken) => expect(lines(text, width)).toEqual(broken))

it('takes time in proportion to the text', () => {
  const started = performance.now()
  expect(lines('å'.repeat(200_000), 100)).toHaveLength(2_000)
  expect(performance.now() - started).toBeLessThan(5_000)
})
