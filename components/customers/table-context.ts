'use client'

import { createContext, useContext } from 'react'

/** What the cells of a table share, so that columns can be constants. */
export type TableContextValue = {
  /** The address of a record over this list. */
  recordHref: (customerId: string) => string
  filterBy: (filter: { email: string } | { phone_number: string }) => void
  /** Asks why the rows are there that nothing explains; null where nothing was searched. */
  explain: (() => void) | null
}

export const TableContext = createContext<TableContextValue>({
  recordHref: () => '',
  filterBy: () => {},
  explain: null,
})

/** Whether the row of a cell is the one pointed at or the keyboard's: its tools are drawn. */
export const ActiveRowContext = createContext(false)

export function useRecordHref(customerId: string): string {
  return useContext(TableContext).recordHref(customerId)
}
