'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useResumableTask } from '@/components/customers/scan/use-resumable-task'
import { type GrammarContext, parseSearch } from '@/components/customers/search/search-grammar'
import { customerQueries } from '@/lib/api/queries/customers'
import { type CustomerQuery, noFilters } from '@/lib/customers/filters/customer-query'
import type { Customer } from '@/lib/customers/model/customer'

/** More lines than this are ignored: each one is a request to Dintero. */
export const maxLines = 200
/** The number of customers that are shown for one line. */
const customersPerLine = 5

type Outcome = { line: string; customers: Customer[]; hasMore: boolean }

const noOutcomes: Outcome[] = []

/** Looks pasted lines up one after the other. Each is parsed as the search box parses a text. */
export function useBatchLookup(lines: readonly string[], context: Omit<GrammarContext, 'queryClient'>) {
  const queryClient = useQueryClient()
  const requested = lines.slice(0, maxLines)

  const lookUp = async (line: string): Promise<Outcome> => {
    const { filters, record, problems } = await parseSearch(line, { ...context, queryClient })
    if (problems.length > 0) return { line, customers: [], hasMore: false }
    const query: CustomerQuery = {
      ...noFilters,
      ...filters,
      search: filters.search ?? record ?? null,
      limit: customersPerLine,
      starting_after: null,
      by_word: null,
    }
    const page = await queryClient.fetchQuery(customerQueries.page(context.accountId, query))
    return { line, customers: page.customers, hasMore: page.next !== null }
  }
  const { progress: outcomes, ...task } = useResumableTask(noOutcomes, async function* (from) {
    let outcomes = from
    for (const line of requested.slice(from.length)) {
      outcomes = [...outcomes, await lookUp(line)]
      yield outcomes
    }
  })
  return { ...task, outcomes, requestedCount: requested.length, ignoredCount: lines.length - requested.length }
}
