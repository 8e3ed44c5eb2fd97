import fc from 'fast-check'
import { expect, it } from 'vitest'
import { jsonMembers } from '@/lib/customers/format/json-parts'

it('gives each member of a list as it came', () => {
  expect(jsonMembers('[ {"a": 1.0e2, "b":[1,{"c":"],["}]} ,2,"x,\\"]", [] ,null]')).toEqual([
    '{"a": 1.0e2, "b":[1,{"c":"],["}]}',
    '2',
    '"x,\\"]"',
    '[]',
    'null',
  ])
  expect(jsonMembers(' [ ] ')).toEqual([])
})

it('gives as many members as there are, each saying what it says there', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), fc.constantFrom(undefined, 2, '\t'), (list, space) => {
      const text = JSON.stringify(list, null, space)
      expect(jsonMembers(text).map((member): unknown => JSON.parse(member))).toEqual(JSON.parse(text))
    }),
  )
})
