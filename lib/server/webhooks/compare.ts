import 'server-only'
import { createHmac } from 'node:crypto'
import type { ConsentChange } from '@/lib/customers/changes/change'
import type { Answer, Report } from '@/lib/server/webhooks/report'

/** What is known of a customer since the last report: no value but consent, only what tells that one has changed. */
export type State = {
  /** When the customer was last changed (ISO 8601, UTC). */
  at: string
  keyId: string
  /** 32 bits of a keyed hash of each property. */
  properties: Record<string, string>
  consent: Record<string, Answer>
}

/** The key of the hashes. A state with another key is compared by consent alone. */
export type HashKey = { id: string; secret: Buffer }

/** What changes with every change, and consent, which is compared by its answers. */
const uncompared = new Set(['updated_at', 'marketing_consent'])
/** Names that Dintero does not have, of a length that nobody reads, count as one. */
const maxNameLength = 100
const maxNames = 100

const nameOf = (name: string) =>
  name.length <= maxNameLength && name.isWellFormed() && !name.includes('\0') ? name : '…'

function hashProperties({ account, customerId, customer }: Report, key: HashKey): Record<string, string> {
  const hashes = new Map<string, string>()
  for (const [given, value] of Object.entries(customer ?? {})) {
    // A property that is null is missing (contract).
    if (value === null || uncompared.has(given) || hashes.size >= maxNames) continue
    const name = nameOf(given)
    const text = JSON.stringify([account, customerId, name, hashes.get(name) ?? null, value])
    hashes.set(name, createHmac('sha256', key.secret).update(text).digest('hex').slice(0, 8))
  }
  return Object.fromEntries(hashes)
}

const isSame = (a: Answer | undefined, b: Answer | undefined) => a?.consent === b?.consent && a?.at === b?.at

function compareConsent(before: Record<string, Answer>, after: Record<string, Answer>): ConsentChange[] {
  const channels = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return channels.flatMap((channel) => {
    const [was, is] = [before[channel], after[channel]]
    if (isSame(was, is)) return []
    return [
      {
        channel,
        before: was?.consent ?? null,
        before_at: was?.at ?? null,
        after: is?.consent ?? null,
        after_at: is?.at ?? null,
      },
    ]
  })
}

/** What a report says has changed, and the state after it; null where it leaves the state as it is. */
export type Comparison = { properties: string[] | null; consent: ConsentChange[]; state: State | null }

/**
 * Compares a report with what was known before. The order of reports is not promised: one that is older than what is known
 * tells that something has changed and which answers there were, and changes nothing of what is known.
 */
export function compareReport(report: Report, before: State | null, at: string, key: HashKey): Comparison {
  if (report.customer === null) return { properties: [], consent: [], state: null }
  const { consent } = report
  if (before !== null && at < before.at)
    return {
      properties: null,
      consent: compareConsent({}, consent).filter(
        ({ channel, after_at }) => after_at !== null && after_at < (before.consent[channel]?.at ?? ''),
      ),
      state: null,
    }
  if (report.event === 'customer_delete')
    return { properties: [], consent: [], state: { at, keyId: key.id, properties: {}, consent: {} } }
  const properties = hashProperties(report, key)
  const state = { at, keyId: key.id, properties, consent }
  if (before === null || before.keyId !== key.id)
    return {
      properties: report.event === 'customer_add' ? [] : null,
      consent: compareConsent(before?.consent ?? {}, consent),
      state,
    }
  const names = new Set([...Object.keys(before.properties), ...Object.keys(properties)])
  return {
    properties:
      report.event === 'customer_add' ? [] : [...names].filter((name) => before.properties[name] !== properties[name]),
    consent: compareConsent(before.consent, consent),
    state,
  }
}
