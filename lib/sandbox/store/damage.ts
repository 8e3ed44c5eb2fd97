import { isUtf8 } from 'node:buffer'

/** What was read from the file is not what was once written there. */
export class Damaged extends Error {}

// The last is what a write meets whose file was removed for its damage.
const codes = /^SQLITE_(CORRUPT|NOTADB|IOERR|READONLY_DBMOVED)/

/** Whether an error says that the file of the database is damaged. */
export function isDamage(error: unknown): boolean {
  return error instanceof Damaged || (error instanceof Error && 'code' in error && codes.test(String(error.code)))
}

/** The text of a column that was read as bytes: of text that is no UTF-8 the driver would end the process. */
export function textOf(column: unknown): string {
  if (!Buffer.isBuffer(column)) return String(column)
  if (!isUtf8(column)) throw new Damaged('A text of the database is no text')
  return column.toString()
}

/** The object of JSON that was kept as text. */
export function kept<T>(json: string): T {
  try {
    return JSON.parse(json)
  } catch {
    throw new Damaged('A record of the database is no JSON')
  }
}
