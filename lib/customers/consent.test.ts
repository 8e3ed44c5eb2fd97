import fc from 'fast-check'
import { expect, it } from 'vitest'
import { consentOf } from '@/lib/customers/consent'
import { consentChannels, consentSentence, isOldAnswer } from '@/lib/customers/consent-channels'
import type { Customer } from '@/lib/customers/customer'
import { en } from '@/lib/messages/en'
import { nb } from '@/lib/messages/nb'

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

it('says what may be done, to be read aloud', () => {
  const given = customer({ sms: { consent: true }, email: { consent: false }, post: {} })
  expect(consentSentence(given, undefined, en)).toBe('May be texted. May not be emailed. Never asked about post.')
  expect(consentSentence(customer({ '<b>': { consent: true } }), undefined, nb)).toBe(
    'Aldri spurt om SMS. Aldri spurt om e-post. Kan kontaktes via <b>.',
  )
})

it('does not promise what Dintero does not allow', () => {
  const given = customer({ sms: { consent: true }, email: { consent: true } })
  const communication = { phone_number: { allowed: false }, email: { allowed: true } }
  expect(consentSentence(given, communication, en)).toBe(
    'Said yes to texts, but Dintero does not allow them. May be emailed.',
  )
})

it('says each channel exactly once, and never yes without a yes', () => {
  const answer = fc.record({ consent: fc.option(fc.boolean(), { nil: undefined }) })
  fc.assert(
    fc.property(fc.dictionary(fc.string({ minLength: 1 }), answer), (consents) => {
      const given = customer(consents)
      const channels = consentChannels(given)
      expect(new Set(channels.map(({ channel }) => channel)).size).toBe(channels.length)
      for (const { channel, answer } of channels) {
        const said = Object.hasOwn(consents, channel) ? consents[channel]?.consent : undefined
        expect(answer).toBe(said === true ? 'yes' : said === false ? 'no' : 'never')
      }
    }),
  )
})

// Summer time begins on 29 March 2026 in Oslo and ends on 5 April 2026 in Auckland.
it.each(['UTC', 'Europe/Oslo', 'Pacific/Auckland'])(
  'an answer grows old on the same day of the month, in %s',
  (zone) => {
    const day = fc.integer({ min: 1, max: 28 })
    const hour = fc.integer({ min: 0, max: 23 })
    const noonOf = (year: number, month: number, date: number, at: number) =>
      new Date(Date.UTC(year, month - 1, date, at))
    const calendarDay = (instant: Date) =>
      Number(new Intl.DateTimeFormat('en', { day: 'numeric', timeZone: zone }).format(instant))
    fc.assert(
      fc.property(
        day,
        hour,
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 36 }),
        (date, at, month, months) => {
          const now = noonOf(2026, month, date, at)
          const given = (year: number, in_: number, on: number) => ({
            channel: 'sms',
            answer: 'yes' as const,
            updated_at: noonOf(year, in_, on, at).toISOString(),
          })
          const before = new Date(now)
          before.setUTCMonth(before.getUTCMonth() - months)
          const exact = given(before.getUTCFullYear(), before.getUTCMonth() + 1, before.getUTCDate())
          const isSameDay = calendarDay(new Date(exact.updated_at)) === calendarDay(now)
          if (isSameDay) expect(isOldAnswer(exact, months, now, zone)).toBe(true)
          const dayLater = {
            ...exact,
            updated_at: new Date(Date.parse(exact.updated_at) + 2 * 86_400_000).toISOString(),
          }
          // From the 29th on, a month may be whole on the first of the one after the next.
          if (calendarDay(new Date(dayLater.updated_at)) <= 28)
            expect(isOldAnswer(dayLater, months, now, zone)).toBe(false)
        },
      ),
    )
  },
)

it('has no age without a date', () => {
  expect(isOldAnswer({ channel: 'sms', answer: 'yes' }, 1, new Date(), 'UTC')).toBe(false)
  expect(isOldAnswer({ channel: 'sms', answer: 'yes', updated_at: 'soon' }, 1, new Date(), 'UTC')).toBe(false)
})
