import 'server-only'
import { type Input, stringify } from 'csv-stringify/sync'
import type { Preferences } from '@/lib/preferences'

/** The only writer of CSV files. What a customer or a colleague has written never becomes a formula in somebody's spreadsheet. */

/** Everything that ends a line somewhere: a program that reads lines must find one line for each row. */
const lineBreaks = /[\r\n\v\f\u0085\u2028\u2029]+/g

/**
 * Where a formula would begin: at the start of a cell, and behind what is the list separator in some language, since a
 * spreadsheet splits there whatever the quotes say. Spaces, quotes and invisible characters may stand before it.
 */
const formulaStarts = /(^|[;,\t])(?=(?:[\p{Zs}"]|[^\P{C}\t])*[=+\-@＝＋－＠])/gu

/** The text without line breaks, and with an apostrophe before each formula. */
const toSafeText = (text: string) => text.replace(lineBreaks, ' ').replace(formulaStarts, "$1'")

/** What tells on which machine the file is opened. */
export type SpreadsheetPlace = Pick<Preferences, 'locale' | 'zone'>

/**
 * The list separator of the spreadsheet. Excel takes that of the machine: `;` on a Norwegian one, whose owner may read the app in
 * English. A first line `sep=` would say it to Excel, which then no longer detects UTF-8.
 */
const separatorOf = ({ locale, zone }: SpreadsheetPlace) => (locale === 'nb' || zone === 'Europe/Oslo' ? ';' : ',')

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

export const csvContentType = 'text/csv; charset=utf-8'

/** A CSV file for a spreadsheet at this place, one chunk for the header and one per page of rows. */
export async function* formatCsv(
  header: readonly string[],
  pages: AsyncIterable<readonly (readonly unknown[])[]>,
  place: SpreadsheetPlace,
): AsyncGenerator<string> {
  const separator = separatorOf(place)
  yield byteOrderMark + lines([header], separator)
  for await (const rows of pages) yield lines(rows as Input, separator)
}
