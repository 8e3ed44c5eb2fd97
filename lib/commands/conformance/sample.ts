import { isRow, type Row, type Upstream } from './upstream'

/** Rows from the first pages of an account. The checks choose from them the customers to search for. */
export type Sample = {
  rows: Row[]
  firstPage: Row[]
  /** The property that the upstream accepts as page cursor. */
  cursor: 'id' | 'customer_id'
}

const pageSize = '100'
const maxPages = 10
const everyone = { type: 'any', include_deleted: 'true', limit: pageSize }

/** Fetches up to ten pages of a hundred rows, and fewer when the rows suffice for every check. */
export async function fetchSample(upstream: Upstream): Promise<Sample> {
  const firstPage = (await upstream.fetchCollection(everyone)).rows
  const rows = [...firstPage]
  const cursor = await findCursorProperty(upstream, firstPage)
  let page = firstPage
  for (let pages = 1; pages < maxPages && page.length === Number(pageSize) && !isSufficient(rows); pages++) {
    const last = textOf(page.at(-1), cursor)
    if (!last) break
    page = (await upstream.fetchCollection({ ...everyone, starting_after: last })).rows
    if (page.some((row) => row.id !== undefined && row.id === rows.at(-1)?.id)) break
    rows.push(...page)
  }
  return { rows, firstPage, cursor }
}

async function findCursorProperty(upstream: Upstream, firstPage: Row[]): Promise<Sample['cursor']> {
  const [start, next] = firstPage
  const id = textOf(start, 'id')
  const customerId = textOf(start, 'customer_id')
  if (!id || !customerId || !next) return 'id'
  for (const [property, value] of [
    ['id', id],
    ['customer_id', customerId],
  ] as const) {
    const { status, rows } = await upstream.fetchCollection({ ...everyone, limit: '1', starting_after: value })
    if (status === 200 && rows[0]?.customer_id === next.customer_id) return property
  }
  return 'id'
}

function isSufficient(rows: Row[]): boolean {
  const kinds = [isTombstone, linkedUserIds, (row: Row) => scalarAttribute(row), (row: Row) => listAttribute(row)]
  const filtered = rows.filter((row) => linkedUserIds(row) && Object.keys(attributesOf(row)).length > 0)
  return filtered.length >= 3 && kinds.every((kind) => rows.some((row) => Boolean(kind(row))))
}

/** A property that is text and not empty. */
export function textOf(row: Row | undefined, property: string): string | undefined {
  const value = row?.[property]
  return typeof value === 'string' && value !== '' ? value : undefined
}

export function isTombstone(row: Row): boolean {
  return textOf(row, 'deleted_at') !== undefined
}

/** The `customer_id`s of the users that a contact is linked to; `undefined` for other types and for no link. */
export function linkedUserIds(row: Row): string[] | undefined {
  if (row.type !== 'contact' || !Array.isArray(row.contact_for)) return undefined
  const ids = row.contact_for.flatMap((link) => (isRow(link) ? (textOf(link, 'customer_id') ?? []) : []))
  return ids.length > 0 ? ids : undefined
}

export function attributesOf(row: Row): Row {
  return isRow(row.attributes) ? row.attributes : {}
}

/** The name and the text of an attribute that is a number or a boolean. */
export function scalarAttribute(row: Row): [string, string] | undefined {
  const found = Object.entries(attributesOf(row)).find(
    ([name, value]) => isPlain(name) && /number|boolean/.test(typeof value),
  )
  return found && [found[0], String(found[1])]
}

/** The name and the last member of an attribute that is a list of texts. */
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
