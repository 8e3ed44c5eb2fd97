import { isRow, type Row, type Upstream } from './conformance-upstream'

/** What a look at the first pages of an account found; the checks choose from it whom to ask for. */
export type Sample = {
  rows: Row[]
  /** The first page, as it came. */
  first: Row[]
  /** The property by which a next page was had. */
  cursor: 'id' | 'customer_id'
}

const pageSize = '100'
const mostPages = 10
const everyone = { type: 'any', include_deleted: 'true', limit: pageSize }

/** Reads up to ten pages of a hundred, fewer when there is enough to check everything by. */
export async function readSample(upstream: Upstream): Promise<Sample> {
  const first = (await upstream.collection(everyone)).rows
  const rows = [...first]
  const cursor = await cursorProperty(upstream, first)
  let page = first
  for (let pages = 1; pages < mostPages && page.length === Number(pageSize) && !isEnough(rows); pages++) {
    const last = text(page.at(-1), cursor)
    if (!last) break
    page = (await upstream.collection({ ...everyone, starting_after: last })).rows
    if (page.some((row) => row.id !== undefined && row.id === rows.at(-1)?.id)) break
    rows.push(...page)
  }
  return { rows, first, cursor }
}

async function cursorProperty(upstream: Upstream, first: Row[]): Promise<Sample['cursor']> {
  const [start, next] = [first[0], first[1]]
  const id = text(start, 'id')
  const customerId = text(start, 'customer_id')
  if (!id || !customerId || !next) return 'id'
  for (const [property, value] of [
    ['id', id],
    ['customer_id', customerId],
  ] as const) {
    const { status, rows } = await upstream.collection({ ...everyone, limit: '1', starting_after: value })
    if (status === 200 && rows[0]?.customer_id === next.customer_id) return property
  }
  return 'id'
}

function isEnough(rows: Row[]): boolean {
  const kinds = [isTombstone, contactsOf, (row: Row) => scalarAttribute(row), (row: Row) => listAttribute(row)]
  const filtered = rows.filter((row) => contactsOf(row) && Object.keys(attributesOf(row)).length > 0)
  return filtered.length >= 3 && kinds.every((kind) => rows.some((row) => Boolean(kind(row))))
}

export function text(row: Row | undefined, property: string): string | undefined {
  const value = row?.[property]
  return typeof value === 'string' && value !== '' ? value : undefined
}

export function isTombstone(row: Row): boolean {
  return text(row, 'deleted_at') !== undefined
}

/** The `customer_id`s that a contact is for, `undefined` for anybody else. */
export function contactsOf(row: Row): string[] | undefined {
  if (row.type !== 'contact' || !Array.isArray(row.contact_for)) return undefined
  const ids = row.contact_for.flatMap((one) => (isRow(one) ? (text(one, 'customer_id') ?? []) : []))
  return ids.length > 0 ? ids : undefined
}

export function attributesOf(row: Row): Row {
  return isRow(row.attributes) ? row.attributes : {}
}

/** An attribute that is a number or a boolean, as name and text. */
export function scalarAttribute(row: Row): [string, string] | undefined {
  const found = Object.entries(attributesOf(row)).find(
    ([name, value]) => isPlain(name) && /number|boolean/.test(typeof value),
  )
  return found && [found[0], String(found[1])]
}

/** An attribute that is a list of texts, as name and its last member. */
export function listAttribute(row: Row): [string, string] | undefined {
  for (const [name, value] of Object.entries(attributesOf(row))) {
    const last: unknown = Array.isArray(value) ? value.at(-1) : undefined
    if (isPlain(name) && typeof last === 'string' && isPlain(last)) return [name, last]
  }
  return undefined
}

function isPlain(value: string): boolean {
  return value !== '' && !value.includes(',')
}
