'use client'

import { Suspense } from 'react'
import { CustomerPager } from '@/components/customers/customer-pager'
import { ListBody, type ListFrame } from '@/components/customers/list-body'
import type { CustomerList } from '@/components/customers/use-customer-list'
import type { SortOfferProps } from '@/components/customers/whole/sort-offer'
import { NoRowsState, RowsNotice } from '@/components/list/list-states'
import { useIntl } from '@/components/ui/intl'
import { lazyComponent, lazyModule } from '@/components/ui/lazy-component'
import type { AccountName } from '@/lib/account'

const loadNotices = () => import('@/components/customers/list-notices')
const PageNotices = lazyComponent(loadNotices, (all) => all.PageNotices)
const NoTotal = lazyComponent(loadNotices, (all) => all.NoTotal)
const NoCustomers = lazyComponent(
  () => import('@/components/customers/no-customers'),
  (all) => all.NoCustomers,
)

const readSortOffer = lazyModule(() => import('@/components/customers/whole/sort-offer'))

/** The offer to load the list whole. Nothing where its code cannot be loaded: nobody has asked for it. */
function SortOffer(props: SortOfferProps) {
  const offer = readSortOffer()
  return offer && <offer.SortOffer {...props} />
}

type PagedListProps = ListFrame & { list: CustomerList; accounts: AccountName[]; onLoadWhole: () => void }

/** The customers page by page: the notices, the rows and the pager. */
export function PagedList({ list, accounts, onLoadWhole, ...frame }: PagedListProps) {
  const { t } = useIntl()
  const { accountId, url } = frame
  const { paged, rows, unreadable, isFirstPage, shown, looked } = list
  const hasNotices = looked || list.unlisted || list.endedEarly || unreadable.length > 0
  return (
    <ListBody
      {...frame}
      rows={rows}
      isStale={paged.isStale}
      shownParams={shown.searchParams}
      pages={paged}
      notices={
        <>
          <RowsNotice list={paged} waitsFor={t.waiting.customers} />
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
          pageSize={shown.limit}
          requestedSize={url.query.limit}
          total={shown.total}
          order={shown.isChanges ? t.pager.oldestChangeFirst : t.pager.newestFirst}
          orderAction={
            shown.total !== undefined && (
              <Suspense>
                <SortOffer total={shown.total} onLoad={onLoadWhole} />
              </Suspense>
            )
          }
          // Pages of changes overlap, and a search by word skips customers: the number of a row is not known.
          isNumbered={!shown.isChanges && !shown.isByWord}
          onNextLikely={list.prefetchNext}
          onPageSize={url.setPageSize}
          noTotal={
            shown.total === null &&
            !shown.isByWord && (
              <Suspense>
                <NoTotal />
              </Suspense>
            )
          }
        />
      }
    />
  )
}
