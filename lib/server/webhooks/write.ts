import 'server-only'
import { hkdfSync } from 'node:crypto'
import type pg from 'pg'
import { GroupCommit } from '@/lib/server/database/group-commit'
import { openedDatabase } from '@/lib/server/database/open'
import { env } from '@/lib/server/env'
import { processSingleton } from '@/lib/server/process-singleton'
import { type Comparison, compareReport, type HashKey, type State } from '@/lib/server/webhooks/compare'
import type { Report } from '@/lib/server/webhooks/report'

/** The channel by which PostgreSQL tells all processes that a customer has changed. */
export const changesChannel = 'customer_changes'

const hashKey = (): HashKey =>
  processSingleton('key of customer states', () => {
    const [{ id, secret } = { id: '', secret: '' }] = env().auditKeys
    return { id, secret: Buffer.from(hkdfSync('sha256', secret, '', 'customer-desk customer states', 32)) }
  })

const lockStates = `SELECT account, customer_id, at, key_id, properties, consent FROM customer_states
  WHERE (account, customer_id) IN (SELECT * FROM unnest($1::text[], $2::text[]))
  ORDER BY account, customer_id FOR UPDATE`

/** A customer whose id has changed keeps what is known of it. */
const moveStates = `WITH moved AS (SELECT * FROM jsonb_to_recordset($1) AS m(account text, "from" text, "to" text)),
  gone AS (DELETE FROM customer_states s USING moved m WHERE s.account = m.account AND s.customer_id = m."from")
  UPDATE customer_changes c SET customer_id = m."to" FROM moved m WHERE c.account = m.account AND c.customer_id = m."from"`

const insertChanges = `WITH inserted AS (
    INSERT INTO customer_changes (account, customer_id, event, at, properties, consent, delivery, content_hash)
    SELECT account, customer_id, event, at, properties, consent, delivery, content_hash FROM jsonb_to_recordset($1)
      AS g(account text, customer_id text, event text, at timestamptz, properties text[], consent jsonb, delivery text, content_hash text)
    ON CONFLICT DO NOTHING RETURNING account, customer_id, delivery
  ), stated AS (
    INSERT INTO customer_states (account, customer_id, at, key_id, properties, consent)
    SELECT account, customer_id, at, key_id, properties, consent FROM jsonb_to_recordset($2)
      AS s(account text, customer_id text, at timestamptz, key_id text, properties jsonb, consent jsonb)
    ON CONFLICT (account, customer_id) DO UPDATE SET at = excluded.at, seen_at = now(), key_id = excluded.key_id,
      properties = excluded.properties, consent = excluded.consent WHERE customer_states.at <= excluded.at
  )
  SELECT account, delivery, pg_notify($3, json_build_object('account', account, 'customer', customer_id)::text) FROM inserted`

const keyOf = (account: string, customerId: string) => JSON.stringify([account, customerId])

type StateRow = {
  account: string
  customer_id: string
  at: Date
  key_id: string
  properties: State['properties']
  consent: State['consent']
}

async function readStates(client: pg.ClientBase, reports: readonly Report[]): Promise<Map<string, State>> {
  const ids = reports.flatMap(({ account, customerId, formerId }) =>
    [customerId, ...(formerId === null ? [] : [formerId])].map((id): [string, string] => [account, id]),
  )
  const values = [ids.map(([account]) => account), ids.map(([, id]) => id)]
  const { rows } = await client.query<StateRow>({ name: 'lock customer states', text: lockStates, values })
  return new Map(
    rows.map(({ account, customer_id, at, key_id, properties, consent }) => [
      keyOf(account, customer_id),
      { at: at.toISOString(), keyId: key_id, properties, consent },
    ]),
  )
}

type Move = { account: string; from: string; to: string }

/** Compares reports one after the other, each with what those before it have left. */
function compareAll(reports: readonly Report[], states: Map<string, State>) {
  const now = new Date().toISOString()
  const key = hashKey()
  const changed = new Map<string, { account: string; customerId: string; state: State }>()
  const moves: Move[] = []
  const compare = (report: Report, at: string): Comparison => {
    const { account, customerId, formerId } = report
    const own = states.get(keyOf(account, customerId))
    const former = formerId === null ? undefined : states.get(keyOf(account, formerId))
    if (own || !former || formerId === null) return compareReport(report, own ?? null, at, key)
    moves.push({ account, from: formerId, to: customerId })
    states.delete(keyOf(account, formerId))
    // The hashes hold the id, so that of the properties it alone is known to have changed.
    return { ...compareReport(report, { ...former, keyId: '' }, at, key), properties: ['customer_id'] }
  }
  const changes = reports.map((report) => {
    const { account, customerId, event, delivery, contentHash } = report
    // Nothing happened later than now: a time to come would leave each report before it uncompared.
    const at = report.at !== null && report.at < now ? report.at : now
    const comparison = compare(report, at)
    const { state, properties, consent } = comparison
    if (state) {
      states.set(keyOf(account, customerId), state)
      changed.set(keyOf(account, customerId), { account, customerId, state })
    }
    const row = { account, customer_id: customerId, event, at, properties, consent }
    return { ...row, delivery, content_hash: contentHash }
  })
  const stated = [...changed.values()].map(({ account, customerId, state: { keyId, ...state } }) => ({
    ...{ account, customer_id: customerId, key_id: keyId },
    ...state,
  }))
  return { changes, stated, moves }
}

/** Commits reports, and tells all processes of those that are new. `false` is one that came before. */
async function commitReports(reports: Report[]): Promise<boolean[]> {
  const client = await openedDatabase().pool.connect()
  try {
    await client.query('BEGIN')
    const { changes, stated, moves } = compareAll(reports, await readStates(client, reports))
    if (moves.length > 0) await client.query(moveStates, [JSON.stringify(moves)])
    const { rows } = await client.query<{ account: string; delivery: string }>({
      name: 'insert customer changes',
      text: insertChanges,
      values: [JSON.stringify(changes), JSON.stringify(stated), changesChannel],
    })
    await client.query('COMMIT')
    client.release()
    const inserted = new Set(rows.map(({ account, delivery }) => keyOf(account, delivery)))
    // Of a delivery that stands twice in one commit, the first is the new one.
    return reports.map(({ account, delivery }) => inserted.delete(keyOf(account, delivery)))
  } catch (error) {
    // Closing the connection rolls its transaction back.
    client.release(true)
    throw error
  }
}

const commits = () => processSingleton('commits of reports', () => new GroupCommit<Report, boolean>(commitReports))

/** Commits a report; false where it was committed before. Rejects where it cannot be committed. */
export const writeReport = (report: Report): Promise<boolean> => commits().add(report)
