import { fetchJson } from '@/lib/fetch-json'

type Schemas = typeof import('@/lib/customers/customer')
type Choose<S, T> = (schemas: S) => { safeParse(value: unknown): { success: true; data: T } | { success: false } }

/** Asks our API for customers or what belongs to them. The schemas come with the first call, not with the first load. */
export function ask<T>(url: string, choose: Choose<Schemas, T>, signal: AbortSignal): Promise<T> {
  return fetchJson<T>(url, import('@/lib/customers/customer').then(choose), signal)
}

type RecordSchemas = typeof import('@/lib/customers/record')

/** The same for what belongs to one customer. */
export function askRecord<T>(url: string, choose: Choose<RecordSchemas, T>, signal: AbortSignal): Promise<T> {
  return fetchJson<T>(url, import('@/lib/customers/record').then(choose), signal)
}
