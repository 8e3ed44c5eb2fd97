import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { customerFilters } from '@/lib/customers/filters/customer-query'
import { parseCustomerSearchParams } from '@/lib/customers/filters/parse-customer-query'
import { unreadFilters } from '@/lib/customers/links/unread-filters'

const unread = (text: string) => unreadFilters(parseCustomerSearchParams(new URLSearchParams(text)).problems)
const fields = (text: string) => unread(text).map(({ field }) => field)

describe('unreadFilters', () => {
  it.each([
    ['email=nora', 'email'],
    ['email=', 'email'],
    ['search=', 'search'],
    ['search=+++', 'search'],
    ['search=a&search=b', 'search'],
    ['phone_number=ring', 'phone_number'],
    ['type=person', 'type'],
    ['tag_id=vip', 'tag_id'],
    ['include_deleted=yes', 'include_deleted'],
    ['only=living', 'only'],
    ['was=', 'was'],
    ['changed_at=today', 'changed_at'],
    // A filter by a name that is nearly one of ours.
    ['phone=99999999', 'phone'],
    ['Email=nora@example.no', 'Email'],
    ['tag=VIP', 'tag'],
    ['merke=VIP', 'merke'],
    ['Telefon=42140318', 'Telefon'],
    ['customer_id=K-1', 'customer_id'],
  ])('%s is a filter that cannot be read', (text, field) => expect(fields(text)).toEqual([field]))

  it.each(['', 'limit=0', 'at=x', 'starting_after=a/b', 'section=nowhere', 'record=', 'utm_source=mail', 'colour=red'])(
    '%s leaves no filter unread',
    (text) => expect(fields(text)).toEqual([]),
  )

  it('names every filter that has a value in the address and sets nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(customerFilters)), fc.string({ unit: 'binary' }), (name, value) => {
        const { query } = parseCustomerSearchParams(new URLSearchParams([[name, value]]))
        const isSet = JSON.stringify(query) !== JSON.stringify(parseCustomerSearchParams(new URLSearchParams()).query)
        const isDefault = name === 'include_deleted' && value === 'false'
        expect(isSet || isDefault || unread(new URLSearchParams([[name, value]]).toString()).length > 0).toBe(true)
      }),
    )
  })
})
