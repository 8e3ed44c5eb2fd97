'use client'

import { Suspense } from 'react'
import { CustomerPager } from '@/components/customers/customer-pager'
import { ListBody, type ListFrame } from '@/components/customers/list-body'
import type { CustomerList } from '@/components/customers/use-customer-list'
import { NoRowsState, StaleRowsNotice } from '@/components/list/list-states'
import { useIntl } from '@/components/ui/intl'
import { lazyComponent } from '@/components/ui/lazy-component'
import type { AccountName } from '@/lib/account'

const PageNotices = lazyComponent(
  () => import('@/components/customers/list-notices'),
  (all) => all.PageNotices,
)
const NoCustomers = lazyComponent(
  () => import('@/components/customers/no-customers'),
  (all) => all.NoCustomers,
)

type PagedListProps = ListFrame & { list: CustomerList; accounts: AccountName[] }

/** The customers page by page: the notices, the rows and the pager. */
export function PagedList({ list, accounts, ...frame }: PagedListProps) {
  const { t } = useIntl()
  const { accountId, url } = frame
  const { paged, rows, unreadable, isFirstPage, isChanges, looked } = list
  const hasNotices = looked || list.unlisted || list.endedEarly || unreadable.length > 0
  return (
    <ListBody
      {...frame}
      rows={rows}
      isStale={paged.isStale}
      shownParams={list.shownParams}
      pages={paged}
      notices={
        <>
          <StaleRowsNotice list={paged} />
          {hasNotices && (
            <Suspense>
              <PageNotices accountId={accountId} list={list} />
            </Suspense>
          )}
        </>
      }
      placeholder={
        <NoRowsState
          list={paged}
          none={
            (unreadable.length === 0 || !isFirstPage) && (
              <NoCustomers accountId={accountId} list={list} accounts={accounts} />
            )
          }
        />
      }
      footer={
        <CustomerPager
          list={paged}
          rowCount={rows.length}
          pageSize={url.query.limit}
          total={list.total}
          order={isChanges ? t.pager.oldestChangeFirst : t.pager.newestFirst}
          // Pages of changes overlap, and a search by word skips customers: the number of a row is not known.
          isNumbered={!isChanges && !looked}
          onNextLikely={list.prefetchNext}
          onPageSize={url.setPageSize}
        />
      }
    />
  )
}
