'use client'

import { useEffect, useState } from 'react'
import { SearchBox } from '@/components/customers/search-box'
import { SearchReading } from '@/components/customers/search-reading'
import type { useCustomerList } from '@/components/customers/use-customer-list'
import type { useSearchBox } from '@/components/customers/use-search-box'
import { useCommand } from '@/components/ui/commands'
import { useIntl } from '@/components/ui/intl'
import { serializeCustomerQuery } from '@/lib/customers/customer-query'

type SearchBarProps = {
  accountId: string
  phoneCountry: string
  list: ReturnType<typeof useCustomerList>
  box: ReturnType<typeof useSearchBox>
  onLines: (lines: string[]) => void
}

/** The box, and how what stands in it was read. */
export function SearchBar({ accountId, phoneCountry, list, box, onLines }: SearchBarProps) {
  const { t } = useIntl()
  const { asked, change } = list
  useCommand({
    id: 'search-plain',
    keys: ['x'],
    title: t.shortcuts.searchPlain,
    group: 'find',
    run: () => {
      const text = asked.email ?? asked.phone_number
      if (text === null) return false
      box.ask('plain')
      return true
    },
  })
  const hidden = [...new URLSearchParams(serializeCustomerQuery({ ...box.beside, limit: list.query.limit }))]
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-2 px-3 pt-2 wide:h-(--h-search) wide:flex-nowrap wide:pt-1">
      <SearchBox
        accountId={accountId}
        box={box}
        hidden={asked.only ? [...hidden, ['only', asked.only]] : hidden}
        onLines={onLines}
      />
      <SearchReading
        isByWord={list.looked !== undefined}
        asked={asked}
        change={change}
        phoneCountry={phoneCountry}
        onPlain={() => box.ask('plain')}
      />
    </div>
  )
}

/** Opens the record whose id was typed, once the rows say that there is one with exactly this id. */
export function useOpenById({ rows, isFresh, query, change }: ReturnType<typeof useCustomerList>) {
  const [wanted, setWanted] = useState<string | null>(null)
  const isHere = wanted !== null && isFresh && query.search === wanted
  const found = isHere && rows.some(({ customer }) => customer.customer_id === wanted)
  useEffect(() => {
    if (!isHere) return
    if (found) void change.open(wanted, { history: 'replace' })
    setWanted(null)
  }, [isHere, found, wanted, change])
  return setWanted
}
