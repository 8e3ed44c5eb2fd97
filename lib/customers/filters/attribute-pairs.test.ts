import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromPairs, toPairs } from '@/lib/customers/filters/attribute-pairs'

it('puts attributes with a value first, and returns null for no attributes', () => {
  expect(fromPairs([])).toEqual({ attributes_keys: null, attributes_values: null })
  expect(
    fromPairs([
      { name: 'newsletter', value: null },
      { name: 'club', value: 'gold' },
    ]),
  ).toEqual({ attributes_keys: ['club', 'newsletter'], attributes_values: ['gold'] })
})

it('keeps each value with its name', () => {
  const pair = fc.record({ name: fc.string(), value: fc.option(fc.string()) })
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 4 }), (pairs) => {
      const text = (all: typeof pairs) => all.map((one) => JSON.stringify([one.name, one.value])).sort()
      expect(text(toPairs(fromPairs(pairs)))).toEqual(text(pairs))
    }),
  )
})
