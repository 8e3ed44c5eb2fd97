import { isUtf8 } from 'node:buffer'

/** The content of the database file is not what the sandbox wrote. */
export class Damaged extends Error {}

// A write gets the last code when its file was removed because of damage.
const codes = /^SQLITE_(CORRUPT|NOTADB|IOERR|READONLY_DBMOVED)/

/** Whether an error means that the database file is damaged. */
export function isDamage(error: unknown): boolean {
  return error instanceof Damaged || (error instanceof Error && 'code' in error && codes.test(String(error.code)))
}

/**
 * The text of a column that was read as bytes. The driver ends the process for a text column that is not valid UTF-8.
 */
export function textOf(column: unknown): string {
  if (!Buffer.isBuffer(column)) return String(column)
  if (!isUtf8(column)) throw new Damaged('A text of the database is no text')
  return column.toString()
}

/** Parses stored JSON. Throws `Damaged` for text that is not JSON. */
export function parseStored<T>(json: string): T {
  try {
    return JSON.parse(json)
  } catch {
    throw new Damaged('A record of the database is no JSON')
  }
}
