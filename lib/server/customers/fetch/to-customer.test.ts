import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { customerSchema } from '@/lib/customers/model/customer'
import { people } from '@/lib/sandbox/seed/seed'
import { parseWireCustomer, parseWireRecord } from '@/lib/server/customers/fetch/to-customer'

describe('parseWireCustomer', () => {
  it('keeps Dintero’s property names, and corrects the one that is misspelled', () => {
    const parsed = parseWireCustomer({
      type: 'company',
      customer_id: 'B-1',
      company: { bussiness_name: 'Fjord AS', number_of_employees: '11-50' },
    })
    expect(parsed).toEqual({
      customer: {
        type: 'company',
        customer_id: 'B-1',
        company: { business_name: 'Fjord AS', number_of_employees: '11-50' },
      },
    })
  })

  it('accepts a customer with only the two required properties', () => {
    expect(parseWireCustomer({ type: 'customer', customer_id: 'x' })).toEqual({
      customer: { type: 'customer', customer_id: 'x' },
    })
  })

  it('treats null as missing, and ignores unknown properties', () => {
    const parsed = parseWireCustomer({
      type: 'customer',
      customer_id: 'x',
      email: null,
      company: null,
      addresses: [{ country: null }],
      secret: 1,
      marketing_consent: { sms: null, post: { consent: true } },
    })
    expect(parsed).toEqual({
      customer: { type: 'customer', customer_id: 'x', addresses: [{}], marketing_consent: { post: { consent: true } } },
    })
  })

  it.each([
    [{ type: 'customer' }, null, 'customer_id'],
    [{ customer_id: 'x', type: 'person', id: 'i' }, 'i', 'type'],
    [{ customer_id: 'x', type: 'customer', email: 1 }, 'x', 'email'],
    [{ customer_id: 'x', type: 'customer', addresses: {} }, 'x', 'addresses'],
    [
      { customer_id: 'x', type: 'customer', marketing_consent: { sms: { consent: 'yes' } } },
      'x',
      'marketing_consent.sms.consent',
    ],
    [
      { customer_id: 'x', type: 'contact', contact_for: [{ customer_id: 'K-1' }, { customer_id: 'K-\udc00' }] },
      'x',
      'contact_for.1.customer_id',
    ],
    [null, null, 'the whole'],
    ['text', null, 'the whole'],
  ])('returns %j as unreadable, with its id and the wrong properties, but never their values', (raw, id, reason) => {
    const customer_id = raw !== null && typeof raw === 'object' && 'customer_id' in raw ? raw.customer_id : null
    expect(parseWireCustomer(raw)).toEqual({ unreadable: { id, customer_id, reason } })
  })

  it.each([
    [
      { type: 'customer', customer_id: 'K-\ud800', id: 'i' },
      { id: 'i', customer_id: null, reason: 'customer_id' },
    ],
    [
      { type: 'customer', customer_id: '\udfffK' },
      { id: null, customer_id: null, reason: 'customer_id' },
    ],
    [
      { type: 'customer', customer_id: 'K-1', id: 'i\ud800' },
      { id: 'K-1', customer_id: 'K-1', reason: 'id' },
    ],
  ])('returns %j as unreadable, without the id that no URL can hold', (raw, unreadable) => {
    expect(parseWireCustomer(raw)).toEqual({ unreadable })
  })

  it('returns only ids that a URL can hold, whatever the upstream sends', () => {
    const unit = fc.oneof(fc.constantFrom('\ud800', '\udc00', '\0', '/', '%', 'a'), fc.string({ maxLength: 1 }))
    const text = fc.array(unit, { maxLength: 6 }).map((units) => units.join(''))
    const row = fc.record({
      type: fc.constant('contact'),
      customer_id: text,
      id: fc.option(text, { nil: undefined }),
      first_name: text,
      contact_for: fc.array(fc.record({ customer_id: text }), { maxLength: 2 }),
    })
    fc.assert(
      fc.property(row, (raw) => {
        const parsed = parseWireCustomer(raw)
        const { id, customer_id, contact_for } =
          'customer' in parsed ? { contact_for: [], ...parsed.customer } : { ...parsed.unreadable, contact_for: [] }
        const links = contact_for?.map((link) => link.customer_id) ?? []
        for (const one of [id, customer_id, ...links])
          expect(one ?? '').toSatisfy((text: string) => text.isWellFormed())
      }),
    )
  })

  it('parses every named person of the sandbox into a customer that matches our API schema', () => {
    for (const [name, { record }] of Object.entries(people)) {
      const parsed = parseWireCustomer(JSON.parse(JSON.stringify(record.customer)))
      expect([name, 'customer' in parsed && customerSchema.safeParse(parsed.customer).success]).toEqual([name, true])
    }
  })
})

describe('parseWireRecord', () => {
  it('keeps the valid values beside the wrong ones, and the undocumented properties', () => {
    const record = parseWireRecord({
      type: 'customer',
      customer_id: 'x',
      email: 42,
      status: 'active',
      addresses: ['nowhere', { postal_code: 349, postal_place: 'Oslo' }],
      marketing_consent: { sms: { consent: 'yes' }, email: { consent: true } },
      loyalty: { tier: 1 },
    })
    expect(record).toEqual({
      customer: {
        type: 'customer',
        customer_id: 'x',
        status: 'active',
        addresses: [{}, { postal_place: 'Oslo' }],
        marketing_consent: { sms: {}, email: { consent: true } },
      },
      other: { loyalty: { tier: 1 } },
      wrong: expect.arrayContaining([
        { path: ['email'], value: 42 },
        { path: ['addresses', '0'], value: 'nowhere' },
        { path: ['addresses', '1', 'postal_code'], value: 349 },
        { path: ['marketing_consent', 'sms', 'consent'], value: 'yes' },
      ]),
    })
  })

  it('replaces a type that is not in the contract by other, and lists it as wrong', () => {
    expect(parseWireRecord({ type: 'alien', customer_id: 'x' })).toEqual({
      customer: { type: 'other', customer_id: 'x' },
      other: {},
      wrong: [{ path: ['type'], value: 'alien' }],
    })
  })

  it('does not change its argument', () => {
    const raw = { type: 'customer', customer_id: 'x', email: 42 }
    parseWireRecord(raw)
    expect(raw.email).toBe(42)
  })

  const value = fc.oneof(fc.jsonValue(), fc.constantFrom('customer', 'x', null))
  const names = [
    'type',
    'customer_id',
    'email',
    'addresses',
    'marketing_consent',
    'company',
    'term',
    'metadata',
    '__proto__',
  ]
  it('parses any object that has a customer_id', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), value), (given) => {
        const raw: unknown = JSON.parse(JSON.stringify({ ...given, customer_id: 'x' }))
        const record = parseWireRecord(raw)
        expect(record?.customer.customer_id).toBe('x')
        expect(customerSchema.safeParse(record?.customer).success).toBe(true)
      }),
    )
  })
})
