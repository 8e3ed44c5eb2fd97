import 'server-only'
import { type Input, stringify } from 'csv-stringify/sync'
import type { AuditEvent } from '@/lib/audit/audit-event'
import { filterText } from '@/lib/audit/filter-text'

const header = [
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

/** CSV lines (RFC 4180). A cell that a spreadsheet would evaluate as a formula is prefixed with an apostrophe. */
const lines = (rows: Input) => stringify(rows, { record_delimiter: '\r\n', escape_formulas: true })

/** Without a byte order mark Excel does not detect UTF-8. */
const byteOrderMark = '\uFEFF'

/** Formats events as a CSV file, one chunk per page of events. */
export async function* formatCsv(pages: AsyncIterable<AuditEvent[]>): AsyncGenerator<string> {
  yield byteOrderMark + lines([header])
  for await (const events of pages) yield lines(events.map(toCells))
}
