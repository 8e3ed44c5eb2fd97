import { readSessionItem, writeSessionItem } from '@/lib/session-storage'

/**
 * A list from which the page of a record was opened in this tab. The way back leads there, and the neighbours of the record
 * are those of its rows, also after a reload.
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

/** The browser's Back leads through so many pages of lists with the neighbours of each record. */
const mostLists = 20

export const recordListsKey = (accountId: string) => `record lists ${accountId}`

function parseRecordList(stored: unknown): RecordList[] {
  if (typeof stored !== 'object' || stored === null) return []
  const { search, ids, next, stepped, to }: Partial<Record<string, unknown>> = { ...stored }
  if (typeof search !== 'string' || !Array.isArray(ids) || !ids.every((id) => typeof id === 'string')) return []
  const list: RecordList = {
    search,
    ids,
    next: typeof next === 'object' ? next : null,
    ...((stepped === 'previous' || stepped === 'next') && { stepped }),
    ...(typeof to === 'string' && { to }),
  }
  return [list]
}

/** The lists in the session storage, the one that was used last before the others. */
export const parseRecordLists = (stored: unknown): RecordList[] =>
  Array.isArray(stored) ? stored.flatMap(parseRecordList) : []

/** The list that the page of a record belongs to; undefined where it was opened from none. */
export const findRecordList = (lists: readonly RecordList[], customerId: string): RecordList | undefined =>
  lists.find(({ ids }) => ids.includes(customerId))

/** Stores the list that the page of a record is opened from, in place of what was stored of the same page of it. */
export function storeRecordList(accountId: string, list: RecordList): void {
  const key = recordListsKey(accountId)
  const others = parseRecordLists(readSessionItem(key)).filter(({ search }) => search !== list.search)
  writeSessionItem(key, [list, ...others].slice(0, mostLists))
}
