import { describe, expect, it } from 'vitest'
import { type Call, maxNotesLength, parseCall } from '@/lib/customers/call/call'
import { callText } from '@/lib/customers/call/call-text'
import type { Customer } from '@/lib/customers/model/customer'
import { messagesFor } from '@/lib/messages/catalogue'

const checked = { at: '2026-11-27T17:31:00.000Z', matches: true }

describe('a stored call', () => {
  it('is the one that was stored', () => {
    const call: Call = { notes: 'Calls back', checked }
    expect(parseCall(JSON.parse(JSON.stringify(call)))).toEqual(call)
  })

  it.each([
    null,
    1,
    'x',
    [],
    { notes: 1 },
    { checked: 'x' },
    { checked: { at: 'never', matches: true } },
    { checked: { ...checked, matches: 1 } },
  ])('is empty for %j', (stored) => expect(parseCall(stored)).toEqual({ notes: '', checked: null }))

  it('has no longer notes than are kept', () => {
    expect(parseCall({ notes: 'x'.repeat(maxNotesLength + 1) }).notes).toHaveLength(maxNotesLength)
  })
})

describe('a call as text', () => {
  const nora: Customer = { customer_id: 'K-1', type: 'customer', first_name: 'Nora', last_name: 'Bjørgum' }
  const text = (customer: Customer, call: Call, locale: 'en' | 'nb' = 'en') =>
    callText(customer, call, {
      t: messagesFor(locale),
      locale,
      zone: 'Europe/Oslo',
      now: new Date('2026-11-27T17:40:00Z'),
    })

  it('says with whom it was, when, whether the identity was checked, and what was noted', () => {
    expect(text(nora, { notes: ' Wants a refund.\nCall back. \n', checked })).toBe(
      'Nora Bjørgum, K-1\nCall, 27 Nov 2026 18:40:00 CET\nIdentity checked at 18:31:00: birth date.\n\nWants a refund.\nCall back.',
    )
    expect(text(nora, { notes: 'Hei', checked: { ...checked, matches: false } }, 'nb')).toMatch(
      /^Nora Bjørgum, K-1\nSamtale, 27\. nov\. 2026.*18:40:00 CET\nFødselsdatoen stemte ikke 18:31:00\.\n\nHei$/,
    )
  })

  it('says nothing of a check that was not made, and has a name for whoever has none', () => {
    expect(text({ customer_id: 'K-2', type: 'customer' }, { notes: 'x', checked: null })).toBe(
      'No name, K-2\nCall, 27 Nov 2026 18:40:00 CET\n\nx',
    )
  })
})
