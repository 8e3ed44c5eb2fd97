import fc from 'fast-check'
import { expect, it } from 'vitest'
import { jsonMembers } from '@/lib/customers/format/json-parts'

it('returns the source text of each item of a list', () => {
  expect(jsonMembers('[ {"a": 1.0e2, "b":[1,{"c":"],["}]} ,2,"x,\\"]", [] ,null]')).toEqual([
    '{"a": 1.0e2, "b":[1,{"c":"],["}]}',
    '2',
    '"x,\\"]"',
    '[]',
    'null',
  ])
  expect(jsonMembers(' [ ] ')).toEqual([])
})

it('returns every item, and each parses to its value', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), fc.constantFrom(undefined, 2, '\t'), (list, space) => {
      const text = JSON.stringify(list, null, space)
      expect(jsonMembers(text).map((member): unknown => JSON.parse(member))).toEqual(JSON.parse(text))
    }),
  )
})
