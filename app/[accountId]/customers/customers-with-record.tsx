'use client'

import { Suspense, useCallback } from 'react'
import { CustomersScreen, type CustomersScreenProps } from '@/components/customers/customers-screen'
import type { RecordSlotProps } from '@/components/customers/list-body'
import type { RecordSettings } from '@/components/record/record-settings'
import { lazyComponent } from '@/components/ui/lazy-component'

const RecordDrawer = lazyComponent(
  () => import('@/components/record/drawer/record-drawer'),
  (all) => all.RecordDrawer,
)

type Props = Omit<CustomersScreenProps, 'renderRecord'> & { settings: RecordSettings }

/** The list with the drawer of the open record. Neither feature imports the other, so they are put together here. */
export function CustomersWithRecord({ settings, ...props }: Props) {
  const drawer = useCallback(
    (record: RecordSlotProps) => (
      <Suspense>
        <RecordDrawer {...record} settings={settings} />
      </Suspense>
    ),
    [settings],
  )
  return <CustomersScreen {...props} renderRecord={drawer} />
}
