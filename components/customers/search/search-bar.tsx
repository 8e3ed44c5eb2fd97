'use client'

import { Suspense, useEffect, useState } from 'react'
import { SearchBox } from '@/components/customers/search/search-box'
import { searchFieldOf } from '@/components/customers/search/search-field'
import type { useSearchBox } from '@/components/customers/search/use-search-box'
import type { useCustomerList } from '@/components/customers/use-customer-list'
import { lazyComponent } from '@/components/ui/lazy-component'
import { serializeCustomerSearchParams } from '@/lib/customers/filters/customer-query'

const SearchReading = lazyComponent(
  () => import('@/components/customers/search/search-reading'),
  (all) => all.SearchReading,
)

type SearchBarProps = {
  accountId: string
  phoneCountry: string
  list: ReturnType<typeof useCustomerList>
  box: ReturnType<typeof useSearchBox>
  onLines: (lines: string[]) => void
}

/** The box, and how what stands in it was read. */
export function SearchBar({ accountId, phoneCountry, list, box, onLines }: SearchBarProps) {
  const hidden = [...new URLSearchParams(serializeCustomerSearchParams({ ...box.beside, limit: list.query.limit }))]
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-2 px-3 pt-2 wide:h-(--h-search) wide:flex-nowrap wide:pt-1">
      <SearchBox accountId={accountId} box={box} hidden={hidden} onLines={onLines} />
      {list.filters[searchFieldOf(list.filters)] !== null && (
        <Suspense>
          <SearchReading
            isByWord={list.looked !== undefined}
            url={list}
            phoneCountry={phoneCountry}
            onPlain={() => box.ask('plain')}
          />
        </Suspense>
      )}
    </div>
  )
}

/** Opens the record whose id was typed, once the rows say that there is one with exactly this id. */
export function useOpenById({ rows, isFresh, query, openRecord }: ReturnType<typeof useCustomerList>) {
  const [wanted, setWanted] = useState<string | null>(null)
  const isHere = wanted !== null && isFresh && query.search === wanted
  const found = isHere && rows.some(({ customer }) => customer.customer_id === wanted)
  useEffect(() => {
    if (!isHere) return
    if (found) openRecord(wanted, { history: 'replace' })
    setWanted(null)
  }, [isHere, found, wanted, openRecord])
  return setWanted
}
