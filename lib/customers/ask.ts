import type { ApiError } from '@/lib/api-error'

type Schemas = typeof import('@/lib/customers/customer')
type Choose<S, T> = (schemas: S) => { safeParse(value: unknown): { success: true; data: T } | { success: false } }

const unreachable: ApiError = { code: 'unreachable', message: 'The server did not answer.', request_id: '' }

/** What asks our API comes with the first call, as its schemas do, and not with the first load. */
const loadFetchJson = () =>
  import('@/lib/fetch-json').then(
    ({ fetchJson }) => fetchJson,
    () => Promise.reject(unreachable),
  )

/** Asks our API for customers or what belongs to them. */
export async function ask<T>(url: string, choose: Choose<Schemas, T>, signal: AbortSignal): Promise<T> {
  const fetchJson = await loadFetchJson()
  return fetchJson<T>(url, import('@/lib/customers/customer').then(choose), signal)
}

type RecordSchemas = typeof import('@/lib/customers/record')

/** The same for what belongs to one customer. */
export async function askRecord<T>(url: string, choose: Choose<RecordSchemas, T>, signal: AbortSignal): Promise<T> {
  const fetchJson = await loadFetchJson()
  return fetchJson<T>(url, import('@/lib/customers/record').then(choose), signal)
}
