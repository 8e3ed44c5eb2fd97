import { expect, it } from 'vitest'
import { splitValues } from '@/lib/customers/search-text/clean/split-values'
import { vocabulary } from '@/lib/customers/search-text/vocabulary-for-tests'

const emails = ['kari@example.no', 'ola@example.no']

it.each([
  ['semicolons', emails.join('; '), emails],
  ['commas', emails.join(', '), emails],
  ['commas without spaces', emails.join(','), emails],
  ['a carriage return', emails.join('\r'), emails],
  ['a line break of Word', emails.join('\v'), emails],
  ['a line separator', emails.join('\u2028'), emails],
  ['tabs', emails.join('\t'), emails],
  ['several separators', `${emails.join(';\t')};`, emails],
  [
    'a list of recipients',
    '"Lie, Kari" <kari@example.no>; Ola <ola@example.no>',
    ['"Lie, Kari" <kari@example.no>', 'Ola <ola@example.no>'],
  ],
  ['phones and ids', '42 14 03 18; K-214907; 43 01 12 74', ['42 14 03 18', 'K-214907', '43 01 12 74']],
])('%s part values', (_, text, values) => {
  expect(splitValues(text, vocabulary)).toEqual(values)
})

it.each([
  ['one value', 'kari@example.no;'],
  ['a name', 'Nordby, Jakob'],
  ['names', 'Nordby; Lie'],
  ['the email and the phone of one person', 'kari@example.no, 42 14 03 18'],
  ['a row of a sheet', 'Kari\tLie\t42140318'],
  ['a number with its extension', '42 14 03 18, linje 3'],
  ['a signature', 'Kari Lie, daglig leder, kari@example.no, 42 14 03 18'],
])('%s is one search', (_, text) => {
  expect(splitValues(text, vocabulary)).toBeNull()
})
