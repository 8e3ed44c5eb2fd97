import type { AuditEvent } from '@/lib/audit/audit-event'
import type { ChangeEvent, CustomerChange } from '@/lib/customers/changes/change'
import { type ConsentAnswer, consentOf } from '@/lib/customers/model/consent'
import type { Customer } from '@/lib/customers/model/customer'
import { identityHistory } from '@/lib/customers/model/identity-history'
import { parseInstant } from '@/lib/time'

/** What happened to a customer, and who has looked. `at` is an instant (ISO 8601). */
export type TimelineEntry =
  | { kind: 'created' | 'deleted' | 'terms'; at: string }
  | { kind: 'consent'; at: string; channel: string; answer: ConsentAnswer }
  | { kind: 'changed'; at: string; properties: string[] | null }
  | { kind: 'id'; at: string; from: string }
  | { kind: 'event'; at: string; event: Exclude<ChangeEvent, `customer_${string}`> }
  | { kind: 'looked'; at: string; event: AuditEvent }

/** An answer of one channel from an instant on. */
export type AnswerSince = { answer: ConsentAnswer; at: string }

const toAnswer = (consent: boolean | null): ConsentAnswer => (consent === null ? 'never' : consent ? 'yes' : 'no')

/**
 * The answers of each channel, the first one first: what webhooks have reported, and what the record says now. An answer without
 * a time is left out, since nobody knows where it stands.
 */
export function consentHistory(customer: Customer, changes: readonly CustomerChange[]): Map<string, AnswerSince[]> {
  const byChannel = new Map<string, Map<string, ConsentAnswer>>()
  const add = (channel: string, answer: ConsentAnswer, given: string | null | undefined) => {
    const at = parseInstant(given ?? undefined)?.toISOString()
    if (at === undefined) return
    const answers = byChannel.get(channel) ?? new Map<string, ConsentAnswer>()
    byChannel.set(channel, answers.set(at, answer))
  }
  for (const { at, consent } of changes)
    for (const { channel, before, before_at, after, after_at } of consent) {
      if (before !== null) add(channel, toAnswer(before), before_at)
      // An answer that was taken away has no time of its own.
      add(channel, toAnswer(after), after === null ? at : after_at)
    }
  for (const channel of Object.keys(customer.marketing_consent ?? {})) {
    const { answer, updated_at } = consentOf(customer, channel)
    add(channel, answer, updated_at)
  }
  const sorted = (answers: Map<string, ConsentAnswer>) =>
    [...answers]
      .map(([at, answer]) => ({ at, answer }))
      .sort((a, b) => a.at.localeCompare(b.at))
      // The same answer again, at a later time, is no change.
      .filter(({ answer }, index, all) => all[index - 1]?.answer !== answer)
  return new Map([...byChannel].map(([channel, answers]) => [channel, sorted(answers)]))
}

function ofChange({ event, at, properties }: CustomerChange): TimelineEntry[] {
  switch (event) {
    case 'customer_add':
      return [{ kind: 'created', at }]
    case 'customer_delete':
      return [{ kind: 'deleted', at }]
    case 'customer_update': {
      // The id has an entry of its own, with the one before it.
      const named = properties?.filter((name) => name !== 'customer_id') ?? null
      return named?.length === 0 ? [] : [{ kind: 'changed', at, properties: named }]
    }
    default:
      return [{ kind: 'event', at, event }]
  }
}

/** The kinds of audit events by which somebody has looked at one customer; a list names many, and is none. */
const looks = new Set<AuditEvent['kind']>(['open', 'reveal', 'identity', 'export'])

type Sources = { customer: Customer; changes: readonly CustomerChange[]; looked: readonly AuditEvent[] }

/**
 * What is known of a customer, the latest first: what the record says of itself, what webhooks have reported, and who has
 * looked. What two of them know is there once.
 */
export function toTimeline({ customer, changes, looked }: Sources): TimelineEntry[] {
  const { created_at, deleted_at, term } = customer
  const present: TimelineEntry[] = [
    ...(created_at ? [{ kind: 'created' as const, at: created_at }] : []),
    ...(deleted_at ? [{ kind: 'deleted' as const, at: deleted_at }] : []),
    ...(term?.accepted_at ? [{ kind: 'terms' as const, at: term.accepted_at }] : []),
    ...identityHistory(customer).flatMap(({ at, from }) => (at ? [{ kind: 'id' as const, at, from }] : [])),
    ...[...consentHistory(customer, changes)].flatMap(([channel, answers]) =>
      answers.map(({ at, answer }) => ({ kind: 'consent' as const, at, channel, answer })),
    ),
  ]
  const isKnown = ({ kind }: TimelineEntry) =>
    (kind === 'created' && Boolean(created_at)) || (kind === 'deleted' && Boolean(deleted_at))
  const timeOf = ({ at }: TimelineEntry) => parseInstant(at)?.getTime() ?? 0
  return [
    ...present,
    ...changes.flatMap(ofChange).filter((entry) => !isKnown(entry)),
    ...looked.filter(({ kind }) => looks.has(kind)).map((event) => ({ kind: 'looked' as const, at: event.at, event })),
  ]
    .filter(({ at }) => parseInstant(at) !== null)
    .sort((a, b) => timeOf(b) - timeOf(a))
}
