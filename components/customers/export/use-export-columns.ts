'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { layOutColumns } from '@/components/customers/columns/lay-out-columns'
import { useColumnLayout } from '@/components/customers/columns/use-column-layout'
import { accountQueries } from '@/lib/api/queries/account'
import { extraColumnIds } from '@/lib/customers/columns/column-state'
import { isDeclaredColumn } from '@/lib/customers/columns/declared-columns'
import { productColumns } from '@/lib/customers/columns/product-columns'

/** The columns that a file can have, in their order: those of the list, then what the product has beside them. */
export function useExportColumns(accountId: string) {
  const { layout } = useColumnLayout(accountId)
  const extra = extraColumnIds(layout)
  const settings = useQuery({ ...accountQueries.settings(accountId), enabled: extra.length > 0 })
  const [toggled, setToggled] = useState<readonly string[]>([])
  const declared = extra.filter((id) => isDeclaredColumn(id, settings.data?.attributes))
  const listed = layOutColumns([...productColumns, ...declared], layout).map(({ id }) => id)
  const all = [...listed, ...productColumns.filter((id) => !listed.includes(id))]
  return {
    all,
    /** Those of the list, unless the person chooses otherwise. */
    chosen: all.filter((id) => listed.includes(id) !== toggled.includes(id)),
    toggle: (id: string) => setToggled(toggled.includes(id) ? toggled.filter((one) => one !== id) : [...toggled, id]),
  }
}
