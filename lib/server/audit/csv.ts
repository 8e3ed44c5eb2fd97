import 'server-only'
import type { AuditEvent } from '@/lib/audit/audit-event'
import { filterText } from '@/lib/audit/filter-text'
import { formatCsv, type SpreadsheetPlace } from '@/lib/server/spreadsheet/csv'

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
  'outcome',
  'times',
  'minute',
  'site',
  'unusual',
  'ended',
]

const toCells = ({ at, actor, kind, account, customers, filters, rows, note, request_id, id, facts }: AuditEvent) => [
  at,
  actor.name,
  actor.email,
  actor.role,
  kind,
  account,
  customers.join('; '),
  filters.map((filter) => filterText(filter, 'en')).join(' '),
  rows,
  note,
  request_id,
  id,
  facts.outcome,
  facts.times,
  facts.minute,
  facts.site,
  facts.unusual && `${facts.unusual.count} ${facts.unusual.measure}`,
  facts.ended,
]

/** Formats events as a CSV file for a spreadsheet at this place, one chunk per page of events. */
export function formatEventsCsv(pages: AsyncIterable<AuditEvent[]>, place: SpreadsheetPlace): AsyncGenerator<string> {
  async function* rows() {
    for await (const events of pages) yield events.map(toCells)
  }
  return formatCsv(header, rows(), place)
}
