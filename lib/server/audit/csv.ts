import 'server-only'
import { type Input, stringify } from 'csv-stringify/sync'
import type { AuditEvent } from '@/lib/audit/audit-event'
import { filterText } from '@/lib/audit/filter-text'

const head = [
  'time',
  'person',
  'email',
  'role',
  'kind',
  'account',
  'customers',
  'query',
  'rows',
  'note',
  'request_id',
  'id',
]

const toCells = ({ at, actor, kind, account, customers, filters, rows, note, request_id, id }: AuditEvent) => [
  at,
  actor.name,
  actor.email,
  actor.role,
  kind,
  account,
  customers.join('; '),
  filters.map(filterText).join(' '),
  rows,
  note,
  request_id,
  id,
]

/** RFC 4180; what a spreadsheet would take for a formula begins with an apostrophe. */
const lines = (rows: Input) => stringify(rows, { record_delimiter: '\r\n', escape_formulas: true })

/** UTF-8 says so at its beginning: Excel takes it for something else otherwise. */
const byteOrderMark = '\uFEFF'

/** Events as a CSV file, a piece a page of them. */
export async function* formatCsv(pages: AsyncIterable<AuditEvent[]>): AsyncGenerator<string> {
  yield byteOrderMark + lines([head])
  for await (const events of pages) yield lines(events.map(toCells))
}
