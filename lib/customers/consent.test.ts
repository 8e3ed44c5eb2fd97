import { expect, it } from 'vitest'
import { consentChannels, consentOf } from '@/lib/customers/consent'
import type { Customer } from '@/lib/customers/customer'

const customer = (marketing_consent: Customer['marketing_consent']): Customer => ({
  customer_id: 'K-1',
  type: 'customer',
  marketing_consent,
})

it('tells yes, no and never asked apart', () => {
  const given = customer({
    sms: { consent: true, updated_at: '2026-01-01T00:00:00Z' },
    email: { consent: false },
    push: {},
  })
  expect(consentOf(given, 'sms')).toEqual({ channel: 'sms', answer: 'yes', updated_at: '2026-01-01T00:00:00Z' })
  expect(consentOf(given, 'email').answer).toBe('no')
  expect(consentOf(given, 'push').answer).toBe('never')
  expect(consentOf(customer(undefined), 'sms').answer).toBe('never')
})

it('shows SMS and email always, then every custom channel', () => {
  expect(
    consentChannels(customer({ post: { consent: false }, email: { consent: true } })).map(({ channel }) => channel),
  ).toEqual(['sms', 'email', 'post'])
})

it('is not fooled by a channel that has the name of a property of objects', () => {
  expect(consentOf(customer({}), 'constructor').answer).toBe('never')
})
