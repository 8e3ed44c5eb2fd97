import 'server-only'
import type pg from 'pg'
import { type AuditKeys, valueHashes } from '@/lib/server/audit/keys'

/** The filters whose values the audit log stores as hashes (`toAuditFilters`). */
const hashedFilters = [
  'search',
  'email',
  'phone_number',
  'token_value',
  'attributes_values',
  'was',
  'person',
  'customer',
]

export type FoundEvent = { id: number; at: Date; actor_email: string; kind: string; filter: string }

/** The events of an account that searched for a value, by any filter and any key, oldest first. */
export async function findEventsByValue(
  client: pg.ClientBase,
  keys: AuditKeys,
  account: string,
  value: string,
): Promise<FoundEvent[]> {
  const hashes = hashedFilters.flatMap((name) => valueHashes(keys, account, name, value))
  const { rows } = await client.query<FoundEvent>(
    `SELECT id::float8 AS id, at, actor_email, kind, filter->>'name' AS filter
     FROM activity, jsonb_array_elements(filters) AS filter
     WHERE account = $1 AND filter->>'hash' = ANY($2) ORDER BY id`,
    [account, hashes],
  )
  return rows
}
