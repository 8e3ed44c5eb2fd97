'use client'

import { lazy, Suspense } from 'react'
import { CustomersScreen, type CustomersScreenProps } from '@/components/customers/customers-screen'
import type { RecordSlotProps } from '@/components/customers/list-body'

const RecordDrawer = lazy(() =>
  import('@/components/record/record-drawer').then(({ RecordDrawer }) => ({ default: RecordDrawer })),
)

const drawer = (props: RecordSlotProps) => (
  <Suspense>
    <RecordDrawer {...props} />
  </Suspense>
)

/** The list with the record as its drawer: neither feature knows the other. */
export function CustomersWithRecord(props: Omit<CustomersScreenProps, 'renderRecord'>) {
  return <CustomersScreen {...props} renderRecord={drawer} />
}
