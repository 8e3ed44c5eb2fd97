import { expect, it } from 'vitest'
import { filterText } from '@/lib/audit/filter-text'
import { en } from '@/lib/messages/en'
import { nb } from '@/lib/messages/nb'

it.each([
  [{ name: 'type', value: 'any' }, 'type:any', 'type:alle'],
  [{ name: 'phone_number', hash: '9f41' }, 'phone 9f41', 'telefon 9f41'],
  [{ name: 'search', hash: '9f41' }, 'search 9f41', 'søk 9f41'],
  [{ name: 'section', value: 'communication' }, 'section:verification', 'seksjon:bekreftelser'],
  [{ name: 'section', value: 'constructor' }, 'section:constructor', 'seksjon:constructor'],
  [{ name: 'starting_after', value: 'raw' }, 'starting_after:raw', 'starting_after:raw'],
])('%j reads %s and %s', (filter, english, norwegian) => {
  const read = [filterText(filter, 'en', en.activity.filterWords), filterText(filter, 'nb', nb.activity.filterWords)]
  expect(read).toEqual([english, norwegian])
})

it('keeps the names of the log where no words are given, as in the CSV', () => {
  expect(filterText({ name: 'section', value: 'communication' }, 'en')).toBe('section:communication')
})
