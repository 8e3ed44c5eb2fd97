'use client'

import { useTable } from '@tanstack/react-table'
import { useMemo, useState } from 'react'
import { RecordHref } from '@/components/activity/activity-cells'
import styles from '@/components/activity/activity-cells.module.css'
import { activityColumns, activityFeatures } from '@/components/activity/activity-columns'
import { type ActivityRow, toActivityRows } from '@/components/activity/activity-rows'
import { Unfolded } from '@/components/activity/opened-sections'
import sectionStyles from '@/components/activity/opened-sections.module.css'
import { ListTable } from '@/components/list/list-table'
import { useIntl } from '@/components/ui/intl'
import { routes } from '@/lib/api/routes'
import type { ListedEvent } from '@/lib/audit/audit-event'

type ActivityTableProps = {
  accountId: string
  events: ListedEvent[]
  isStale: boolean
  /** What the events are the answer to. */
  answerKey: string
  mayReadCustomers: boolean
}

const getRowAttributes = ({ id, isSection }: ActivityRow) => ({
  className: isSection ? `${styles.row} ${sectionStyles.section}` : styles.row,
  'data-event': String(id),
})

/** The audit events as a table, newest first. */
export function ActivityTable({ accountId, events, isStale, answerKey, mayReadCustomers }: ActivityTableProps) {
  const { t } = useIntl()
  const [unfoldedIds, setUnfoldedIds] = useState<ReadonlySet<number>>(new Set())
  const unfolded = useMemo(
    () => ({
      ids: unfoldedIds,
      toggle: (id: number) =>
        setUnfoldedIds((ids) => (ids.has(id) ? new Set([...ids].filter((one) => one !== id)) : new Set([...ids, id]))),
    }),
    [unfoldedIds],
  )
  const rows = useMemo(() => toActivityRows(events, unfoldedIds), [events, unfoldedIds])
  const table = useTable({ features: activityFeatures, columns: activityColumns, data: rows })
  const recordHref = useMemo(
    () => (mayReadCustomers ? (customerId: string) => routes.customer(accountId, customerId) : null),
    [accountId, mayReadCustomers],
  )
  return (
    <RecordHref value={recordHref}>
      <Unfolded value={unfolded}>
        <ListTable
          table={table}
          caption={t.shell.activity}
          scrollLabel={t.shell.activity}
          isStale={isStale}
          answerKey={answerKey}
          getRowAttributes={getRowAttributes}
        />
      </Unfolded>
    </RecordHref>
  )
}
