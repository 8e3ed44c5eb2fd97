import fc from 'fast-check'
import { expect, it } from 'vitest'
import { consentOf } from '@/lib/customers/model/consent'
import { consentChannels, consentSentence, isOldAnswer } from '@/lib/customers/model/consent-channels'
import type { Customer } from '@/lib/customers/model/customer'
import { en } from '@/lib/messages/en'
import { nb } from '@/lib/messages/nb'

const customer = (marketing_consent: Customer['marketing_consent']): Customer => ({
  customer_id: 'K-1',
  type: 'customer',
  marketing_consent,
})

it('distinguishes yes, no and never asked', () => {
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

it('lists SMS and email always, then every custom channel', () => {
  expect(
    consentChannels(customer({ post: { consent: false }, email: { consent: true } })).map(({ channel }) => channel),
  ).toEqual(['sms', 'email', 'post'])
})

it('handles a channel that is named like a property of every object', () => {
  expect(consentOf(customer({}), 'constructor').answer).toBe('never')
})

it('writes the consents as sentences', () => {
  const given = customer({ sms: { consent: true }, email: { consent: false }, post: {} })
  expect(consentSentence(given, undefined, en)).toBe('May be texted. May not be emailed. Never asked about post.')
  expect(consentSentence(customer({ '<b>': { consent: true } }), undefined, nb)).toBe(
    'Aldri spurt om SMS. Aldri spurt om e-post. Kan kontaktes via <b>.',
  )
})

it('reports a consent as blocked where Dintero does not allow the channel', () => {
  const given = customer({ sms: { consent: true }, email: { consent: true } })
  const communication = { phone_number: { allowed: false }, email: { allowed: true } }
  expect(consentSentence(given, communication, en)).toBe(
    'Said yes to texts, but Dintero doesn’t allow them. May be emailed.',
  )
})

it('names each channel exactly once, and reports yes only for a given consent', () => {
  const answer = fc.record({ consent: fc.option(fc.boolean(), { nil: undefined }) })
  fc.assert(
    fc.property(fc.dictionary(fc.string({ minLength: 1 }), answer), (consents) => {
      const given = customer(consents)
      const channels = consentChannels(given)
      expect(new Set(channels.map(({ channel }) => channel)).size).toBe(channels.length)
      for (const { channel, answer } of channels) {
        const consented = Object.hasOwn(consents, channel) ? consents[channel]?.consent : undefined
        expect(answer).toBe(consented === true ? 'yes' : consented === false ? 'no' : 'never')
      }
    }),
  )
})

// Summer time begins on 29 March 2026 in Oslo and ends on 5 April 2026 in Auckland.
it.each(['UTC', 'Europe/Oslo', 'Pacific/Auckland'])('counts the age of an answer by calendar days in %s', (zone) => {
  const format = new Intl.DateTimeFormat('en', { year: 'numeric', month: 'numeric', day: 'numeric', timeZone: zone })
  const dayOf = (instant: Date) => {
    const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
    return { months: (parts.get('year') ?? 0) * 12 + (parts.get('month') ?? 0), day: parts.get('day') ?? 0 }
  }
  const hours = (from: string, to: string) =>
    fc
      .integer({ min: Date.parse(from) / 3_600_000, max: Date.parse(to) / 3_600_000 })
      .map((at) => new Date(at * 3_600_000))
  fc.assert(
    fc.property(
      hours('2023-01-01', '2026-01-01'),
      hours('2026-03-20', '2026-04-15'),
      fc.integer({ min: 1, max: 40 }),
      (answeredAt, now, months) => {
        const [from, to] = [dayOf(answeredAt), dayOf(now)]
        const turns = from.months + months
        const isOld = to.months > turns || (to.months === turns && to.day >= from.day)
        const given = { channel: 'sms', answer: 'yes' as const, updated_at: answeredAt.toISOString() }
        expect(isOldAnswer(given, months, now, zone)).toBe(isOld)
      },
    ),
  )
})

it('reports no age for an answer without a date', () => {
  expect(isOldAnswer({ channel: 'sms', answer: 'yes' }, 1, new Date(), 'UTC')).toBe(false)
  expect(isOldAnswer({ channel: 'sms', answer: 'yes', updated_at: 'soon' }, 1, new Date(), 'UTC')).toBe(false)
})
