'use client'

import { usePreferences } from '@/components/ui/page/preferences'
import type { ColumnLayout } from '@/lib/customers/columns/column-layout'

const unchanged: ColumnLayout = {}

/** How the person lays out the columns of an account's list, and the function that changes it. */
export function useColumnLayout(accountId: string) {
  const { preferences, choose } = usePreferences()
  const layout = preferences.columns?.[accountId] ?? unchanged
  const setLayout = (next: ColumnLayout) => void choose({ columns: { [accountId]: next } })
  return { layout, setLayout }
}
