import { fetchJson } from '@/lib/fetch-json'

type Schemas = typeof import('@/lib/customers/customer')
type Choose<T> = (schemas: Schemas) => { safeParse(value: unknown): { success: true; data: T } | { success: false } }

/** Asks our API for customers or what belongs to them. The schemas come with the first call, not with the first load. */
export function ask<T>(url: string, choose: Choose<T>, signal: AbortSignal): Promise<T> {
  return fetchJson<T>(url, import('@/lib/customers/customer').then(choose), signal)
}
