import type Database from 'libsql'
import { textOf } from './damage'

type Parameter = string | number | null

/** The query functions of the store. Each statement is prepared once for a connection. */
export type Statements = {
  run(sql: string, parameters?: Parameter[]): void
  /** The first column of all rows, as numbers. */
  numbers(sql: string, parameters?: Parameter[]): number[]
  number(sql: string, parameters?: Parameter[]): number | undefined
  /** The first column of the first row. Cast it to a blob when a damaged file may contain invalid text. */
  text(sql: string, parameters?: Parameter[]): string | undefined
  /** The columns of the first row, as text. */
  texts(sql: string, parameters?: Parameter[]): string[] | undefined
}

const ofConnection = new WeakMap<Database.Database, Statements>()

export function prepareStatements(connection: Database.Database): Statements {
  const existing = ofConnection.get(connection)
  if (existing) return existing
  const prepared = new Map<string, Database.Statement>()
  const statement = (sql: string) => {
    const ready = prepared.get(sql) ?? connection.prepare(sql)
    prepared.set(sql, ready)
    return ready
  }
  const first = (sql: string, parameters: Parameter[]): unknown[] | undefined => {
    const row: unknown = statement(sql).raw().get(parameters)
    return Array.isArray(row) ? row : undefined
  }
  const created: Statements = {
    run: (sql, parameters = []) => void statement(sql).run(parameters),
    numbers: (sql, parameters = []) =>
      statement(sql)
        .raw()
        .all(parameters)
        .map((row) => (Array.isArray(row) ? Number(row[0]) : Number.NaN)),
    number: (sql, parameters = []) => {
      const row = first(sql, parameters)
      return row ? Number(row[0]) : undefined
    },
    text: (sql, parameters = []) => {
      const row = first(sql, parameters)
      return row && row[0] !== null ? textOf(row[0]) : undefined
    },
    texts: (sql, parameters = []) => first(sql, parameters)?.map(textOf),
  }
  ofConnection.set(connection, created)
  return created
}
