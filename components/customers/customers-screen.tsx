'use client'

import { Suspense, useState } from 'react'
import { ColumnsButton } from '@/components/customers/columns/columns-button'
import { ExportButton, ExportSlot } from '@/components/customers/export/export-slot'
import { FilterBar } from '@/components/customers/filters/filter-bar'
import type { ListFrame } from '@/components/customers/list-body'
import { serializeListFilters } from '@/components/customers/next-search-params'
import { PagedList } from '@/components/customers/paged-list'
import { SearchBar } from '@/components/customers/search/search-bar'
import { DensitySwitch } from '@/components/customers/table/density-switch'
import { useCustomerList } from '@/components/customers/use-customer-list'
import { mayLack } from '@/components/customers/views/may-lack'
import { useViews } from '@/components/customers/views/use-views'
import { SkeletonRows } from '@/components/list/skeleton-rows'
import { useIntl } from '@/components/ui/intl'
import { lazyComponent } from '@/components/ui/lazy-component'
import { ShownPreferences } from '@/components/ui/page/preferences'
import type { AccountName } from '@/lib/account'
import type { QueryProblem } from '@/lib/customers/filters/parse-customer-query'
import type { FirstViews } from '@/lib/customers/views/view'
import { plural } from '@/lib/messages/messages'

const ScanList = lazyComponent(
  () => import('@/components/customers/scan/scan-list'),
  (all) => all.ScanList,
)
const QueryProblems = lazyComponent(
  () => import('@/components/customers/list-notices'),
  (all) => all.QueryProblems,
)
const ViewNotice = lazyComponent(
  () => import('@/components/customers/views/view-notice'),
  (all) => all.ViewNotice,
)
const UnreadFilters = lazyComponent(
  () => import('@/components/customers/unread-filters'),
  (all) => all.UnreadFilters,
)
const WholeList = lazyComponent(
  () => import('@/components/customers/whole/whole-list'),
  (all) => all.WholeList,
)
const BatchLookupList = lazyComponent(
  () => import('@/components/customers/scan/batch-lookup-list'),
  (all) => all.BatchLookupList,
)

export type CustomersScreenProps = {
  accountId: string
  /** Whether the person sees contact data masked. */
  isMasked: boolean
  /** All accounts that the person may open. */
  accounts: AccountName[]
  /** What the URL holds and the list leaves out. */
  problems: QueryProblem[]
  /** The filters among it: no rows are shown without them. */
  unread: QueryProblem[]
  /** A text that the plain form has sent and the server could not parse: the box shows it, with what is wrong. */
  rejectedText: string | null
  /** What the first HTML knows of views. */
  firstViews: FirstViews
  /** Whether the person may let everybody in the account open a view. */
  mayShareViews: boolean
  mayExport: boolean
  renderRecord: ListFrame['renderRecord']
}

/** The list of customers: arranges its parts. */
export function CustomersScreen(props: CustomersScreenProps) {
  const { accountId, isMasked, accounts, problems, unread, rejectedText } = props
  const { firstViews, mayShareViews, mayExport, renderRecord } = props
  const { t, locale } = useIntl()
  const [lines, setLines] = useState<string[] | null>(null)
  const [enteredFilters, setEnteredFilters] = useState<string | null>(null)
  /** The filters whose result is loaded whole. */
  const [wholeFilters, setWholeFilters] = useState<string | null>(null)
  const unreadNames = [...unread.map(({ field }) => field), ...(rejectedText === null ? [] : ['q'])]
  const list = useCustomerList(accountId, unreadNames)
  const { url, scan } = list
  const { filters, setFilters } = url
  const views = useViews({ accountId, first: firstViews, mayShare: mayShareViews, url })
  const filtersText = serializeListFilters(filters)
  const [isExporting, setIsExporting] = useState(false)
  const notice = (
    <>
      {mayExport && (
        <ExportSlot
          accountId={accountId}
          query={filtersText}
          total={list.total}
          isOpen={isExporting}
          onClose={() => setIsExporting(false)}
        />
      )}
      <Suspense>
        {problems.length > 0 && <QueryProblems problems={problems} />}
        {mayLack(views) && <ViewNotice views={views} url={url} />}
      </Suspense>
    </>
  )
  const frame = {
    accountId,
    isMasked,
    url,
    renderRecord,
    notice,
    isEntered: enteredFilters === filtersText,
    explain: scan === null && lines === null ? list.explain : null,
  }

  const rows =
    lines !== null ? (
      <Suspense fallback={<SkeletonRows />}>
        <BatchLookupList {...frame} lines={lines} onClose={() => setLines(null)} />
      </Suspense>
    ) : scan !== null ? (
      <Suspense fallback={<SkeletonRows />}>
        {scan.kind === 'unread' ? (
          <UnreadFilters {...frame} problems={unread} />
        ) : (
          <ScanList {...frame} filters={filters} scan={scan} />
        )}
      </Suspense>
    ) : wholeFilters === filtersText && typeof list.total === 'number' ? (
      <Suspense fallback={<SkeletonRows />}>
        <WholeList {...frame} key={filtersText} total={list.total} onClose={() => setWholeFilters(null)} />
      </Suspense>
    ) : (
      // Without Suspense: React would send this much markup hidden, and a script would have to show it.
      <PagedList {...frame} list={list} accounts={accounts} onLoadWhole={() => setWholeFilters(filtersText)} />
    )
  return (
    <ShownPreferences shown={views.shown} keep={views.keepChoice}>
      <div className="grid h-full min-w-0 grid-rows-head-strip-body-foot print:block">
        <h1 className="sr-only">{t.shell.customers}</h1>
        <SearchBar
          accountId={accountId}
          url={url}
          views={views}
          rejectedText={rejectedText}
          isByWord={list.looked !== undefined && list.looked.phrase === undefined}
          onLines={setLines}
          onEnter={setEnteredFilters}
        />
        <div className="flex min-w-0 items-start gap-1.5 px-3 py-2 wide:min-h-(--h-filter) wide:py-1">
          <FilterBar accountId={accountId} filters={filters} setFilters={setFilters} />
          <span role="status" className="hidden flex-none whitespace-nowrap pr-1.5 text-text-2 leading-7 wide:inline">
            {typeof list.total === 'number' && lines === null && (
              <span>
                <b className="font-medium text-text-1">{list.total.toLocaleString(locale)}</b>{' '}
                <span>{plural(t.count.customers, list.total, locale)}</span>
              </span>
            )}
          </span>
          {mayExport && scan === null && lines === null && <ExportButton onOpen={() => setIsExporting(true)} />}
          <ColumnsButton accountId={accountId} isMasked={isMasked} />
          <DensitySwitch />
        </div>
        {rows}
      </div>
    </ShownPreferences>
  )
}
