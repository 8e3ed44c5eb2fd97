import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseExactly } from '@/lib/server/upstream/exact-json'

it.each([
  ['9007199254740993', '9007199254740993'],
  ['-12345678901234567890', '-12345678901234567890'],
  ['1e400', '1e400'],
  ['[-1.5E+400]', ['-1.5E+400']],
  ['{"n" : [1,\n -9007199254740993]}', { n: [1, '-9007199254740993'] }],
  ['9007199254740991', 9_007_199_254_740_991],
  ['1.2345678901234567', 1.234_567_890_123_456_7],
  ['"9007199254740993"', '9007199254740993'],
  ['"\\"9007199254740993"', '"9007199254740993'],
  ['{"9007199254740993":[9007199254740993,1]}', { '9007199254740993': ['9007199254740993', 1] }],
])('parses %s as %j', (text, value) => {
  expect(parseExactly(text)).toEqual(value)
})

it('gives what JSON.parse gives for everything else', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(JSON.stringify(parseExactly(text))).toBe(JSON.stringify(JSON.parse(text)))
    }),
  )
  for (const text of ['', '[9007199254740993', '[9007199254740993 9007199254740993]', '01234567890123456'])
    expect(() => parseExactly(text)).toThrow(SyntaxError)
})
