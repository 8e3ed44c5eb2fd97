'use client'

import { useQuery } from '@tanstack/react-query'
import { ScanSearch } from 'lucide'
import type { ListFrame } from '@/components/customers/list-body'
import { UnreadableCustomers } from '@/components/customers/list-notices'
import { ProgressList } from '@/components/customers/scan/progress-list'
import { type Scan, useCustomerScan } from '@/components/customers/scan/use-customer-scan'
import { useIntl } from '@/components/ui/intl'
import { customerQueries } from '@/lib/api/queries/customers'
import { type CustomerFilters, noFilters } from '@/lib/customers/filters/customer-query'
import { fill, plural } from '@/lib/messages/messages'

type ScanListProps = ListFrame & { filters: CustomerFilters; scan: Scan }

/** What a scan of the whole list has found so far, how far it has come, and a button that stops or resumes it. */
export function ScanList({ filters, scan, ...frame }: ScanListProps) {
  const { t, locale } = useIntl()
  const { rows, unreadable, looked, isDone, isRunning, error, stop, resume } = useCustomerScan(
    frame.accountId,
    filters,
    scan,
  )
  const { type, search } = filters
  const scannedFilters: CustomerFilters =
    scan.kind === 'deleted'
      ? { ...noFilters, type: type ?? 'any', search, include_deleted: true }
      : scan.kind === 'former'
        ? { ...noFilters, type: 'any' }
        : { ...filters, since_datetime: null }
  const total = useQuery(customerQueries.total(frame.accountId, scannedFilters)).data?.total
  const texts = t.scan[scan.kind]
  const number = (value: number) => value.toLocaleString(locale)
  const progress = fill(isDone ? t.scan.done : total ? t.scan.lookedOf : t.scan.looked, {
    looked: number(looked),
    total: number(total ?? 0),
  })
  return (
    <ProgressList
      {...frame}
      rows={rows}
      icon={ScanSearch}
      title={plural(texts.found, rows.length, locale)}
      progress={progress}
      error={error}
      isRunning={isRunning}
      isDone={isDone}
      startLabel={t.scan.goOn}
      onStart={resume}
      onStop={stop}
      notices={<UnreadableCustomers accountId={frame.accountId} unreadable={unreadable} />}
      none={isDone ? texts.none : texts.notYet}
      explanation={texts.why}
    />
  )
}
