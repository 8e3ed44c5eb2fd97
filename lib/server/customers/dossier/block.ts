import 'server-only'
import type { Fact } from '@/lib/customers/format/record-facts'

/** What stands under the title of a part, whatever it is written with. */
export type Block =
  | { kind: 'text'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'facts'; facts: readonly Fact[] }
  | { kind: 'table'; columns: readonly Column[]; rows: readonly (readonly (string | undefined)[])[] }

/** `share` is the width of a column beside that of the others, 1 where it is not given. */
export type Column = { head: string; share?: number; isNumber?: boolean }

/** A value as text: a text without its quotation marks, anything else as JSON. */
const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))

const isHolder = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0

const isFlatList = (value: unknown): value is unknown[] => Array.isArray(value) && !value.some(isHolder)

/** The values in a value, each with its path: `stores 2 name` for a name in the second one of a list. */
export function valueFacts(value: unknown, path: readonly string[] = []): Fact[] {
  if (isFlatList(value)) return [[path.join(' '), value.map(textOf).join(', ')]]
  if (!isHolder(value)) return path.length === 0 ? [] : [[path.join(' '), textOf(value)]]
  return Object.entries(value).flatMap(([name, one]) =>
    valueFacts(one, [...path, Array.isArray(value) ? String(Number(name) + 1) : name]),
  )
}

/** Facts under a heading; nothing where no fact has a value. */
export function titledFacts(title: string, facts: readonly Fact[]): Block[] {
  const given = facts.filter(([, value]) => value?.trim())
  return given.length === 0
    ? []
    : [
        { kind: 'heading', text: title },
        { kind: 'facts', facts: given },
      ]
}
