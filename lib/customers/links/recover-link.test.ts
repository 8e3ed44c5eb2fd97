import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCustomerSearchParams } from '@/lib/customers/filters/parse-customer-query'
import { recoverLink } from '@/lib/customers/links/recover-link'

const recover = (text: string) => {
  const recovered = recoverLink(new URLSearchParams(text))
  return recovered && Object.fromEntries(recovered)
}

describe('recoverLink', () => {
  it.each([
    ['phone_number=+4742140318', { phone_number: '+4742140318' }],
    ['phone_number= 4742140318', { phone_number: '+4742140318' }],
    ['phone_number=%204742140318%20', { phone_number: '+4742140318' }],
    ['phone_number=4742140318%20', { phone_number: '4742140318' }],
    ['email=nora vip@example.no', { email: 'nora+vip@example.no' }],
    ['email=%20nora@example.no%0A', { email: 'nora@example.no' }],
    ['email=nora@example.no%C2%A0', { email: 'nora@example.no' }],
    ['search=+4742140318', { search: '+4742140318' }],
    ['search=%20nora%20', { search: 'nora' }],
    ['type=%20company', { type: 'company' }],
    ['since_datetime=2026-01-31T08:00:00 01:00', { since_datetime: '2026-01-31T08:00:00+01:00' }],
    ['record=%20K-1%20', { record: 'K-1' }],
    ['colour=%20red%20&email=%20a@b.no', { colour: ' red ', email: 'a@b.no' }],
  ])('%s is recovered', (text, expected) => expect(recover(text)).toEqual(expected))

  it.each([
    '',
    'email=nora@example.no',
    'phone_number=%2B4742140318',
    'search=ola+nordmann',
    'search=+++',
    'email=two words',
    'email=a@b.no&email=%20a@b.no',
    'attributes_keys=%20club',
    'colour=%20red',
  ])('%s is left as it is', (text) => expect(recover(text)).toBeNull())

  it('never makes a readable address unreadable, and is done after one time', () => {
    const name = fc.constantFrom('email', 'phone_number', 'search', 'type', 'record', 'since_datetime', 'x')
    const value = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(' 4712345678', 'a b@c.no', ' any '))
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value), { maxLength: 5 }), (pairs) => {
        const params = new URLSearchParams(pairs)
        const recovered = recoverLink(params)
        if (!recovered) return
        const problems = (given: URLSearchParams) => parseCustomerSearchParams(given).problems.length
        expect(problems(recovered)).toBeLessThanOrEqual(problems(params))
        expect(recoverLink(recovered)).toBeNull()
      }),
    )
  })
})
