import 'server-only'
import { hasPermission } from '@/lib/access'
import { columnCell } from '@/lib/customers/columns/column-cell'
import type { CellWords } from '@/lib/customers/columns/product-columns'
import { maxLimit } from '@/lib/customers/filters/customer-query'
import { parseCustomerQuery } from '@/lib/customers/filters/parse-customer-query'
import { formatPhone } from '@/lib/customers/format/format-phone'
import type { CustomerPage } from '@/lib/customers/model/customer'
import type { ExportProblem } from '@/lib/exports'
import { messagesFor } from '@/lib/messages/catalogue'
import { fill, plural } from '@/lib/messages/messages'
import { type AccountAccess, beginRequest } from '@/lib/server/auth/account-access'
import { findSessionsOf, personSchema } from '@/lib/server/auth/sessions'
import { openPlace, openRequest, type StoredRequest, Unopened } from '@/lib/server/customers/export/sealed'
import {
  type ExportRow,
  type PageRow,
  pauseTurn,
  stopExport,
  storePage,
  type Turn,
  takeTurn,
  waitForNextTurn,
} from '@/lib/server/customers/export/turns'
import { fetchCustomerPage } from '@/lib/server/customers/fetch/fetch-customer-page'
import { env } from '@/lib/server/env'
import { ApiFailure, toApiFailure } from '@/lib/server/http/api-failure'
import { strictQuery } from '@/lib/server/http/query'
import { log } from '@/lib/server/log'
import { describeThrown } from '@/lib/server/thrown'
import { formatDateTime } from '@/lib/time'

/**
 * Fetches the pages of exports and stores them. No audit event is written here, since nothing leaves the server: one is written
 * when an export begins, and others with each customer's id before a file is sent.
 */

/** The access of the person of an export as it is now, or why there is none. */
async function findAccess({ email, account, role }: ExportRow): Promise<AccountAccess | ExportProblem> {
  const [session] = await findSessionsOf(email)
  if (!session) return 'signed_out'
  const person = personSchema.parse(session)
  const found = env().accounts.get(account)
  const isAllowed = person.role === role && hasPermission(person.role, 'customers:export')
  if (!found || !isAllowed || !person.accounts.includes(account)) return 'not_allowed'
  return { viewer: { sessionId: session.id, ...person }, account: found, request: beginRequest(new Headers()) }
}

/** The rows of a page. A customer that breaks the contract has a row that says so, and so have those whom no page can list. */
export function toPageRows(
  { customers, unreadable, unlisted }: Pick<CustomerPage, 'customers' | 'unreadable' | 'unlisted'>,
  { columns, locale, zone }: Pick<StoredRequest, 'columns' | 'locale' | 'zone'>,
): PageRow[] {
  const t = messagesFor(locale)
  const words: CellWords = { t, zone, formatPhone }
  const noteAt = columns.findIndex((id) => id !== 'customer_id')
  const rows = customers.map((customer) => ({
    customer: customer.customer_id,
    cells: columns.map((id) => columnCell(customer, id, words)),
  }))
  const others = unreadable.map(({ customer_id, reason }) => ({
    customer: customer_id,
    cells: columns.map((id, at) => {
      if (id === 'customer_id') return customer_id
      return at === noteAt ? fill(t.exports.unreadable, { reason }) : null
    }),
  }))
  if (!unlisted) return [...rows, ...others]
  const { count, updated_at } = unlisted
  const howMany = count === null ? t.unlisted.unknown : plural(t.unlisted.title, count, locale)
  const note = `${howMany} ${fill(t.unlisted.text, { time: formatDateTime(updated_at, locale, zone) })}`
  return [...rows, ...others, { customer: null, cells: columns.map((_, at) => (at === 0 ? note : null)) }]
}

async function makePage(turn: Turn): Promise<void> {
  const access = await findAccess(turn)
  if (access === 'signed_out') return pauseTurn(turn, access)
  if (typeof access === 'string') return stopExport(turn.id, access)
  const request = await openRequest(turn.id, turn.request)
  const place = turn.place === null ? null : await openPlace(turn.id, turn.place)
  const query = { ...strictQuery(parseCustomerQuery, new URLSearchParams(request.query)), limit: maxLimit, ...place }
  const page = await fetchCustomerPage(access, query)
  const isStuck = page.next !== null && JSON.stringify(page.next) === JSON.stringify(place)
  if (isStuck) throw toApiFailure({ kind: 'invalid' })
  await storePage(turn, toPageRows(page, request), page.next)
}

/** What of Dintero's may be better after a while. */
const passing = new Set([
  'upstream_unavailable',
  'upstream_rate_limited',
  'upstream_invalid',
  'upstream_unauthorized',
  'upstream_forbidden',
])

async function endFailedTurn(turn: Turn, thrown: unknown): Promise<void> {
  if (thrown instanceof Unopened) return stopExport(turn.id, 'key_changed')
  if (thrown instanceof ApiFailure) {
    const { code, retry_after_seconds } = thrown.error
    if (passing.has(code)) return waitForNextTurn(turn, 'upstream', retry_after_seconds)
    if (code !== 'audit_unavailable') return stopExport(turn.id, 'refused')
  }
  log('error', 'page of an export not stored', { account: turn.account, ...describeThrown(thrown) })
  return waitForNextTurn(turn, 'database')
}

/**
 * Makes one page of the export that is next in line. Returns whether there was one. Rejects when the database fails; the turn
 * then ends by itself, and the page is made again.
 */
export async function makeNextPage(): Promise<boolean> {
  const turn = await takeTurn()
  if (turn === null) return false
  await makePage(turn).catch((thrown: unknown) => endFailedTurn(turn, thrown))
  return true
}
