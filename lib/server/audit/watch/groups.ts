import 'server-only'
import type { Permission } from '@/lib/access'
import { toStoredFacts } from '@/lib/audit/event-facts'
import type { EventFacts } from '@/lib/audit/facts-schema'
import { appendGroup, configuredKeys } from '@/lib/server/audit/append'
import { valueHash } from '@/lib/server/audit/keys'
import { refusalNote } from '@/lib/server/audit/refusal-note'
import { storable } from '@/lib/server/audit/rows'
import { countUse } from '@/lib/server/audit/watch/count-use'
import type { AccountAccess } from '@/lib/server/auth/account-access'
import { fromDatabase } from '@/lib/server/database/available'
import { openedDatabase } from '@/lib/server/database/open'
import { processSingleton } from '@/lib/server/process-singleton'

/**
 * Reads that showed nothing: an id that nobody has, a record that is unchanged. They are committed to `activity_groups`
 * before they are answered, and appended to the audit log as one event for each person, account and minute.
 */

type Group = {
  minute: Date
  account: string
  actor_email: string
  actor_name: string
  actor_role: string | null
  outcome: NonNullable<EventFacts['outcome']> | `${typeof lacks}${Permission}`
  customers: string[]
  hashes: string[]
  times: number
  unusual: EventFacts['unusual']
  request_id: string
}

/** What the hashes of an event are of. */
const hashedName = { not_found: 'customer', unchanged: 'customer', no_account: 'account' } as const

/** How many different customers one event names. */
const most = 50

const union = (column: 'customers' | 'hashes') =>
  `CASE WHEN cardinality(g.${column}) >= ${most} OR g.${column} @> excluded.${column} THEN g.${column} ELSE g.${column} || excluded.${column} END`

const insert = `INSERT INTO activity_groups AS g
  VALUES (date_trunc('minute', now()), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`
const begin = `${insert} ON CONFLICT DO NOTHING`
const add = `${insert} ON CONFLICT (minute, account, actor_email, outcome) DO UPDATE SET times = g.times + 1,
    customers = ${union('customers')}, hashes = ${union('hashes')}, unusual = coalesce(excluded.unusual, g.unusual)`

/** What a role lacks, as it is stored in place of an outcome. */
const lacks = 'lacks '

type Reader = Omit<AccountAccess, 'account'> & { account: { id: string } }

/** In place of an account, where somebody requested one that is not theirs. */
const noAccount = ''

type Addition = Pick<Group, 'outcome' | 'customers' | 'hashes' | 'times' | 'unusual'>

/** Runs `begin` or `add`. Returns whether it stored anything. */
async function store(text: string, { viewer, account, request }: Reader, addition: Addition): Promise<boolean> {
  const { outcome, customers, hashes, times, unusual } = addition
  const person = [account.id, storable(viewer.email), storable(viewer.name), viewer.role]
  const values = [...person, outcome, customers, hashes, times, unusual && JSON.stringify(unusual), request.id]
  return (await fromDatabase(openedDatabase().pool.query(text, values))).rowCount === 1
}

async function group(reader: Reader, id: string, outcome: NonNullable<EventFacts['outcome']>): Promise<void> {
  const hash = valueHash(configuredKeys(), reader.account.id, hashedName[outcome], id)
  const isGuess = outcome !== 'unchanged'
  const use = isGuess ? ({ measure: 'guesses', subject: `${reader.account.id} ${hash}` } as const) : null
  const unusual = await countUse(reader, use)
  const named = isGuess ? { customers: [], hashes: [hash] } : { customers: [storable(id)], hashes: [] }
  await store(add, reader, { outcome, ...named, times: 1, unusual })
}

/**
 * Adds a read that showed nothing to its minute. An id that nobody has may be an email or anything else that somebody typed,
 * so its keyed hash is stored. Throws `audit_unavailable`.
 */
export function groupRead(
  access: AccountAccess,
  customerId: string,
  outcome: 'not_found' | 'unchanged',
): Promise<void> {
  return group(access, customerId, outcome)
}

