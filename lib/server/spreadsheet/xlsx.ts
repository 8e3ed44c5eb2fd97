import 'server-only'
import { writeXlsxStream } from 'hucre/xlsx'

/** A cell of a spreadsheet. A text is never read as a formula or a number there, so that phones and ids stay as they are. */
export type Cell = string | number | null

export const xlsxContentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The longest text of a cell; Excel calls a file with a longer one damaged. */
const maxCellLength = 32_767

/** What a reader of the file would take for an escaped character (ECMA-376, 22.9.2.19, ST_Xstring) is escaped itself. */
const asText = (text: string) =>
  text
    .toWellFormed()
    .slice(0, maxCellLength)
    .toWellFormed()
    .replace(/_x[0-9a-f]{4}_/gi, '_x005F$&')

/** The width of a column, in characters. */
const width = 22

/** An XLSX file (ECMA-376) with one sheet, whose first row stays in view. It is written as fast as it is read. */
export async function* formatXlsx(
  sheet: string,
  header: readonly string[],
  pages: AsyncIterable<readonly (readonly Cell[])[]>,
): AsyncGenerator<Uint8Array> {
  async function* rows() {
    for await (const page of pages)
      for (const row of page) yield row.map((cell) => (typeof cell === 'string' ? asText(cell) : cell))
  }
  const columns = header.map((name) => ({ header: asText(name), width }))
  const written = writeXlsxStream(rows(), { name: sheet, columns, freezePane: { rows: 1 } })
  for await (const chunk of written) yield chunk
}
