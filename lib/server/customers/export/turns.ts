import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, eq, lt, sql } from 'drizzle-orm'
import { type ExportProblem, maxExportRows } from '@/lib/exports'
import { type Cells, type Place, sealCells, sealPlace } from '@/lib/server/customers/export/sealed'
import { database } from '@/lib/server/database/open'
import { customerExports, exportPages } from '@/lib/server/database/schema'
import { env } from '@/lib/server/env'

/**
 * Who fetches the next page of which export. A turn is one page: its rows and its place are committed together, so that a
 * process that dies loses nothing and doubles nothing, and any other goes on. Every function rejects when the database fails.
 */

export type ExportRow = typeof customerExports.$inferSelect
/** An export whose next page this process fetches, until `lease_until`. */
export type Turn = ExportRow & { lease: string }

/** The first calls of an export, a thousand customers, are made at once; the others at the pace of its account. */
const callsAtOnce = 10

const seconds = (count: number) => sql`make_interval(secs => ${count})`
const isPaced = sql`pages >= ${callsAtOnce}`

/** How long a page may take: its calls to Dintero, and to the database. */
const leaseSeconds = () => env().upstreamSettings.timeoutMs / 1000 + 12

/**
 * The next export in line: one at its beginning, else the one that has waited longest in an account whose pace allows it.
 * What another process has claimed at the same moment is passed over.
 */
const next = sql`(
  SELECT id FROM exports due
  WHERE state = 'running' AND due_at <= now() AND expires_at > now() AND (lease_until IS NULL OR lease_until < now())
    AND NOT (${isPaced} AND EXISTS (
      SELECT FROM exports other
      WHERE other.account = due.account AND other.id <> due.id AND other.state = 'running' AND other.problem IS NULL
        AND other.pages >= ${callsAtOnce} AND other.due_at > now()))
  ORDER BY ${isPaced}, due_at LIMIT 1 FOR UPDATE SKIP LOCKED)`

/** Takes the next turn, or null where no export is due. */
export async function takeTurn(): Promise<Turn | null> {
  const pace = seconds(60 / env().exportCallsPerMinute)
  const lease = randomUUID()
  const [taken] = await database()
    .update(customerExports)
    .set({
      lease,
      lease_until: sql`now() + ${seconds(leaseSeconds())}`,
      due_at: sql`CASE WHEN ${isPaced} THEN now() + ${pace} ELSE now() END`,
    })
    .where(eq(customerExports.id, next))
    .returning()
  return taken ? { ...taken, lease } : null
}

/** In how many milliseconds the next export is due; null where none is under way. */
export async function nextDueMs(): Promise<number | null> {
  const dueAt = sql`greatest(${customerExports.due_at}, ${customerExports.lease_until})`
  const [found] = await database()
    .select({ ms: sql<number | null>`extract(epoch FROM min(${dueAt}) - now())::float8 * 1000` })
    .from(customerExports)
    .where(eq(customerExports.state, 'running'))
  return found?.ms ?? null
}

const isMine = ({ id, lease }: Turn) =>
  and(eq(customerExports.id, id), eq(customerExports.lease, lease), eq(customerExports.state, 'running'))

const endOfTurn = { lease: null, lease_until: null }

/** A row of a page: its cells, and whose they are; null where Dintero sent no id. */
export type PageRow = { customer: string | null; cells: Cells[number] }

/** Those of these customers whom earlier pages hold. Pages overlap where a list is ordered by time of change. */
async function findKnown(id: string, customers: readonly string[]): Promise<Set<string>> {
  if (customers.length === 0) return new Set()
  const { rows } = await database().execute<{ customer: string }>(
    sql`SELECT DISTINCT customer FROM export_pages, unnest(customers) AS customer
      WHERE export_id = ${id} AND customer IN ${customers}`,
  )
  return new Set(rows.map(({ customer }) => customer))
}

/**
 * Stores the page of a turn, with the place of the next one; null where this was the last. Nothing is stored where the export was
 * paused or cancelled, or went to another process, in the meantime.
 */
export async function storePage(turn: Turn, found: readonly PageRow[], place: Place | null): Promise<void> {
  const { id, pages } = turn
  const known = await findKnown(
    id,
    found.flatMap(({ customer }) => customer ?? []),
  )
  const fresh = found.filter(({ customer }) => customer === null || !known.has(customer))
  const page = fresh.slice(0, maxExportRows - turn.rows)
  const isLast = place === null || turn.rows + page.length >= maxExportRows
  const cells = await sealCells(
    id,
    pages,
    page.map((row) => row.cells),
  )
  const sealedPlace = place && (await sealPlace(id, place))
  await database().transaction(async (tx) => {
    const stored = await tx
      .update(customerExports)
      .set({
        ...endOfTurn,
        pages: pages + 1,
        rows: turn.rows + page.length,
        place: sealedPlace,
        problem: null,
        failures: 0,
        ...(isLast && { state: 'ready' as const, expires_at: sql`now() + interval '1 day'` }),
      })
      .where(isMine(turn))
      .returning({ id: customerExports.id })
    if (stored.length === 0) return
    const customers = page.flatMap(({ customer }) => customer ?? [])
    await tx.insert(exportPages).values({ export_id: id, page: pages, customers, cells })
  })
}

/** Ends a turn that failed: the page is fetched again after a while, twice as long each time, up to a minute. */
export async function waitForNextTurn(turn: Turn, problem: ExportProblem, leastSeconds = 0): Promise<void> {
  const wait = Math.max(leastSeconds, Math.min(60, 2 ** turn.failures))
  await database()
    .update(customerExports)
    .set({ ...endOfTurn, problem, failures: turn.failures + 1, due_at: sql`now() + ${seconds(wait)}` })
    .where(isMine(turn))
}

/** Ends a turn of a person who is not signed in: the export goes on when that person says so. */
export async function pauseTurn(turn: Turn, problem: ExportProblem): Promise<void> {
  await database()
    .update(customerExports)
    .set({ ...endOfTurn, state: 'paused', problem })
    .where(isMine(turn))
}

/** Ends an export for good, and removes its rows. */
export async function stopExport(id: string, problem: ExportProblem): Promise<void> {
  await database().transaction(async (tx) => {
    await tx
      .update(customerExports)
      .set({ ...endOfTurn, state: 'stopped', problem, place: null })
      .where(eq(customerExports.id, id))
    await tx.delete(exportPages).where(eq(exportPages.export_id, id))
  })
}

/** Removes the exports whose time is over, with their rows. */
export async function deleteExpired(): Promise<void> {
  await database().delete(customerExports).where(lt(customerExports.expires_at, sql`now()`))
}