/** Adds the request of an account that the person may not open. Throws `audit_unavailable`. */
export function groupAccountGuess(reader: Omit<Reader, 'account'>, accountId: string): Promise<void> {
  return group({ ...reader, account: { id: noAccount } }, accountId, 'no_account')
}

/**
 * Adds a refusal to its minute, without the customer, whose id the caller chose. Returns false for the first one of the
 * minute, which the caller appends by itself, so that no refusal waits. Throws `audit_unavailable`.
 */
export async function groupRefusal(access: AccountAccess, permission: Permission): Promise<boolean> {
  const refusal: Omit<Addition, 'times' | 'unusual'> = { outcome: `${lacks}${permission}`, customers: [], hashes: [] }
  if (await store(begin, access, { ...refusal, times: 0, unusual: null })) return false
  const unusual = await countUse(access, { measure: 'refusals', subject: access.request.id })
  await store(add, access, { ...refusal, times: 1, unusual })
  return true
}

function toEvent(grouped: Group) {
  const { account, actor_email: email, actor_name: name, actor_role: role, times, minute, unusual } = grouped
  if (grouped.outcome.startsWith(lacks))
    return {
      kind: 'refused' as const,
      actor: { email, name, role },
      account,
      customers: [],
      filters: toStoredFacts({ times, minute: minute.toISOString(), unusual }),
      rows: null,
      note: refusalNote(role, grouped.outcome.slice(lacks.length)),
      requestId: grouped.request_id,
    }
  const outcome = grouped.outcome as NonNullable<EventFacts['outcome']>
  const hashes = grouped.hashes.map((hash) => ({ name: hashedName[outcome], hash }))
  return {
    kind: outcome === 'no_account' ? ('refused' as const) : ('open' as const),
    actor: { email, name, role },
    account: account === noAccount ? null : account,
    customers: grouped.customers,
    filters: [...hashes, ...toStoredFacts({ outcome, times, minute: minute.toISOString(), unusual })],
    rows: 0,
    note: null,
    requestId: grouped.request_id,
  }
}

async function flush(isPresentIncluded: boolean): Promise<void> {
  const client = await openedDatabase().pool.connect()
  try {
    await client.query('BEGIN')
    // One process at a time. What it does not append now is appended by whoever comes next.
    const { rows: locks } = await client.query<{ mine: boolean }>(
      `SELECT pg_try_advisory_xact_lock(hashtext('customer desk activity groups')) AS mine`,
    )
    if (locks[0]?.mine) {
      const { rows } = await client.query<Group>(
        `DELETE FROM activity_groups WHERE minute < date_trunc('minute', now()) OR $1 RETURNING *`,
        [isPresentIncluded],
      )
      // A minute with one refusal has no others: that one is an event by itself.
      const counted = rows
        .filter(({ times }) => times > 0)
        .toSorted((one, other) => one.minute.getTime() - other.minute.getTime())
      await Promise.all(counted.map((grouped) => appendGroup(toEvent(grouped))))
      await client.query(`DELETE FROM uses WHERE at < now() - interval '1 hour'`)
    }
    await client.query('COMMIT')
    client.release()
  } catch (error) {
    // Closing the connection rolls its transaction back: nothing of a group is lost, and at worst it is appended twice.
    client.release(true)
    throw error
  }
}

const running = () => processSingleton('flush of groups', () => ({ last: Promise.resolve() }))

/**
 * Appends the groups of past minutes to the audit log, and those of the present one too where the log is about to be read.
 * Only one of them runs at a time, since each holds a connection while another appends. Throws `audit_unavailable`.
 */
export function flushGroups(isPresentIncluded = false): Promise<void> {
  const state = running()
  const next = state.last.catch(() => {}).then(() => flush(isPresentIncluded))
  state.last = next
  return fromDatabase(next)
}

/** Appends past minutes from now on. A failure is logged and tried again. */
export function flushGroupsRegularly(): void {
  setInterval(() => void flushGroups().catch(() => {}), 10_000).unref()
}
