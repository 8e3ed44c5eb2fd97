import { describe, expect, it } from 'vitest'
import { findAlternatives } from '@/lib/customers/alternatives/find-alternatives'
import { findSpellings } from '@/lib/customers/alternatives/spellings'
import { type CustomerFilters, noFilters } from '@/lib/customers/filters/customer-query'
import type { AlternativeContext } from '@/lib/customers/filters/filter'
import { otherReadingsOfPhone, withCountryCode } from '@/lib/customers/search-text/recognise-phone'

const accounts = [
  { id: 'T12345678', name: 'Test' },
  { id: 'P12345678', name: 'Real' },
]
const other = 'account Real P12345678'
const countries = ['NO', 'SE', 'DK', 'FI']
const context: AlternativeContext = {
  findSpellings: (text) => findSpellings(text, 3),
  otherReadingsOfPhone: (digits) => otherReadingsOfPhone(digits, countries),
  withCountryCode: (digits) => withCountryCode(digits, countries),
  tokenTypes: ['membership_card', 'gift_card'],
}
const find = (filters: Partial<CustomerFilters>, isMasked = false) =>
  findAlternatives({ filters: { ...noFilters, ...filters }, accountId: 'T12345678', accounts, isMasked }, context)
/** The alternatives as text; `*` marks those that are counted at once. */
const kinds = (filters: Partial<CustomerFilters>, isMasked?: boolean) =>
  find(filters, isMasked).map(
    ({ kind, value, isImpossible, isCountedAtOnce }) =>
      `${kind}${value && ` ${value}`}${isImpossible ? ' cannot' : ''}${isCountedAtOnce ? ' *' : ''}`,
  )
const tag_id = '3c90c3cc-0d44-4b50-8888-8dd25736052a'

describe('alternatives to a query that found nobody, the most helpful first', () => {
  it.each([
    [{ search: 'zz' }, ['contacts', 'deleted', other]],
    [{ search: 'zz', type: 'any' as const, include_deleted: true }, [other]],
    [{ search: 'zz', type: 'company' as const }, ['without_filters *', 'any_type', 'deleted', other]],
    [{ search: 'zz', tag_id }, ['without_filters *', 'contacts', 'deleted cannot']],
    [{ email: 'kari@example.no' }, ['email_begins kari', 'contacts', 'deleted cannot', other]],
    [
      { phone_number: '+4742140318' },
      ['phone_begins +4742140', 'phone +4542140318 *', 'without_plus 4742140318', 'contacts', 'deleted cannot', other],
    ],
    [
      { phone_number: '+4720123456' },
      ['phone_begins +4720123', 'phone +4520123456 *', 'without_plus 4720123456', 'contacts', 'deleted cannot', other],
    ],
    [
      { search: '0701740605' },
      [
        'phone +46701740605 *',
        'phone +358701740605 *',
        'contacts',
        'deleted',
        other,
        'token 0701740605 *',
        'token 0701740605',
      ],
    ],
    [{ search: '421403' }, ['with_country_code +47421403 *', 'contacts', 'deleted', other]],
    [{ search: '+4742' }, ['without_plus 4742', 'contacts', 'deleted', other]],
    [{ search: 'bjrgum' }, ['contacts', 'deleted', other]],
    [
      { search: 'bjorgum' },
      ['spelling bjørgum *', 'spelling björgum *', 'spelling bjoergum *', 'contacts', 'deleted', other],
    ],
    [
      { search: 'bjorgum', since_datetime: '2026-01-01T00:00:00Z' },
      [
        'without_filters *',
        'spelling bjørgum *',
        'spelling björgum *',
        'spelling bjoergum',
        'contacts',
        'deleted',
        other,
      ],
    ],
    [{ search: "d'orn" }, ["spelling d'ørn", "spelling d'örn", "spelling d'oern", 'contacts', 'deleted', other]],
    [{ search: 'bjorgum li', match: 'words' as const }, expect.not.arrayContaining(['without_filters'])],
    [
      { search: 'kim bjorgum' },
      [
        'spelling kim bjørgum',
        'spelling kim björgum',
        'spelling kim bjoergum',
        'word kim',
        'word bjorgum',
        'contacts',
        'deleted',
        other,
      ],
    ],
    [
      { search: '2400-0000 00214907' },
      [
        'word 2400-0000',
        'word 00214907',
        'contacts',
        'deleted',
        other,
        'token 2400000000214907',
        'token 2400000000214907',
      ],
    ],
    [
      { search: '2400000000214907' },
      ['contacts', 'deleted', other, 'token 2400000000214907 *', 'token 2400000000214907 *'],
    ],
    [{ tag_id }, ['contacts', 'deleted cannot']],
    [{ tag_id, type: 'company' as const }, ['any_type', 'deleted cannot']],
  ])('%j', (filters, offers) => {
    expect(kinds(filters)).toEqual(offers)
  })

  it('for people who see masked customers: no part of an email or a phone, and no count before a request', () => {
    expect(kinds({ email: 'kari@example.no' }, true)).toEqual(['contacts', 'deleted cannot', other])
    expect(kinds({ phone_number: '+4742140318' }, true)).toEqual([
      'phone +4542140318',
      'without_plus 4742140318',
      'contacts',
      'deleted cannot',
      other,
    ])
    expect(kinds({ search: '421403' }, true)).toEqual(['contacts', 'deleted', other])
    expect(kinds({ search: 'bjorgum', tag_id }, true).filter((one) => one.endsWith('*'))).toEqual([])
    expect(kinds({ search: '2400000000214907' }, true)).toContain('token 2400000000214907')
  })

  it('change only the filters that they name', () => {
    const since_datetime = '2026-01-01T00:00:00Z'
    const all = find({ email: 'kari@x.no', since_datetime, include_deleted: true })
    const filtersOf = (kind: string) => all.find((one) => one.kind === kind)?.filters
    expect(filtersOf('contacts')).toMatchObject({ type: 'any', email: 'kari@x.no', since_datetime })
    expect(filtersOf('email_begins')).toMatchObject({ email: null, search: 'kari', since_datetime })
    expect(filtersOf('without_filters')).toEqual({ ...noFilters, email: 'kari@x.no', include_deleted: true })
    const [token] = find({ search: '2400000000214907' }).filter(({ kind }) => kind === 'token')
    expect(token?.filters).toEqual({
      ...noFilters,
      token_type: 'membership_card',
      token_value: '2400000000214907',
    })
  })
})
