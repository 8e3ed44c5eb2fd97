'use client'

import { Suspense, useState } from 'react'
import { FilterBar } from '@/components/customers/filters/filter-bar'
import type { ListFrame } from '@/components/customers/list-body'
import { PagedList } from '@/components/customers/paged-list'
import { SearchBar } from '@/components/customers/search/search-bar'
import { DensitySwitch } from '@/components/customers/table/density-switch'
import { useCustomerList } from '@/components/customers/use-customer-list'
import { SkeletonRows } from '@/components/list/skeleton-rows'
import { useIntl } from '@/components/ui/intl'
import { lazyComponent } from '@/components/ui/lazy-component'
import type { AccountName } from '@/lib/account'
import type { QueryProblem } from '@/lib/customers/filters/parse-customer-query'
import { plural } from '@/lib/messages/messages'
import type { Density } from '@/lib/preferences'

const ScanList = lazyComponent(
  () => import('@/components/customers/scan/scan-list'),
  (all) => all.ScanList,
)
const QueryProblems = lazyComponent(
  () => import('@/components/customers/list-notices'),
  (all) => all.QueryProblems,
)
const BatchLookupList = lazyComponent(
  () => import('@/components/customers/scan/batch-lookup-list'),
  (all) => all.BatchLookupList,
)

export type CustomersScreenProps = {
  accountId: string
  /** All accounts that the person may open. */
  accounts: AccountName[]
  /** ISO 3166: the country of a phone number that is typed without one. */
  phoneCountry: string
  problems: QueryProblem[]
  /** A text that the plain form has sent and the server could not parse: the box shows it, with what is wrong. */
  rejectedText: string | null
  density: Density
  renderRecord: ListFrame['renderRecord']
}

/** The list of customers: arranges its parts. */
export function CustomersScreen(props: CustomersScreenProps) {
  const { accountId, accounts, phoneCountry, problems, rejectedText, renderRecord } = props
  const { t, locale } = useIntl()
  const [density, setDensity] = useState(props.density)
  const [lines, setLines] = useState<string[] | null>(null)
  const list = useCustomerList(accountId)
  const { url } = list
  const { filters, setFilters, scan } = url
  const notice = problems.length > 0 && (
    <Suspense>
      <QueryProblems problems={problems} />
    </Suspense>
  )
  const frame = {
    accountId,
    url,
    density,
    renderRecord,
    notice,
    explain: scan === null && lines === null ? list.explain : null,
  }

  const rows =
    lines !== null ? (
      <Suspense fallback={<SkeletonRows />}>
        <BatchLookupList {...frame} lines={lines} phoneCountry={phoneCountry} onClose={() => setLines(null)} />
      </Suspense>
    ) : scan !== null ? (
      <Suspense fallback={<SkeletonRows />}>
        <ScanList {...frame} filters={filters} scan={scan} />
      </Suspense>
    ) : (
      // Without Suspense: React would send this much markup hidden, and a script would have to show it.
      <PagedList {...frame} list={list} accounts={accounts} />
    )
  return (
    <div className="grid h-full min-w-0 grid-rows-head-strip-body-foot">
      <h1 className="sr-only">{t.shell.customers}</h1>
      <SearchBar
        accountId={accountId}
        url={url}
        phoneCountry={phoneCountry}
        rejectedText={rejectedText}
        isByWord={list.looked !== undefined}
        onLines={setLines}
      />
      <div className="flex min-w-0 items-start gap-1.5 px-3 py-2 wide:min-h-(--h-filter) wide:py-1">
        <FilterBar accountId={accountId} filters={filters} setFilters={setFilters} phoneCountry={phoneCountry} />
        <span role="status" className="hidden flex-none whitespace-nowrap pr-1.5 text-text-2 leading-7 wide:inline">
          {typeof list.total === 'number' && lines === null && (
            <>
              <b className="font-medium text-text-1">{list.total.toLocaleString(locale)}</b>{' '}
              {plural(t.count.customers, list.total, locale)}
            </>
          )}
        </span>
        <DensitySwitch density={density} onChange={setDensity} />
      </div>
      {rows}
    </div>
  )
}
