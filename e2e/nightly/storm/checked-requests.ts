import { isDeepStrictEqual } from 'node:util'
import { type CustomerPage, customerPageSchema, totalAnswerSchema } from '../../../lib/customers/model/customer'
import { recordAnswerSchema, recordCheckSchema } from '../../../lib/customers/model/record'
import { accounts, people, tagIds } from '../../../lib/sandbox/seed/seed'
import { sandbox } from '../../sandbox'
import { recordOnly } from './fault-periods'

/** The requests of the storm and their correct answers, which are fetched from the sandbox before the storm. */

/** Faults that may affect an answer by removing a part of it, which the answer then reports. */
export type Affected = { customer: boolean; total: boolean }

export type CheckedRequest = {
  path: string
  /** Returns what is wrong with an answer, or null if it is correct. */
  findMistake: (body: unknown, affected: Affected) => string | null
}

const account = `/api/accounts/${accounts.test}`
const api = `${account}/customers`
const size = 25
/** The number of pages of each list whose correct answers are fetched. */
export const lastPage = 4

type Filters = Record<string, string>

export const searches = ['an', 'k', 'nora', 'berg', 'per']
const filters: Filters[] = [
  {},
  ...searches.map((search) => ({ search })),
  { type: 'company' },
  { type: 'any', include_deleted: 'true' },
  { tag_id: tagIds.Medlem },
  { email: people.nora.email },
  { phone_number: people.nora.phone_number },
  { attributes_keys: 'favorite_sport', attributes_values: 'Ski' },
  { type: 'any', search: 'zzzz' },
]

const wrongUnless = (isRight: boolean, what: string) => (isRight ? null : what)
const compared = ['id', 'type', 'first_name', 'last_name', 'email', 'phone_number', 'updated_at', 'deleted_at'] as const

/** Checks that all rows of the sandbox are present, in its order and with its values. */
function agrees({ customers, unreadable }: CustomerPage, rows: readonly Record<string, unknown>[]): boolean {
  const broken = new Set(unreadable.map(({ customer_id }) => customer_id))
  const readable = rows.filter(({ customer_id }) => !broken.has(String(customer_id)))
  return (
    customers.length + unreadable.length === rows.length &&
    customers.every(
      (customer, at) =>
        customer.customer_id === readable[at]?.customer_id &&
        compared.every((name) => (customer[name] ?? null) === (readable[at]?.[name] ?? null)),
    )
  )
}

/** A page is correct if it equals the page without faults. One customer may break the contract if the page reports it. */
const mistakesOfPage =
  (right: CustomerPage): CheckedRequest['findMistake'] =>
  (body, affected) => {
    const page = customerPageSchema.parse(body)
    const reportedIds = new Set(page.unreadable.map(({ customer_id }) => customer_id))
    const expected = right.customers.filter(({ customer_id }) => !reportedIds.has(customer_id))
    if (!isDeepStrictEqual(page.customers, expected)) return 'other rows'
    if (!isDeepStrictEqual(page.next, right.next)) return 'another next page'
    const most = right.unreadable.length + (affected.customer ? 1 : 0)
    return wrongUnless(
      reportedIds.size <= most && reportedIds.size + expected.length >= right.customers.length,
      'rows left out',
    )
  }

/** A search of several words may be partial. No customer may be wrong, and none may be missing if it is reported as complete. */
const mistakesOfWords =
  (right: CustomerPage): CheckedRequest['findMistake'] =>
  (body) => {
    const page = customerPageSchema.parse(body)
    const includedIds = new Set([...page.customers, ...page.unreadable].map(({ customer_id }) => customer_id))
    const isNone = (one: unknown) => !right.customers.some((customer) => isDeepStrictEqual(customer, one))
    if (page.customers.some(isNone)) return 'other rows'
    const isAll = right.customers.every(({ customer_id }) => includedIds.has(customer_id))
    return wrongUnless(page.next !== null || isAll, 'rows left out')
  }

const aimed = ['type', 'email']

