import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonLines } from '@/lib/customers/format/json-lines'

const laidOut = (json: string) =>
  jsonLines(json)
    .map(({ depth, text }) => `${'  '.repeat(depth)}${text}`)
    .join('\n')

describe('jsonLines', () => {
  it('keeps numbers and escapes as they are', () => {
    const json = '{"a":12345678901234567890,"b":1.0e+400,"c":"\\u202eÅ","d":[-0,{}],"e":[ ]}'
    expect(laidOut(json).split('\n')).toEqual([
      '{',
      '  "a": 12345678901234567890,',
      '  "b": 1.0e+400,',
      '  "c": "\\u202eÅ",',
      '  "d": [',
      '    -0,',
      '    {}',
      '  ],',
      '  "e": []',
      '}',
    ])
  })

  it('indents JSON as JSON.stringify does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 1, '\t'), (value, space) => {
        expect(laidOut(JSON.stringify(value, null, space))).toBe(JSON.stringify(value, null, 2))
      }),
    )
  })

  it('finds the closing line of each opening line', () => {
    const lines = jsonLines('{"a":{"b":[1,2]},"c":3}')
    expect(lines.map(({ text, closes }) => [text, closes])).toEqual([
      ['{', 8],
      ['"a": {', 6],
      ['"b": [', 5],
      ['1,', undefined],
      ['2', undefined],
      [']', undefined],
      ['},', undefined],
      ['"c": 3', undefined],
      ['}', undefined],
    ])
  })

  it('keeps every character, and never throws', () => {
    const bare = (text: string) =>
      text.replace(/"(?:[^"\\]|\\.)*"?|\s+/gs, (part) => (part.startsWith('"') ? part : ''))
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(
          bare(
            jsonLines(text)
              .map((line) => line.text)
              .join('\n'),
          ).replace(/\s/g, ''),
        ).toBe(bare(text).replace(/\s/g, ''))
      }),
    )
  })
})
