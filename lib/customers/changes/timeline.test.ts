import { describe, expect, it } from 'vitest'
import type { AuditEvent } from '@/lib/audit/audit-event'
import type { CustomerChange } from '@/lib/customers/changes/change'
import { consentHistory, toTimeline } from '@/lib/customers/changes/timeline'
import type { Customer } from '@/lib/customers/model/customer'

const march = '2024-03-03T08:00:00.000Z'
const november = '2026-11-12T08:00:00.000Z'
const customer: Customer = { customer_id: 'K-1', type: 'customer' }
const change = (more: Partial<CustomerChange>): CustomerChange => ({
  ...{ id: 1, event: 'customer_update', at: november, properties: [], consent: [] },
  ...more,
})
const kinds = (entries: { kind: string }[]) => entries.map(({ kind }) => kind)

describe('the answers of a channel', () => {
  const withdrawn = { channel: 'email', before: true, before_at: march, after: false, after_at: november }

  it('are those of the reports and of the record, each from its time on', () => {
    const present = { ...customer, marketing_consent: { email: { consent: false, updated_at: november } } }
    expect(consentHistory(present, [change({ consent: [withdrawn] })])).toEqual(
      new Map([
        [
          'email',
          [
            { answer: 'yes', at: march },
            { answer: 'no', at: november },
          ],
        ],
      ]),
    )
  })

  it('are in the order of their times, whatever the order of the reports', () => {
    const asked = { channel: 'email', before: null, before_at: null, after: true, after_at: march }
    const answers = consentHistory(customer, [change({ consent: [withdrawn] }), change({ id: 2, consent: [asked] })])
    expect(answers.get('email')?.map(({ answer }) => answer)).toEqual(['yes', 'no'])
  })

  it('end with the time of the report where an answer was taken away', () => {
    const gone = { channel: 'sms', before: true, before_at: march, after: null, after_at: null }
    expect(consentHistory(customer, [change({ consent: [gone] })]).get('sms')).toEqual([
      { answer: 'yes', at: march },
      { answer: 'never', at: november },
    ])
  })

  it('are the present ones alone where nothing was reported, and none without a time', () => {
    const marketing_consent = { email: { consent: true, updated_at: march }, sms: { consent: true }, post: {} }
    expect([...consentHistory({ ...customer, marketing_consent }, [])]).toEqual([
      ['email', [{ answer: 'yes', at: march }]],
    ])
  })
})

describe('the timeline', () => {
  it('has once what the record and a report both know, and names what changed', () => {
    const known = {
      ...customer,
      created_at: march,
      metadata: { 'dintero_change_customer_id_1.a': { old: 'K-0', new: 'K-1', created_at: '2025-01-01T00:00:00Z' } },
    }
    const changes = [
      change({ id: 4, properties: ['customer_id', 'email'] }),
      change({ id: 3, properties: ['customer_id'], at: '2025-01-01T00:00:00Z' }),
      change({ id: 2, event: 'token_add', at: '2024-05-01T00:00:00Z' }),
      change({ id: 1, event: 'customer_add', at: march }),
    ]
    expect(toTimeline({ customer: known, changes, looked: [] })).toEqual([
      { kind: 'changed', at: november, properties: ['email'] },
      { kind: 'id', at: '2025-01-01T00:00:00Z', from: 'K-0' },
      { kind: 'event', at: '2024-05-01T00:00:00Z', event: 'token_add' },
      { kind: 'created', at: march },
    ])
  })

  it('says that something changed where nobody knows what, and nothing where nothing did', () => {
    expect(kinds(toTimeline({ customer, changes: [change({ properties: null })], looked: [] }))).toEqual(['changed'])
    expect(toTimeline({ customer, changes: [change({})], looked: [] })).toEqual([])
  })

  it('has the deletion of a tombstone once', () => {
    const deleted = { ...customer, deleted_at: november }
    expect(
      kinds(toTimeline({ customer: deleted, changes: [change({ event: 'customer_delete' })], looked: [] })),
    ).toEqual(['deleted'])
  })

  it('has who looked at this customer, and not who listed many', () => {
    const looked = (['search', 'open', 'section', 'reveal', 'identity', 'count'] as const).map(
      (kind) => ({ kind, at: november }) as AuditEvent,
    )
    const entries = toTimeline({ customer, changes: [], looked })
    expect(entries.map((entry) => (entry.kind === 'looked' ? entry.event.kind : ''))).toEqual([
      'open',
      'reveal',
      'identity',
    ])
  })

  it('leaves out what has no time that can be read', () => {
    expect(toTimeline({ customer: { ...customer, created_at: 'once' }, changes: [], looked: [] })).toEqual([])
  })
})