/** A record equals the one without faults, except for values reported as invalid. `etag` and time differ per answer. */
const mistakesOfRecord =
  (right: unknown): CheckedRequest['findMistake'] =>
  (body, affected) => {
    const record = recordAnswerSchema.parse(body)
    const expected = recordAnswerSchema.parse(right)
    const isTold = affected.customer && record.wrong.every(({ path }) => aimed.includes(path.join()))
    const { type, email } = expected.customer
    const restored = isTold && record.wrong.length > 0 ? { type, email } : {}
    return wrongUnless(
      isDeepStrictEqual({ ...record.customer, ...restored }, expected.customer) &&
        isDeepStrictEqual(record.other, expected.other) &&
        (isTold || record.wrong.length === 0),
      'another record',
    )
  }

/** Fetches each correct answer without faults: lists and totals from the sandbox, which the app must match. */
export async function fetchExpected(get: (path: string) => Promise<unknown>) {
  const checkedRequests: CheckedRequest[] = []
  const secondPages: string[] = []
  /** The rows of each list that a page in the browser may show, by search and cursor. */
  const shown = new Map<string, string[]>()
  const confirm = (isRight: boolean, path: string) => {
    if (!isRight) throw new Error(`Without any fault, the app and the sandbox differ: ${path}`)
  }

  for (const filter of filters) {
    let cursor: Filters = {}
    for (let depth = 1; depth <= lastPage; depth += 1) {
      const path = `${api}?${new URLSearchParams({ ...filter, ...cursor })}`
      const { rows, total } = await sandbox.list({ limit: String(size), ...filter, ...cursor })
      const right = customerPageSchema.parse(await get(path))
      confirm(agrees(right, rows), path)
      checkedRequests.push({ path, findMistake: mistakesOfPage(right) })
      shown.set(
        new URLSearchParams({ ...filter, ...cursor }).toString(),
        rows.map(({ customer_id }) => customer_id),
      )
      if (depth === 1) {
        const path = `${account}/customers-total?${new URLSearchParams(filter)}`
        confirm(totalAnswerSchema.parse(await get(path)).total === total, path)
        const findMistake: CheckedRequest['findMistake'] = (body, affected) => {
          const answeredTotal = totalAnswerSchema.parse(body).total
          return wrongUnless(
            answeredTotal === total || (affected.total && answeredTotal === null),
            `another total, ${answeredTotal}`,
          )
        }
        checkedRequests.push({ path, findMistake })
      }
      const last = rows.at(-1)
      if (rows.length < size || !last) break
      cursor = { starting_after: last.id }
      if (depth === 1) secondPages.push(last.id)
    }
  }

  const changed = `${api}?since_datetime=2026-11-19T00:00:00Z`
  checkedRequests.push({ path: changed, findMistake: mistakesOfPage(customerPageSchema.parse(await get(changed))) })
  const words = `${api}?search=nora%20bj%C3%B8rgum`
  checkedRequests.push({ path: words, findMistake: mistakesOfWords(customerPageSchema.parse(await get(words))) })
  for (const id of [recordOnly, people.nora.customer_id]) {
    const path = `${api}/${id}`
    const right = recordAnswerSchema.parse(await get(path))
    confirm(right.customer.customer_id === id, path)
    const findMistake = mistakesOfRecord(right)
    checkedRequests.push({ path, findMistake })
    const unless: CheckedRequest['findMistake'] = (body, affected) =>
      'unchanged' in recordCheckSchema.parse(body) ? null : findMistake(body, affected)
    checkedRequests.push({ path: `${path}?${new URLSearchParams({ etag: right.etag ?? '' })}`, findMistake: unless })
  }
  const parts = ['tags', 'tokens', 'communication'].map((part) => `${api}/${people.nora.customer_id}/${part}`)
  for (const path of [
    ...parts,
    ...['tags', `terms/${people.nora.term.id}`, 'settings'].map((name) => `${account}/${name}`),
  ]) {
    const right = await get(path)
    checkedRequests.push({ path, findMistake: (body) => wrongUnless(isDeepStrictEqual(body, right), 'another answer') })
  }
  return { checkedRequests, secondPages, shown }
}
