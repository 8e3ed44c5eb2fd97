import type Database from 'libsql'
import { textOf } from './damage'

type Parameter = string | number | null

/** The few shapes in which the sandbox asks its store; each statement is prepared once for a connection. */
export type Statements = {
  run(sql: string, parameters?: Parameter[]): void
  /** The first column of all rows, as numbers. */
  numbers(sql: string, parameters?: Parameter[]): number[]
  number(sql: string, parameters?: Parameter[]): number | undefined
  /** The first column of the first row, which is best read as bytes where a damaged file may hold it. */
  text(sql: string, parameters?: Parameter[]): string | undefined
  /** The columns of the first row, as text. */
  texts(sql: string, parameters?: Parameter[]): string[] | undefined
}

const ofConnection = new WeakMap<Database.Database, Statements>()

export function statements(connection: Database.Database): Statements {
  const known = ofConnection.get(connection)
  if (known) return known
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
  const made: Statements = {
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
  ofConnection.set(connection, made)
  return made
}
