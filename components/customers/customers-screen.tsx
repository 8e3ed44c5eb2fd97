'use client'

import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { CustomerTable } from '@/components/customers/customer-table'
import { DensitySwitch } from '@/components/customers/density-switch'
import { FilterBar } from '@/components/customers/filter-bar'
import { ListFailure, OldRowsStrip } from '@/components/customers/list-failure'
import { QueryProblems, UnreadableCustomers } from '@/components/customers/list-notices'
import { NoRows } from '@/components/customers/no-rows'
import { Pager } from '@/components/customers/pager'
import { SearchBox } from '@/components/customers/search-box'
import { SearchReading } from '@/components/customers/search-reading'
import { SkeletonRows } from '@/components/customers/skeleton-rows'
import { TableContext } from '@/components/customers/table-context'
import { useCustomerList } from '@/components/customers/use-customer-list'
import { useRowCursor } from '@/components/customers/use-row-cursor'
import { useIntl } from '@/components/ui/intl'
import type { Customer } from '@/lib/customers/customer'
import {
  filtersOf,
  type QueryProblem,
  serializeCustomerAddress,
  serializeCustomerFilters,
} from '@/lib/customers/customer-query'
import { plural } from '@/lib/messages/messages'
import type { Density } from '@/lib/preferences'

/** What an open record over the list gets. */
export type RecordSlotProps = {
  accountId: string
  customerId: string
  /** The customer as the list holds it: shown at once. */
  known: Customer | undefined
  position: { index: number; count: number } | null
  onClose: () => void
  onPrevious: (() => void) | null
  onNext: (() => void) | null
}

type CustomersScreenProps = {
  accountId: string
  problems: QueryProblem[]
  density: Density
  renderRecord: (props: RecordSlotProps) => ReactNode
}

const focusRow = (customerId: string) =>
  document.querySelector<HTMLElement>(`tr[data-customer="${CSS.escape(customerId)}"] a`)?.focus()

/** The list: arranges its parts, and holds no logic of its own. */
export function CustomersScreen({ accountId, problems, density: keptDensity, renderRecord }: CustomersScreenProps) {
  const { t, locale } = useIntl()
  const [density, setDensity] = useState(keptDensity)
  const list = useCustomerList(accountId)
  const { query, record, at, change, rows } = list
  const open = (customerId: string) => void change.open(customerId)
  const row = useRowCursor(rows, record, open)
  const hasPaged = !list.isFirstPage

  // Someone who pages, pages on: the next page is asked for ahead. Records never are.
  const { prefetchNext } = list
  useEffect(() => {
    if (hasPaged && !list.isStale) prefetchNext()
  })

  const base = serializeCustomerAddress({ ...query, at })
  const table = useMemo(
    () => ({
      recordHref: (customerId: string) => `${base === '' ? '?' : `${base}&`}record=${encodeURIComponent(customerId)}`,
      filterBy: (filter: { email: string } | { phone_number: string }) =>
        void change.filter({ search: null, ...filter }),
    }),
    [base, change],
  )
  const hidden = [...new URLSearchParams(serializeCustomerFilters({ ...filtersOf(query), search: null }))]
  const neighbour = (step: 1 | -1) => {
    const next = row.index === -1 ? undefined : rows[row.index + step]?.customer.customer_id
    return next === undefined ? null : () => open(next)
  }
  const close = (customerId: string) => {
    row.choose(customerId)
    void change.open(null).then(() => focusRow(customerId))
  }
  const failure = list.error && { error: list.error, onRetry: list.retry, onFirst: () => void change.firstPage() }

  return (
    <div className="grid h-full min-w-0 grid-rows-[auto_auto_minmax(0,1fr)_auto]">
      <h1 className="sr-only">{t.shell.customers}</h1>
      <div className="flex min-w-0 flex-wrap items-center gap-2 px-3 pt-2 wide:h-(--h-search) wide:flex-nowrap wide:pt-1">
        <SearchBox
          search={query.search}
          hidden={hidden}
          onSearch={(search, history) => void change.filter({ search }, { history })}
        />
        <SearchReading search={query.search} />
      </div>
      <div className="flex min-w-0 items-center gap-1.5 px-3 py-2 wide:h-(--h-filter) wide:pt-0 wide:pb-1">
        <FilterBar accountId={accountId} filters={filtersOf(query)} change={change} />
        <span className="flex-auto" />
        <span role="status" className="hidden whitespace-nowrap pr-1.5 text-text-2 wide:inline">
          {typeof list.total === 'number' && (
            <>
              <b className="font-medium text-text-1">{list.total.toLocaleString(locale)}</b>{' '}
              {plural(t.count.customers, list.total, locale)}
            </>
          )}
        </span>
        <DensitySwitch density={density} onChange={setDensity} />
      </div>
      <div className="grid min-h-0 min-w-0 grid-rows-[auto_minmax(0,1fr)]">
        {/* What a strip offers stays in reach beside an open record. */}
        <div className={record === null ? '' : 'wide:pr-(--w-drawer)'}>
          <QueryProblems problems={problems} />
          {failure && list.hasRows && <OldRowsStrip {...failure} since={list.readAt} />}
          <UnreadableCustomers unreadable={list.unreadable} />
        </div>
        {!list.hasRows && (failure ? <ListFailure {...failure} /> : <SkeletonRows />)}
        {list.hasRows && rows.length === 0 && (list.unreadable.length === 0 || !list.isFirstPage) && (
          <NoRows accountId={accountId} query={query} change={change} />
        )}
        {rows.length > 0 && (
          <TableContext value={table}>
            <CustomerTable rows={rows} cursor={row.cursor} isStale={list.isStale} density={density} onOpen={open} />
          </TableContext>
        )}
      </div>
      <Pager
        rows={rows.length}
        at={list.ordinal}
        limit={query.limit}
        total={list.total}
        onFirst={list.isFirstPage ? null : () => void change.firstPage()}
        onPrevious={list.previous}
        onNext={list.next}
        onNextLikely={prefetchNext}
        onLimit={(limit) => void change.pageSize(limit)}
        previousReason={!list.isFirstPage && !list.previous ? t.pager.noTrail : null}
      />
      {record !== null &&
        renderRecord({
          accountId,
          customerId: record,
          known: rows[row.index]?.customer,
          position: row.index === -1 ? null : { index: row.index + 1, count: rows.length },
          onClose: () => close(record),
          onPrevious: neighbour(-1),
          onNext: neighbour(1),
        })}
    </div>
  )
}
