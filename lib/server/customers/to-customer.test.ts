import { describe, expect, it } from 'vitest'
import { customerSchema } from '@/lib/customers/customer'
import { people } from '@/lib/sandbox/seed'
import { readWireCustomer } from '@/lib/server/customers/to-customer'

describe('readWireCustomer', () => {
  it('keeps Dintero’s names, and corrects the one misspelling', () => {
    const read = readWireCustomer({
      type: 'company',
      customer_id: 'B-1',
      company: { bussiness_name: 'Fjord AS', number_of_employees: '11-50' },
    })
    expect(read).toEqual({
      customer: {
        type: 'company',
        customer_id: 'B-1',
        company: { business_name: 'Fjord AS', number_of_employees: '11-50' },
      },
    })
  })

  it('takes the two required properties alone', () => {
    expect(readWireCustomer({ type: 'customer', customer_id: 'x' })).toEqual({
      customer: { type: 'customer', customer_id: 'x' },
    })
  })

  it('reads null as missing, and lets unknown properties pass without letting them out', () => {
    const read = readWireCustomer({
      type: 'customer',
      customer_id: 'x',
      email: null,
      company: null,
      addresses: [{ country: null }],
      secret: 1,
      marketing_consent: { sms: null, post: { consent: true } },
    })
    expect(read).toEqual({
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
    [null, null, 'the whole'],
    ['text', null, 'the whole'],
  ])('carries %j as unreadable, with its id and what is wrong, never its values', (raw, id, reason) => {
    expect(readWireCustomer(raw)).toEqual({ unreadable: { id, reason } })
  })

  it('reads every named person of the sandbox, and gives what our API promises', () => {
    for (const [name, { record }] of Object.entries(people)) {
      const read = readWireCustomer(JSON.parse(JSON.stringify(record.customer)))
      expect([name, 'customer' in read && customerSchema.safeParse(read.customer).success]).toEqual([name, true])
    }
  })
})
