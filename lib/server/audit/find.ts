import 'server-only'
import type pg from 'pg'
import { type AuditKeys, valueHashes } from '@/lib/server/audit/keys'

/** What the record keeps as hashes, by the names of the filters (`toAuditFilters`). */
const hashedNames = ['search', 'email', 'phone_number', 'token_value', 'attributes_values', 'was', 'person', 'customer']

export type Finding = { id: number; at: Date; actor_email: string; kind: string; filter: string }

/** Who asked for a value in an account, by any filter and any key, oldest first. The value itself stands nowhere. */
export async function findEventsByValue(
  client: pg.ClientBase,
  keys: AuditKeys,
  account: string,
  value: string,
): Promise<Finding[]> {
  const hashes = hashedNames.flatMap((name) => valueHashes(keys, account, name, value))
  const { rows } = await client.query<Finding>(
    `SELECT id::float8 AS id, at, actor_email, kind, filter->>'name' AS filter
     FROM activity, jsonb_array_elements(filters) AS filter
     WHERE account = $1 AND filter->>'hash' = ANY($2) ORDER BY id`,
    [account, hashes],
  )
  return rows
}
