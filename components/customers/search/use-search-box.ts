'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { type Dispatch, useEffect, useEffectEvent, useReducer } from 'react'
import { serializeListFilters, toListFilters, withFilters } from '@/components/customers/next-search-params'
import { addRecent } from '@/components/customers/search/recents'
import {
  initialSearchBoxState,
  type SearchBoxAction,
  type SearchBoxState,
  type SendTrigger,
  searchBoxReducer,
} from '@/components/customers/search/search-box-state'
import type { GrammarContext, ParsedSearch } from '@/components/customers/search/search-grammar'
import { searchFieldOf } from '@/components/customers/search-field'
import type { CustomerUrl } from '@/components/customers/use-customer-url'
import { useIntl } from '@/components/ui/intl'
import { preloadWhenIdle } from '@/components/ui/lazy-component'
import { useFormatPhone } from '@/components/ui/phone'
import { customerQueries } from '@/lib/api/queries/customers'
import { routes } from '@/lib/api/routes'
import { type ListFilters, toApiQuery } from '@/lib/customers/filters/customer-query'
import { maxSearchLength } from '@/lib/customers/filters/search'

/** The grammar comes when the box is first used, or when the page is idle. */
export const loadGrammar = preloadWhenIdle(() => import('@/components/customers/search/search-grammar'))

const typingPauseMs = 300

export type SearchBoxOptions = {
  accountId: string
  url: CustomerUrl
  /** ISO 3166: the country of a phone number without one. */
  phoneCountry: string
  /** A text that the plain form has sent and the server could not parse. */
  rejectedText: string | null
}

export type SearchBox = {
  state: SearchBoxState
  dispatch: Dispatch<SearchBoxAction>
  /** What the grammar needs beside a text. */
  grammarContext: GrammarContext
}

/** A text as it stands, for plain search. Dintero stores phone numbers without spaces. */
function toPlainFilters(text: string): Partial<ListFilters> {
  const isPhone = /^\s*\+?[\d\s().-]+$/.test(text)
  const search = (isPhone ? text.replace(/[^\d+]/g, '') : text.trim()).slice(0, maxSearchLength)
  return { search: search || null, email: null, phone_number: null }
}

type Search = Pick<ParsedSearch, 'filters' | 'problems'> & Partial<ParsedSearch>

/**
 * The search box: its text is its own until it is sent. Enter sends it at once, and a pause in typing too; the parsed
 * filters go into the URL. The box follows the URL when something else changes it.
 */
export function useSearchBox({ accountId, url, phoneCountry, rejectedText }: SearchBoxOptions): SearchBox {
  const { zone } = useIntl()
  const formatPhone = useFormatPhone()
  const router = useRouter()
  const queryClient = useQueryClient()
  const grammarContext = { queryClient, accountId, phoneCountry, zone }

  const toBoxText = (filters: ListFilters) => {
    const field = searchFieldOf(filters)
    const value = filters[field] ?? ''
    return field === 'phone_number' ? formatPhone(value) : value
  }
  const followed = {
    filters: serializeListFilters(url.filters),
    searchValue: url.filters[searchFieldOf(url.filters)] ?? '',
    text: toBoxText(url.filters),
  }
  const [state, dispatch] = useReducer(searchBoxReducer, null, () => initialSearchBoxState(followed, rejectedText))
  if (state.url.filters !== followed.filters) dispatch({ type: 'urlChanged', url: followed })

  const parse = useEffectEvent(async (text: string, trigger: SendTrigger): Promise<Search> => {
    const plain = { filters: toPlainFilters(text), problems: [] }
    if (trigger === 'plain') return plain
    return loadGrammar().then(
      ({ parseSearch }) => parseSearch(text, grammarContext),
      () => plain,
    )
  })
  /** Opens the record with exactly this id if the search finds it. The list shares the request. */
  const openFoundRecord = async (id: string, filters: ListFilters) => {
    const query = toApiQuery(withFilters(url.params, filters))
    const page = await queryClient.fetchQuery(customerQueries.page(accountId, query)).catch(() => null)
    if (page?.customers.some(({ customer_id }) => customer_id === id)) url.openRecord(id, { history: 'replace' })
  }
  const send = useEffectEvent((text: string, trigger: SendTrigger, search: Search) => {
    const { filters, record, account, problems } = search
    const isEnter = trigger === 'enter'
    if (problems.length > 0) return dispatch({ type: 'parsed', problems })
    if (account !== undefined && account !== accountId) {
      dispatch({ type: 'parsed', problems })
      if (isEnter) router.push(routes.customers(account, record === undefined ? '' : new URLSearchParams({ record })))
      return
    }
    const baseFilters = state.baseFilters ?? { ...url.filters, [searchFieldOf(url.filters)]: null }
    const next = toListFilters(withFilters({ ...url.params, ...baseFilters }, filters))
    const sentFilters = serializeListFilters(next)
    const isRecord = isEnter && record !== undefined
    if (sentFilters !== followed.filters || isRecord)
      url.setFilters(isRecord ? { ...next, record } : next, { history: state.isTyping ? 'replace' : 'push' })
    // After Enter the filter bar shows what the operators have set.
    const textAfter = isEnter && search.hasOperators ? toBoxText(next) : text
    dispatch({ type: 'sent', trigger, text: textAfter, filters: sentFilters, baseFilters })
    if (!isEnter) return
    if (search.interpretation === 'id' && next.search && !next.only) void openFoundRecord(next.search, next)
    const printed = search.print?.(next)
    if (printed) addRecent(accountId, { kind: 'search', text: printed, query: sentFilters })
  })

  const { text, pending } = state
  useEffect(() => {
    if (pending === null) return
    const controller = new AbortController()
    const run = async () => {
      const search = await parse(text, pending)
      if (!controller.signal.aborted) send(text, pending, search)
    }
    const timer = pending === 'pause' ? setTimeout(run, typingPauseMs) : undefined
    if (pending !== 'pause') void run()
    return () => {
      controller.abort()
      clearTimeout(timer)
    }
  }, [text, pending])

  return { state, dispatch, grammarContext }
}
