'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { extraColumns } from '@/components/customers/columns/extra-columns'
import type { CustomerColumn } from '@/components/customers/table/customer-columns'
import { useIntl } from '@/components/ui/intl'
import { accountQueries } from '@/lib/api/queries/account'
import { parseExtraColumn } from '@/lib/customers/columns/column-ids'
import { isColumnMasked } from '@/lib/customers/columns/masked-columns'

/**
 * The columns of the product and those of an account's own with these ids, as this person sees them. An attribute that the
 * account no longer declares has none.
 */
export function useCustomerColumns(
  accountId: string,
  columns: readonly CustomerColumn[],
  extraIds: string,
  isMasked: boolean,
): CustomerColumn[] {
  const { t } = useIntl()
  const ids = useMemo(() => (extraIds === '' ? [] : extraIds.split('\n')), [extraIds])
  const hasAttributes = ids.some((id) => parseExtraColumn(id)?.kind === 'attribute')
  const settings = useQuery({ ...accountQueries.settings(accountId), enabled: hasAttributes }).data?.attributes
  return useMemo(
    () =>
      [...columns, ...extraColumns(ids, settings, t)].map((column) =>
        isMasked && isColumnMasked(column.id ?? '', settings)
          ? { ...column, meta: { ...column.meta, isMasked: true } }
          : column,
      ),
    [columns, ids, settings, t, isMasked],
  )
}
