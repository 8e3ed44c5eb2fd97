import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Customer, customerSchema } from '@/lib/customers/model/customer'
import { maskCustomer, maskJson, maskValue, visibilityAt } from '@/lib/customers/model/customer-mask'
import { maskText } from '@/lib/customers/model/masked'

const shown = new Set(['points'])

const whole: Customer = {
  id: 'i-1',
  customer_id: 'K-1',
  type: 'customer',
  first_name: 'Nora',
  last_name: 'Bjørgum',
  email: 'nora@example.no',
  phone_number: '+4742140318',
  gender: 'female',
  date_of_birth: '1991-04-17',
  status: 'active',
  favorite_store: 'Oslo City',
  enrolled_by: { type: 'store', value: 'kasse 4' },
  marketing_consent: { sms: { consent: true, updated_at: '2026-11-20T15:00:00Z' } },
  addresses: [
    {
      address_line: 'Thereses gate 14B',
      postal_code: '0454',
      postal_place: 'Oslo',
      country: 'NO',
      latitude: 59.9,
      longitude: 10.7,
      comment: 'Ring på',
    },
  ],
  company: { business_name: 'Fjord AS', organization_number: '923609016' },
  contact_for: [{ customer_id: 'B-1' }],
  attributes: { points: 320, credit_limit: 5000, undeclared: 'x' },
  metadata: { dob_year: 1991 },
  created_at: '2026-11-20T15:00:00Z',
}

describe('maskCustomer', () => {
  it('keeps names, company, ids, consent and times, and masks the rest with the same text', () => {
    expect(maskCustomer(whole, shown)).toEqual({
      ...whole,
      email: maskText,
      phone_number: maskText,
      gender: maskText,
      date_of_birth: maskText,
      enrolled_by: { type: 'store', value: maskText },
      addresses: [
        { address_line: maskText, postal_code: maskText, postal_place: 'Oslo', country: 'NO', comment: maskText },
      ],
      attributes: { points: 320, credit_limit: maskText, undeclared: maskText },
      metadata: { [maskText]: maskText },
    })
  })

  it('returns a valid customer, and does not change its argument', () => {
    const before = structuredClone(whole)
    expect(customerSchema.safeParse(maskCustomer(whole, shown)).success).toBe(true)
    expect(whole).toEqual(before)
  })

  it('masks properties without a rule', () => {
    expect(visibilityAt(['nickname'], shown)).toBe('masked')
    expect(visibilityAt(['addresses', '0', 'floor'], shown)).toBe('masked')
    expect(visibilityAt(['enrolled_by', 'by'], shown)).toBe('masked')
    for (const name of ['constructor', '__proto__', 'toString']) expect(visibilityAt([name], shown)).toBe('masked')
  })
})

describe('maskJson', () => {
  it('replaces masked values and keeps all other text', () => {
    const text =
      '{ "email":"nora@example.no", "points" : 1.50e3,"attributes":{"points":12345678901234567890,"x":{"y":[1]}},\n"status":"a\\u202eb"}'
    expect(maskJson(text, shown)).toBe(
      `{ "email":"${maskText}", "points" : "${maskText}","attributes":{"points":12345678901234567890,"x":"${maskText}"},\n"status":"a\\u202eb"}`,
    )
  })

  const name = fc.oneof(
    fc.constantFrom(
      'email',
      'status',
      'addresses',
      'attributes',
      'metadata',
      'points',
      'postal_place',
      'enrolled_by',
      '__proto__',
    ),
    fc.string(),
  )
  const { json } = fc.letrec<{ json: unknown }>((tie) => ({
    json: fc.oneof(
      { maxDepth: 4 },
      fc.oneof(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null)),
      fc.array(tie('json'), { maxLength: 4 }),
      fc.array(fc.tuple(name, tie('json')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
    ),
  }))
  const customer = fc.array(fc.tuple(name, json)).map((entries): unknown => Object.fromEntries(entries))

  it('gives the same result as masking the parsed value, whatever the white space', () => {
    fc.assert(
      fc.property(customer, fc.constantFrom(undefined, 2, '\t'), (value, space) => {
        const text = JSON.stringify(value, null, space)
        expect(JSON.parse(maskJson(text, shown))).toEqual(maskValue(JSON.parse(text), shown))
      }),
    )
  })
})
