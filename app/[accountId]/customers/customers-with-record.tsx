'use client'

import { lazy, Suspense } from 'react'
import { CustomersScreen, type RecordSlotProps } from '@/components/customers/customers-screen'
import type { QueryProblem } from '@/lib/customers/customer-query'
import type { Density } from '@/lib/preferences'

const RecordDrawer = lazy(() =>
  import('@/components/record/record-drawer').then(({ RecordDrawer }) => ({ default: RecordDrawer })),
)

const drawer = (props: RecordSlotProps) => (
  <Suspense>
    <RecordDrawer {...props} />
  </Suspense>
)

/** The list with the record as its drawer: neither feature knows the other. */
export function CustomersWithRecord(props: { accountId: string; problems: QueryProblem[]; density: Density }) {
  return <CustomersScreen {...props} renderRecord={drawer} />
}
