import { writeSessionItem } from '@/lib/session-storage'

/**
 * The list from which the page of a record was opened in this tab. Back leads there, and the neighbours of the record are
 * those of its rows, also after a reload.
 */
export type RecordList = {
  /** The search params of the list, without the record. */
  search: string
  /** The ids of the rows of its page, in order. */
  ids: string[]
  /** Where the page after it begins; null where it is the last one. */
  next: object | null
  /** The button by which the person came to this record: it has the focus again. */
  stepped?: 'previous' | 'next'
  /** The record that it leads to: the page before it leaves the focus alone. */
  to?: string
}

export const recordListKey = (accountId: string) => `record list ${accountId}`

/** The list in the session storage; null where there is none. */
export function parseRecordList(stored: unknown): RecordList | null {
  if (typeof stored !== 'object' || stored === null) return null
  const { search, ids, next, stepped, to }: Partial<Record<string, unknown>> = { ...stored }
  if (typeof search !== 'string' || !Array.isArray(ids) || !ids.every((id) => typeof id === 'string')) return null
  return {
    search,
    ids,
    next: typeof next === 'object' ? next : null,
    ...((stepped === 'previous' || stepped === 'next') && { stepped }),
    ...(typeof to === 'string' && { to }),
  }
}

/** Stores the list that the page of a record is opened from. */
export function storeRecordList(accountId: string, list: RecordList): void {
  writeSessionItem(recordListKey(accountId), list)
}
