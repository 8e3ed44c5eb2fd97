'use client'

import { createContext, useContext } from 'react'

/** What a row can do in its list. */
export type RowActions = {
  /** The URL of a record over this list. */
  getRecordHref: (customerId: string) => string
  filterBy: (filter: { email: string } | { phone_number: string }) => void
  /** Fetches the explanation of rows without a visible match; null where nothing was searched. */
  explain: (() => void) | null
}

export const RowActionsContext = createContext<RowActions | null>(null)

/** The actions of the list around a cell. */
export function useRowActions(): RowActions {
  const actions = useContext(RowActionsContext)
  if (!actions) throw new Error('useRowActions needs a RowActionsContext above it')
  return actions
}
