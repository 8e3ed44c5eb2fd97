import { expect, it } from 'vitest'
import { toLineQuery } from '@/components/customers/scan/line-query'
import { parseSearchText } from '@/lib/customers/search-text/parse'
import { vocabulary } from '@/lib/customers/search-text/vocabulary-for-tests'

const accountId = 'T12345678'
const query = (line: string) => {
  const { parsed, problems } = parseSearchText(line, vocabulary)
  return toLineQuery({ ...parsed, problems }, accountId)
}

it.each([
  ['nora@example.no', { email: 'nora@example.no' }],
  ['Nora Bjørgum', { search: 'Nora Bjørgum' }],
  ['type:company', { type: 'company' }],
  [`https://backoffice.dintero.com/${accountId}/customers/K-1`, { search: 'K-1' }],
])('%s is looked up', (line, expected) => expect(query(line)).toMatchObject(expected))

it.each([
  ['nothing in quotes', '""'],
  ['a question mark', '?'],
  ['what cannot be seen', '\u200b'],
  ['an operator without a value', 'email:'],
  ['an operator that does not exist', 'colour:red'],
  ['deleted ones alone, which takes a scan', 'deleted:only'],
  ['no filter but deleted ones too', 'deleted:yes'],
  ['the list of an account', `https://backoffice.dintero.com/${accountId}/customers`],
  ['a customer of another account', 'https://backoffice.dintero.com/P12345678/customers/K-1'],
])('%s is not understood, and never finds everybody', (_, line) => expect(query(line)).toBeNull())
