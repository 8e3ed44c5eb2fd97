'use client'

import { hashKey } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useSessionState } from '@/components/ui/use-session-state'

/** A page that this tab has seen. */
type SeenPage<TCursor> = {
  cursor: TCursor
  /** 1 for the first page; null when the URL did not contain it. */
  pageNumber: number | null
  /** The ids at the start of the page that the page before it has shown already. */
  overlap: string[]
}

type PageHistoryOptions<TCursor> = {
  /** The key in the session storage: one for each query. */
  storageKey: string
  /** Where the requested page begins; null for the first page. */
  cursor: TCursor | null
  /** The page number, if the URL contains it. */
  pageNumber?: number | null
  /** Whether a stored value is a cursor. It must be the same function on every render. */
  isCursor: (value: unknown) => value is TCursor
}

export type PageHistory<TCursor> = {
  pageNumber: number | null
  isFirst: boolean
  /** The page before this one, with a null cursor for the first page; null where there is none or it is not known. */
  previous: { cursor: TCursor | null; pageNumber: number } | null
  overlap: readonly string[]
  /** Stores the page after this one and returns its number. */
  addNext: (cursor: TCursor, overlap: string[]) => number | null
}

const isSame = (a: unknown, b: unknown) => hashKey([a]) === hashKey([b])

const noOverlap: string[] = []

/**
 * The pages that this tab has seen of one query. The cursors of the API lead only forward, so they are stored in the
 * session storage: the previous page can then be found, also after a reload.
 */
export function usePageHistory<TCursor>(options: PageHistoryOptions<TCursor>): PageHistory<TCursor> {
  const { storageKey, cursor, isCursor } = options
  const parse = useCallback(
    (stored: unknown) =>
      Array.isArray(stored) ? stored.filter((page): page is SeenPage<TCursor> => isSeenPage(page, isCursor)) : [],
    [isCursor],
  )
  const [pages, setPages] = useSessionState(storageKey, parse)
  const current = cursor === null ? undefined : pages.find((page) => isSame(page.cursor, cursor))
  const pageNumber = cursor === null ? 1 : (options.pageNumber ?? current?.pageNumber ?? null)

  const addNext = (next: TCursor, overlap: string[]) => {
    const nextNumber = pageNumber === null ? null : pageNumber + 1
    const nextPage = { cursor: next, pageNumber: nextNumber, overlap }
    // The current page is missing where its URL came from outside.
    const added = cursor === null || current ? [nextPage] : [{ cursor, pageNumber, overlap: noOverlap }, nextPage]
    const isReplaced = (page: SeenPage<TCursor>) =>
      added.some(
        (one) => isSame(one.cursor, page.cursor) || (one.pageNumber !== null && one.pageNumber === page.pageNumber),
      )
    setPages([...pages.filter((page) => !isReplaced(page)), ...added])
    return nextNumber
  }
  return {
    pageNumber,
    isFirst: cursor === null,
    previous: findPrevious(pages, pageNumber),
    overlap: current?.overlap ?? noOverlap,
    addNext,
  }
}

function isSeenPage<TCursor>(page: unknown, isCursor: (value: unknown) => value is TCursor): page is SeenPage<TCursor> {
  if (typeof page !== 'object' || page === null) return false
  if (!('cursor' in page && 'pageNumber' in page && 'overlap' in page)) return false
  const { cursor, pageNumber, overlap } = page
  return isCursor(cursor) && (pageNumber === null || typeof pageNumber === 'number') && Array.isArray(overlap)
}

function findPrevious<TCursor>(
  pages: SeenPage<TCursor>[],
  pageNumber: number | null,
): PageHistory<TCursor>['previous'] {
  if (pageNumber === null || pageNumber === 1) return null
  if (pageNumber === 2) return { cursor: null, pageNumber: 1 }
  const previous = pages.find((page) => page.pageNumber === pageNumber - 1)
  return previous ? { cursor: previous.cursor, pageNumber: pageNumber - 1 } : null
}
