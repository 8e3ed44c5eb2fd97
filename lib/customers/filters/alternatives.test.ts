import { describe, expect, it } from 'vitest'
import { findAlternatives } from '@/lib/customers/filters/alternatives'
import { type CustomerFilters, noFilters } from '@/lib/customers/filters/customer-query'

const accounts = [
  { id: 'T12345678', name: 'Test' },
  { id: 'P12345678', name: 'Real' },
]
const kinds = (filters: Partial<CustomerFilters>) =>
  findAlternatives({ ...noFilters, ...filters }, 'T12345678', accounts).map(
    ({ kind, value, isImpossible }) => `${kind}${value && ` ${value}`}${isImpossible ? ' cannot' : ''}`,
  )

describe('alternatives to a query that found nobody', () => {
  it.each([
    [{ search: 'zz' }, ['contacts', 'deleted', 'account Real P12345678']],
    [{ search: 'zz', type: 'any' as const, include_deleted: true }, ['account Real P12345678']],
    [{ search: 'zz', type: 'company' as const }, ['any_type', 'deleted', 'account Real P12345678']],
    [{ email: 'kari@example.no' }, ['contacts', 'deleted cannot', 'email_begins kari', 'account Real P12345678']],
    [
      { phone_number: '+4742140318' },
      ['contacts', 'deleted cannot', 'phone_begins +4742140', 'without_plus 4742140318', 'account Real P12345678'],
    ],
    [{ search: 'ola nordmann' }, ['contacts', 'deleted', 'word ola', 'word nordmann', 'account Real P12345678']],
    [{ search: '+4742' }, ['contacts', 'deleted', 'without_plus 4742', 'account Real P12345678']],
    [{ tag_id: '3c90c3cc-0d44-4b50-8888-8dd25736052a' }, ['contacts', 'deleted cannot']],
  ])('%j', (filters, offers) => {
    expect(kinds(filters)).toEqual(offers)
  })

  it('change only the filters that they name', () => {
    const [contacts, , begins] = findAlternatives(
      { ...noFilters, email: 'kari@x.no', since_datetime: '2026-01-01T00:00:00Z' },
      'T12345678',
      accounts,
    )
    expect(contacts?.filters).toMatchObject({ type: 'any', email: 'kari@x.no', since_datetime: '2026-01-01T00:00:00Z' })
    expect(begins?.filters).toMatchObject({ email: null, search: 'kari' })
  })
})
