import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noFilters, serializeCustomerQuery } from '@/lib/customers/filters/customer-query'
import { parseCustomerQuery } from '@/lib/customers/filters/parse-customer-query'
import { matchesAllWords, wordsOf } from '@/lib/customers/model/match'
import { isWholeName, partsOf } from '@/lib/server/customers/fetch/words'

it.each([
  ['Nordby Jakob', ['Nordby', 'Jakob']],
  ['Nordby, Jakob', ['Nordby', 'Jakob']],
  ['Nordby,Jakob;', ['Nordby', 'Jakob']],
  ['Anne-Lise O’Brien', ['Anne', 'Lise', 'O', 'Brien']],
  ['Rør & Varme A/S', ['Rør', 'Varme', 'A', 'S']],
  ['nora K-214907', ['nora', 'K-214907']],
  ['nora.b@example.no nora', ['nora.b@example.no', 'nora']],
  ['J. Nordby J.', ['J', 'Nordby']],
  ['nora.bjorgum', ['nora.bjorgum']],
  [' & - ', []],
])('%j has the words %j', (text, words) => expect(wordsOf(text)).toEqual(words))

it.each([
  ['Nordby Jakob', ['Nordby', 'Jakob', 'Nordby-Jakob']],
  ['Nordby-Jakob', ['Nordby', 'Jakob', 'Nordby Jakob']],
  ['Anne-Lise Berg', ['Anne-Lise', 'Berg', 'Anne Lise']],
  ['J. Nordby', ['Nordby']],
  ['J N', ['J', 'N']],
  ["O'Brien", ['Brien', 'O Brien']],
  ['Kari Anne Nordmann', ['Kari', 'Nordmann', 'Kari Anne', 'Anne Nordmann']],
])('the parts of %j that can begin a name are %j', (text, parts) => expect(partsOf(text)).toEqual(parts))

it('has four parts at most, each a cursor that a URL accepts, whatever the text is', () => {
  const word = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constantFrom('Ås', "O'B", 'Li-Lu', '&', '4'))
  const texts = fc.array(word, { maxLength: 6 }).map((words) => words.join(' ').trim())
  fc.assert(
    fc.property(
      texts.filter((text) => wordsOf(text).length > 1),
      (search) => {
        const parts = partsOf(search)
        expect(parts.length).toBeLessThanOrEqual(4)
        for (const by_word of parts) {
          const url = serializeCustomerQuery({ ...noFilters, search, by_word, starting_after: 'a' })
          const problems = parseCustomerQuery(new URLSearchParams(url)).problems.map(({ field }) => field)
          expect([by_word, problems.includes('by_word')]).toEqual([by_word, false])
        }
      },
    ),
  )
})

it('finds a name by its words in any order and with any marks between them', () => {
  const name = fc.stringMatching(/^[A-ZÆØÅ][a-zæøåé]{1,8}$/)
  const names = fc.tuple(name, name, name)
  const marks = fc.constantFrom(' ', ', ', ',', '-', '’', "'", '  ', '–')
  fc.assert(
    fc.property(names, names, marks, marks, ([a, b, c], order, first, second) => {
      const customer = { customer_id: 'K-1', type: 'customer' as const, first_name: `${a}${first}${b}`, last_name: c }
      const said = [a, b, c].toSorted((x, y) => order.indexOf(x) - order.indexOf(y) || (x < y ? -1 : 1))
      expect(matchesAllWords(customer, wordsOf(said.join(second)))).toBe(true)
    }),
  )
})

describe('a whole name', () => {
  const person = { customer_id: 'K-1', type: 'customer' as const, first_name: 'Siân', last_name: 'O’Brien' }
  it.each(["siân o'brien", 'O’Brien, Siân', 'O’BRIEN SIÂN'])('is %s', (text) =>
    expect(isWholeName(person, text)).toBe(true),
  )
  it.each(['Siân', 'Siân O', "O'Brien", '', '-'])('is not %j', (text) => expect(isWholeName(person, text)).toBe(false))
})
