'use client'

import { useTable } from '@tanstack/react-table'
import { useMemo } from 'react'
import { RecordHref } from '@/components/activity/activity-cells'
import styles from '@/components/activity/activity-cells.module.css'
import { activityColumns, activityFeatures } from '@/components/activity/activity-columns'
import { ListTable } from '@/components/list/list-table'
import { useIntl } from '@/components/ui/intl'
import { routes } from '@/lib/api/routes'
import type { AuditEvent } from '@/lib/audit/audit-event'

type ActivityTableProps = {
  accountId: string
  events: AuditEvent[]
  isStale: boolean
  mayReadCustomers: boolean
}

const getRowAttributes = ({ id }: AuditEvent) => ({ className: styles.row, 'data-event': String(id) })

/** The audit events as a table, newest first. */
export function ActivityTable({ accountId, events, isStale, mayReadCustomers }: ActivityTableProps) {
  const { t } = useIntl()
  const table = useTable({ features: activityFeatures, columns: activityColumns, data: events })
  const recordHref = useMemo(
    () => (mayReadCustomers ? (customerId: string) => routes.customer(accountId, customerId) : null),
    [accountId, mayReadCustomers],
  )
  return (
    <RecordHref value={recordHref}>
      <ListTable
        table={table}
        caption={t.shell.activity}
        scrollLabel={t.shell.activity}
        isStale={isStale}
        getRowAttributes={getRowAttributes}
      />
    </RecordHref>
  )
}
