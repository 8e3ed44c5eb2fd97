'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { type Dispatch, useEffect, useEffectEvent, useReducer } from 'react'
import { serializeListFilters, withFilters } from '@/components/customers/next-search-params'
import {
  initialSearchBoxState,
  type SearchBoxAction,
  type SearchBoxState,
  type SendTrigger,
  searchBoxReducer,
} from '@/components/customers/search/search-box-state'
import type { GrammarContext, ParsedSearch } from '@/components/customers/search/search-grammar'
import { searchFieldOf } from '@/components/customers/search-field'
import { type CustomerUrl, filtersInAddress } from '@/components/customers/use-customer-url'
import { useIntl } from '@/components/ui/intl'
import { preloadWhenIdle } from '@/components/ui/lazy-component'
import { usePreferences } from '@/components/ui/page/preferences'
import { useFormatPhone } from '@/components/ui/phone'
import { customerQueries } from '@/lib/api/queries/customers'
import { type ListFilters, toApiQuery, toListFilters } from '@/lib/customers/filters/customer-query'
import { maxSearchLength } from '@/lib/customers/filters/search'

/** The grammar comes when the box is first used, or when the page is idle. */
export const loadGrammar = preloadWhenIdle(() => import('@/components/customers/search/search-grammar'))

const typingPauseMs = 300

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))

export type SearchBoxOptions = {
  accountId: string
  url: CustomerUrl
  /** A text that the plain form has sent and the server could not parse. */
  rejectedText: string | null
  /** Called with several values, each a search of its own, and with null for one search. */
  onLines: (lines: string[] | null) => void
  /** Called with the canonical text of the filters when Enter has sent them. */
  onEnter: (filters: string) => void
}

export type SearchBox = {
  state: SearchBoxState
  dispatch: Dispatch<SearchBoxAction>
  /** What the grammar needs beside a text. */
  grammarContext: GrammarContext
  /** Adds the search that filters stand for to the recent ones. */
  addRecentSearch: (filters: ListFilters) => void
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
export function useSearchBox({ accountId, url, rejectedText, onLines, onEnter }: SearchBoxOptions): SearchBox {
  const { zone, locale } = useIntl()
  const formatPhone = useFormatPhone()
  const router = useRouter()
  const { preferences, choose } = usePreferences()
  const queryClient = useQueryClient()
  const grammarContext = { queryClient, accountId, zone, locale }

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
  /** Whether filters are still searched for; null while React has not rendered yet that they are. */
  const isStillSearched = useEffectEvent((filters: string) => {
    if (state.pending === 'pause' || filtersInAddress() !== filters) return false
    return state.pending === null && followed.filters === filters ? true : null
  })
  const addRecentSearch = (filters: ListFilters) => {
    void loadGrammar()
      .then((grammar) => grammar.addRecentSearch(filters, grammarContext))
      .catch(() => {})
    // Whoever has searched knows what can be typed.
    if (preferences.searchHint === 'on') void choose({ searchHint: 'off' }, true)
  }
  /** Opens the record that a search is for, unless the person searches for something else by then. The list shares the request. */
  const openFoundRecord = async (search: Search, filters: ListFilters, urlChange: Promise<unknown> | null) => {
    const query = toApiQuery(withFilters(url.params, filters))
    const page = await queryClient.fetchQuery(customerQueries.page(accountId, query)).catch(() => null)
    const id = page && search.findRecord?.(page, filters)
    await urlChange
    if (!id) return
    const isSearched = () => isStillSearched(serializeListFilters(filters))
    while (isSearched() === null) await nextFrame()
    if (isSearched()) void url.openRecord(id, { history: urlChange ? 'replace' : 'push' })
  }
  const readOpenRecord = useEffectEvent(() => url.params.record)
  const send = useEffectEvent((text: string, trigger: SendTrigger, search: Search, recordBefore: string | null) => {
    const { record, href, problems } = search
    const isEnter = trigger === 'enter'
    if (problems.length > 0 || search.lines) dispatch({ type: 'parsed', problems })
    if (problems.length > 0) return
    onLines(search.lines ?? null)
    if (search.lines) return
    if (href !== undefined) {
      if (!isEnter) return dispatch({ type: 'parsed', problems })
      router.push(href)
      // The box shows what the URL holds: the address that was pasted is done with.
      const { text, filters } = followed
      return dispatch({ type: 'sent', trigger, text, filters, baseFilters: url.filters })
    }
    const baseFilters = state.baseFilters ?? { ...url.filters, [searchFieldOf(url.filters)]: null }
    // The same text is read as before, so the filters are changed from those of the URL.
    const current = { ...url.params, ...baseFilters, search: url.params.search }
    const next = toListFilters(withFilters(current, { search: null, ...search.filters }))
    const sentFilters = serializeListFilters(next)
    const isRecord = isEnter && record !== undefined
    const isNew = sentFilters !== followed.filters
    // A search for somebody else closes the record of the person before, and none that was opened while it was parsed.
    const opened = url.params.record === recordBefore ? { record: isRecord ? record : null, section: null } : {}
    const urlChange =
      isNew || isRecord
        ? url.setFilters({ ...next, ...opened }, { history: state.isTyping ? 'replace' : 'push' })
        : null
    // After Enter the filter bar shows what the operators have set.
    const textAfter = isEnter && search.hasOperators ? toBoxText(next) : text
    dispatch({ type: 'sent', trigger, text: textAfter, filters: sentFilters, baseFilters })
    if (!isEnter) return
    onEnter(sentFilters)
    const isSearch = next[searchFieldOf(next)] !== null && !next.only && record === undefined
    if (isSearch) void openFoundRecord(search, next, urlChange)
    // An emptied box is no search, whatever filters are left.
    if (text.trim() !== '') addRecentSearch(next)
  })

  const { text, pending } = state
  useEffect(() => {
    if (pending === null) return
    const controller = new AbortController()
    const recordBefore = readOpenRecord()
    const run = async () => {
      const search = await parse(text, pending)
      if (!controller.signal.aborted) send(text, pending, search, recordBefore)
    }
    const timer = pending === 'pause' ? setTimeout(run, typingPauseMs) : undefined
    if (pending !== 'pause') void run()
    return () => {
      controller.abort()
      clearTimeout(timer)
    }
  }, [text, pending])

  return { state, dispatch, grammarContext, addRecentSearch }
}
