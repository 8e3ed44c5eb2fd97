import 'server-only'
import { type Input, stringify } from 'csv-stringify/sync'
import type { AuditEvent } from '@/lib/audit/audit-event'
import { filterText } from '@/lib/audit/filter-text'
import type { Locale } from '@/lib/preferences'

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
]

const toCells = ({ at, actor, kind, account, customers, filters, rows, note, request_id, id, facts }: AuditEvent) => [
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
  facts.outcome,
  facts.times,
  facts.minute,
  facts.site,
  facts.unusual && `${facts.unusual.count} ${facts.unusual.measure}`,
]

/** Everything that ends a line somewhere: a program that reads lines must find one line for each event. */
const lineBreaks = /[\r\n\v\f\u0085\u2028\u2029]+/g

/**
 * Where a formula would begin: at the start of a cell, and behind what is the list separator in some language, since a
 * spreadsheet splits there whatever the quotes say. Spaces, quotes and invisible characters may stand before it.
 */
const formulaStarts = /(^|[;,\t])(?=(?:[\p{Zs}"]|[^\P{C}\t])*[=+\-@＝＋－＠])/gu

/** The text without line breaks, and with an apostrophe before each formula. */
const toSafeText = (text: string) => text.replace(lineBreaks, ' ').replace(formulaStarts, "$1'")

/** The list separator that spreadsheets of a language expect. */
const separators: Record<Locale, string> = { en: ',', nb: ';' }

/** CSV lines (RFC 4180), in which every cell is quoted. */
const lines = (rows: Input, delimiter: string) =>
  stringify(rows, {
    delimiter,
    record_delimiter: '\r\n',
    quoted: true,
    quoted_empty: true,
    cast: { string: toSafeText },
  })

/** Without a byte order mark Excel does not detect UTF-8. */
const byteOrderMark = '\uFEFF'

/** Formats events as a CSV file for a spreadsheet of this language, one chunk per page of events. */
export async function* formatCsv(pages: AsyncIterable<AuditEvent[]>, locale: Locale): AsyncGenerator<string> {
  const separator = separators[locale]
  yield byteOrderMark + lines([header], separator)
  for await (const events of pages) yield lines(events.map(toCells), separator)
}
