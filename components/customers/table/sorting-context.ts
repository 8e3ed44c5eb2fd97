'use client'

import { createContext, type ReactNode } from 'react'

/** How the heads sort the rows; its code comes with the rows that can be sorted. */
export type HeadSorting = {
  /** What the head of a column says of the order. */
  getAttributes: (columnId: string) => { 'aria-sort'?: 'ascending' | 'descending' }
  /** The head of a column as a button that sorts by it, or as it was where the column cannot be sorted by. */
  renderHead: (columnId: string, head: ReactNode) => ReactNode
}

/** The sorting of the list around a head; null where its rows are those of one page, in the order of the API. */
export const SortingContext = createContext<HeadSorting | null>(null)
