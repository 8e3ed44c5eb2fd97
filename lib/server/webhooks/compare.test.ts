import { describe, expect, it } from 'vitest'
import { compareReport, type State } from '@/lib/server/webhooks/compare'
import { parseReport, type Report } from '@/lib/server/webhooks/report'

const key = { id: 'k', secret: Buffer.from('0123456789abcdef') }
const times = ['2026-03-01T08:00:00.000Z', '2026-03-02T08:00:00.000Z', '2026-03-03T08:00:00.000Z'] as const

function report(customer: Record<string, unknown>, event = 'customer_update'): Report {
  const body = Buffer.from(JSON.stringify({ customer_id: 'K-1', type: 'customer', ...customer }))
  const parsed = parseReport({ account: 'T12345678', event, delivery: 'd', body })
  if (typeof parsed === 'string') throw new Error(parsed)
  return parsed
}
/** What the last of these reports says, and the state after it. */
function last(...reports: Report[]) {
  let state: State | null = null
  let comparison = { properties: null as string[] | null, consent: [] as unknown[] }
  for (const one of reports) {
    const next = compareReport(one, state, one.at ?? times[0], key)
    state = next.state ?? state
    comparison = { properties: next.properties, consent: next.consent }
  }
  return { ...comparison, state }
}
const yes = { consent: true, updated_at: times[0] }
const no = { consent: false, updated_at: times[2] }

describe('the properties that changed', () => {
  it('are named, whatever their values are, and missing is the same as null', () => {
    const before = report({ updated_at: times[0], email: 'a@example.no', gender: null, addresses: [{ type: 'home' }] })
    const after = report({
      updated_at: times[1],
      email: 'b@example.no',
      addresses: [{ type: 'work' }],
      attributes: { a: 1 },
    })
    expect(last(before, after).properties).toEqual(['email', 'addresses', 'attributes'])
    expect(
      last(before, report({ updated_at: times[1], email: 'a@example.no', addresses: [{ type: 'home' }] })).properties,
    ).toEqual([])
  })

  it('are not known of a customer whom nothing was known of, and none of a new one', () => {
    expect(last(report({ email: 'a@example.no' })).properties).toBeNull()
    expect(last(report({ email: 'a@example.no' }, 'customer_add')).properties).toEqual([])
  })

  it('leave no value in what is kept', () => {
    const { state } = last(report({ email: 'nora@example.no', first_name: 'Nora', metadata: { note: 'secret' } }))
    expect(JSON.stringify(state)).not.toMatch(/nora|secret/i)
    expect(Object.values(state?.properties ?? {}).every((hash) => /^[0-9a-f]{8}$/.test(hash))).toBe(true)
  })

  it('have other hashes for another customer and with another key', () => {
    const one = report({ email: 'a@example.no' })
    const hashOf = (of: Report, secret = key.secret) =>
      compareReport(of, null, times[0], { id: 'k', secret }).state?.properties.email
    expect(new Set([hashOf(one), hashOf({ ...one, customerId: 'K-2' }), hashOf(one, Buffer.from('other'))]).size).toBe(
      3,
    )
  })

  it('are not known after the key was replaced', () => {
    const before = compareReport(report({ email: 'a@example.no' }), null, times[0], key).state
    const other = { ...key, id: 'other' }
    expect(compareReport(report({ email: 'b@example.no' }), before, times[1], other).properties).toBeNull()
  })

  it('of names that nobody has are one name', () => {
    const before = report({ updated_at: times[0], ['x'.repeat(5_000)]: 1 })
    const after = report({ updated_at: times[1], ['x'.repeat(5_000)]: 2, 'a\0b': 3 })
    expect(last(before, after).properties).toEqual(['…'])
  })
})

describe('consent', () => {
  it('is kept before and after, with the time of each answer', () => {
    const before = report({ updated_at: times[0], marketing_consent: { email: yes, sms: null } })
    const after = report({ updated_at: times[2], marketing_consent: { email: no, post: yes } })
    expect(last(before, after)).toMatchObject({
      properties: [],
      consent: [
        { channel: 'email', before: true, before_at: times[0], after: false, after_at: times[2] },
        { channel: 'post', before: null, before_at: null, after: true, after_at: times[0] },
      ],
    })
  })

  it('that is taken away altogether is told as well, and the same answer is none', () => {
    const before = report({ updated_at: times[0], marketing_consent: { email: yes } })
    expect(last(before, report({ updated_at: times[1] })).consent).toMatchObject([{ before: true, after: null }])
    expect(last(before, report({ updated_at: times[1], marketing_consent: { email: yes } })).consent).toEqual([])
  })

  it.each([['yes'], [7], [[]], [{ consent: 'yes' }], [{ updated_at: '2026-13-45' }]])(
    'of the form %j says nothing',
    (given) => {
      expect(last(report({ marketing_consent: { email: given } })).consent.length).toBeLessThanOrEqual(1)
    },
  )
})

describe('the order of reports is not promised', () => {
  const newest = report({ updated_at: times[2], email: 'c@example.no', marketing_consent: { email: no } })
  const older = report({ updated_at: times[1], email: 'b@example.no', marketing_consent: { email: yes } })

  it('an older one changes nothing of what is known, and tells the answers of its time', () => {
    const { state } = last(newest)
    expect(last(newest, older)).toEqual({
      properties: null,
      consent: [{ channel: 'email', before: null, before_at: null, after: true, after_at: times[0] }],
      state,
    })
  })

  it('nothing comes back after a deletion', () => {
    const deleted = report({ deleted_at: times[2] }, 'customer_delete')
    expect(last(older, deleted).state).toMatchObject({ at: times[2], properties: {}, consent: {} })
    expect(last(deleted, older).state).toMatchObject({ at: times[2], properties: {}, consent: {} })
  })
})

it.each(['token_add', 'receipt_add', 'wallet_transaction', 'discount_customer_update'])(
  '%s says only that it happened, and when',
  (event) => {
    const one = report({ created_at: times[1], value: 'secret', marketing_consent: { email: yes } }, event)
    expect(last({ ...one, event: one.event })).toMatchObject(
      event === 'discount_customer_update' ? {} : { properties: [], consent: [], state: null },
    )
    expect(one.at).toBe(times[1])
  },
)
