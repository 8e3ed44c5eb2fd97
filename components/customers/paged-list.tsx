'use client'

import { Suspense, useEffect } from 'react'
import { CustomerPager } from '@/components/customers/customer-pager'
import { ListBody, type ListFrame } from '@/components/customers/list-body'
import type { useCustomerList } from '@/components/customers/use-customer-list'
import { SkeletonRows } from '@/components/list/skeleton-rows'
import { useOnline } from '@/components/ui/failure/use-online'
import { useIntl } from '@/components/ui/intl'
import { lazyComponent } from '@/components/ui/lazy-component'
import type { AccountName } from '@/lib/account'

const loadTrouble = () => import('@/components/customers/list-trouble')
const OldRowsStrip = lazyComponent(loadTrouble, (all) => all.OldRowsStrip)
const ListFailure = lazyComponent(loadTrouble, (all) => all.ListFailure)
const PageNotices = lazyComponent(
  () => import('@/components/customers/list-notices'),
  (all) => all.PageNotices,
)
const NoRows = lazyComponent(
  () => import('@/components/customers/no-rows'),
  (all) => all.NoRows,
)

type PagedListProps = ListFrame & { list: ReturnType<typeof useCustomerList>; accounts: AccountName[] }

/** The list page by page: its rows, what there is to tell of them, and the pager. */
export function PagedList({ list, accounts, ...frame }: PagedListProps) {
  const { t } = useIntl()
  const { query, rows, unreadable, prefetchNext, isFirstPage, isStale } = list

  // Someone who pages, pages on: the next page is asked for ahead. Records never are. A word is read only when asked.
  const pages = !isFirstPage && !isStale && !list.looked
  useEffect(() => {
    if (pages) prefetchNext()
  })
  const isOnline = useOnline()
  const { trouble, isTrying, retry } = list
  const failure = trouble && { trouble, isTrying, onRetry: retry, onFirst: list.goToFirstPage }
  const instead = list.hasRows ? (
    (unreadable.length === 0 || !isFirstPage) && (
      <Suspense>
        <NoRows accountId={frame.accountId} list={list} accounts={accounts} />
      </Suspense>
    )
  ) : failure ? (
    <Suspense>
      <ListFailure {...failure} />
    </Suspense>
  ) : (
    <SkeletonRows />
  )
  return (
    <ListBody
      {...frame}
      rows={rows}
      isStale={isStale}
      instead={instead}
      beyond={list}
      strips={
        <>
          {(failure || !isOnline) && list.hasRows && (
            <Suspense>
              <OldRowsStrip failure={failure} readAt={list.readAt} />
            </Suspense>
          )}
          {(list.looked || list.unlisted || list.endedEarly || unreadable.length > 0) && (
            <Suspense>
              <PageNotices accountId={frame.accountId} list={list} />
            </Suspense>
          )}
        </>
      }
      footer={
        <CustomerPager
          list={{
            pageNumber: list.ordinal,
            first: isFirstPage ? null : list.goToFirstPage,
            previous: list.previous,
            next: list.next,
          }}
          rowCount={rows.length}
          pageSize={query.limit}
          total={list.total}
          order={list.isChanges ? t.pager.oldestChangeFirst : t.pager.newestFirst}
          // Pages of changes overlap, so a row's number in the list is not known.
          isNumbered={!list.isChanges && !list.looked}
          onNextLikely={prefetchNext}
          onPageSize={list.setPageSize}
        />
      }
    />
  )
}
