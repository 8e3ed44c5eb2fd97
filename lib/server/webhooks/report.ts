import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type ChangeEvent, changeEvents } from '@/lib/customers/changes/change'
import { identityHistory } from '@/lib/customers/model/identity-history'
import { storable } from '@/lib/server/audit/rows'
import { isTooDeep } from '@/lib/server/nesting'
import { parseInstant } from '@/lib/time'

/** The answer about one channel; null where Dintero does not say. */
export type Answer = { consent: boolean | null; at: string | null }

/** What a webhook reports of one customer. */
export type Report = {
  account: string
  customerId: string
  event: ChangeEvent
  /** When it happened (ISO 8601, UTC); null where the body does not say. */
  at: string | null
  delivery: string
  contentHash: string
  /** The customer as Dintero has it now; null for an event about something else of the customer. */
  customer: Record<string, unknown> | null
  consent: Record<string, Answer>
  /** The `customer_id` of before the last change of it. */
  formerId: string | null
}

const text = z.string().nullable().catch(null).default(null)
const bodySchema = z.looseObject({
  customer_id: z.string().min(1).max(255),
  created_at: text,
  updated_at: text,
  deleted_at: text,
  marketing_consent: z.record(z.string(), z.unknown()).nullable().catch(null).default(null),
  metadata: z.record(z.string(), z.unknown()).nullable().catch(null).default(null),
})
const answerSchema = z.object({ consent: z.boolean().nullable().catch(null).default(null), updated_at: text })

const eventSchema = z.enum(changeEvents)
/** Dintero sends a GUID; any text that can be a number of its own is one. */
const deliverySchema = z.string().regex(/^[\w.:-]{1,100}$/)

/** An instant as all of them are written, so that texts compare as times do; null for none, and for years that no calendar needs. */
function toIso(given: string | null): string | null {
  const iso = parseInstant(given ?? undefined)?.toISOString() ?? ''
  return /^[12]\d{3}-/.test(iso) ? iso : null
}

/** More channels and longer names than any account has are no channels. */
const maxChannels = 50
const maxNameLength = 100

function toConsent(given: Record<string, unknown> | null): Record<string, Answer> {
  const entries = Object.entries(given ?? {}).flatMap(([channel, value]): [string, Answer][] => {
    const { data } = answerSchema.safeParse(value)
    if (!data || channel.length > maxNameLength || storable(channel) !== channel) return []
    return [[channel, { consent: data.consent, at: toIso(data.updated_at) }]]
  })
  return Object.fromEntries(entries.slice(0, maxChannels))
}

type Delivery = { account: string; event: string; delivery: string; body: Uint8Array }

/**
 * Parses a delivery whose signature is right. `ignored` is one that is about no customer, such as `ping`; `invalid` one that
 * breaks the contract.
 */
export function parseReport({ account, event, delivery, body }: Delivery): Report | 'ignored' | 'invalid' {
  const knownEvent = eventSchema.safeParse(event)
  if (!knownEvent.success) return 'ignored'
  const number = deliverySchema.safeParse(delivery)
  let json: unknown
  try {
    json = JSON.parse(Buffer.from(body).toString('utf8'))
  } catch {
    return 'invalid'
  }
  const parsed = bodySchema.safeParse(json)
  if (!number.success || !parsed.success || isTooDeep(json)) return 'invalid'
  const { customer_id: customerId, updated_at, deleted_at, created_at, marketing_consent, metadata } = parsed.data
  // An id that PostgreSQL cannot store has no row.
  if (storable(customerId) !== customerId) return 'ignored'
  const isOfCustomer = knownEvent.data.startsWith('customer_')
  const [last] = identityHistory({ metadata: metadata ?? {} })
  return {
    account,
    customerId,
    event: knownEvent.data,
    at: toIso(deleted_at ?? updated_at ?? created_at),
    delivery: number.data,
    contentHash: createHash('sha256').update(body).digest('hex'),
    customer: isOfCustomer ? (json as Record<string, unknown>) : null,
    consent: isOfCustomer ? toConsent(marketing_consent) : {},
    formerId: last?.to === customerId && storable(last.from) === last.from ? last.from : null,
  }
}
