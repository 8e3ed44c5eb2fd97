'use client'

import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { afterPaint, asking } from '@/components/customers/asking'
import { customerQueries } from '@/lib/api/queries/customers'
import {
  type CustomerSearchParams,
  customerSearchParams,
  type ListFilters,
  serializeCustomerSearchParams,
  toApiQuery,
  toFilters,
} from '@/lib/customers/filters/customer-query'

/** What changes of the address; null is what stands where nothing is said. */
type Update = Partial<Omit<CustomerSearchParams, 'at'>> & { at: number | null }
type History = { history?: 'push' | 'replace' }

/** Where in the list a page begins; all null for the first. */
export type Place = Pick<CustomerSearchParams, 'starting_after' | 'by_word' | 'since_moved'>

/** An answer that comes within it is drawn together with its address. */
const quickMs = 100

export const firstPlace: Place = { starting_after: null, by_word: null, since_moved: null }

/** What an address asks for, not where its pages have come to. */
const besidePlace = (address: CustomerSearchParams): ListFilters => ({
  ...toFilters(toApiQuery(address)),
  since_datetime: address.since_datetime,
  only: address.only,
})

/** What is asked, as one text to compare by. */
export const asText = (asked: ListFilters) => serializeCustomerSearchParams({ ...asked })

/** The same object for as long as it says the same, so that what is drawn from it need not be drawn again. */
function useSame<T>(value: T, toText: (value: T) => string): T {
  const [kept, setKept] = useState(value)
  if (kept === value || toText(kept) === toText(value)) return kept
  setKept(value)
  return value
}

/** The address as state: what is asked, what is open, and every way to change them. */
export function useCustomerQuery(accountId: string) {
  const queryClient = useQueryClient()
  const [address, set] = useQueryStates(customerSearchParams, { history: 'push', shallow: true })
  const { record, at, only, changed_at, was, starting_after, by_word, since_moved } = address

  const latest = useRef(address)
  /** What is asked, and not in the address yet. */
  const waiting = useRef<{ update: Update; queryKey: QueryKey } | null>(null)
  // Before it is drawn: the rows of an answer that came with its address are never pale.
  useLayoutEffect(() => {
    latest.current = { ...address, ...waiting.current?.update, at: waiting.current?.update.at ?? address.at }
    if (!waiting.current) asking.set(false)
  }, [address])

  // Whoever goes back or forward wants what was there, and no longer what is on its way.
  const forget = useEffectEvent(() => {
    if (!waiting.current) return
    void queryClient.cancelQueries({ queryKey: waiting.current.queryKey, exact: true })
    waiting.current = null
    latest.current = address
    asking.set(false)
  })
  useEffect(() => {
    window.addEventListener('popstate', forget)
    return () => window.removeEventListener('popstate', forget)
  }, [])

  const change = useMemo(() => {
    const firstPage = { ...firstPlace, at: null }
    /**
     * The call leaves first, then the old rows turn pale. The address and all that follows it wait a little, so that
     * an answer that is quick is drawn together with them, and not after them.
     */
    const ask = async (update: Update, options?: History) => {
      latest.current = { ...latest.current, ...update, at: update.at ?? 1 }
      const before = waiting.current
      if (before) void queryClient.cancelQueries({ queryKey: before.queryKey, exact: true })
      const whole = { ...before?.update, ...update }
      const { only, changed_at, was } = latest.current
      const { queryKey, ...request } = customerQueries.page(accountId, toApiQuery(latest.current))
      const mine = { update: whole, queryKey }
      waiting.current = mine
      const isScan = only !== null || changed_at !== null || was !== null
      if (!isScan && queryClient.getQueryData(queryKey) === undefined) {
        const answer = queryClient.prefetchQuery({ queryKey, ...request })
        asking.set(true)
        await afterPaint()
        await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, quickMs))])
      }
      if (waiting.current !== mine) return
      waiting.current = null
      await set(whole, options)
      // Where the address is the same as before, nothing else says that it is over.
      if (!waiting.current) asking.set(false)
    }
    return {
      /** What is asked, also where the address does not say it yet. */
      asked: () => besidePlace(latest.current),
      /** Asks something else: the list begins again at its first page. What cannot be asked together is let go. */
      filter: (asked: Partial<ListFilters> & { record?: string | null }, options?: History) =>
        ask(
          {
            ...asked,
            ...(asked.since_datetime ? { only: null } : {}),
            ...(asked.only ? { since_datetime: null, include_deleted: false } : {}),
            ...firstPage,
            changed_at: null,
            was: null,
          },
          options,
        ),
      pageSize: (limit: number) => ask({ limit, ...firstPage }),
      /** Goes to the page that begins at a place; `at` is its ordinal. */
      page: (place: Partial<Place>, at: number) => ask({ ...firstPlace, ...place, at }),
      firstPage: () => ask(firstPage),
      /** Looks for the customers that changed at one instant, which a list of changes cannot hold. */
      findChangedAt: (changed_at: string) => ask({ ...firstPage, changed_at, since_datetime: null }),
      open: (customerId: string | null, options?: History) =>
        set(customerId === null ? { record: null, section: null } : { record: customerId }, options),
    }
  }, [set, queryClient, accountId])
  const asked = useSame(besidePlace(address), asText)
  const { only: _, ...filters } = asked
  return {
    address,
    query: toApiQuery(address),
    asked,
    filters,
    place: { starting_after, by_word, since_moved } as Place,
    record,
    at,
    scan:
      only === 'deleted'
        ? ({ kind: 'deleted' } as const)
        : changed_at
          ? { kind: 'changed' as const, changed_at }
          : was
            ? { kind: 'former' as const, was }
            : null,
    change,
  }
}

export type CustomerQueryChange = ReturnType<typeof useCustomerQuery>['change']
