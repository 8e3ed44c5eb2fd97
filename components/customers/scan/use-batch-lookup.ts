'use client'

import { useQueryClient } from '@tanstack/react-query'
import { toLineQuery } from '@/components/customers/scan/line-query'
import { useResumableTask } from '@/components/customers/scan/use-resumable-task'
import { type GrammarContext, parseSearch } from '@/components/customers/search/search-grammar'
import { customerQueries } from '@/lib/api/queries/customers'
import type { Customer } from '@/lib/customers/model/customer'
import type { Problem } from '@/lib/customers/search-text/problem'

/** More lines than this are ignored: each one is a request to Dintero. */
export const maxLines = 200
/** `isUnread` marks a line that was not understood, with what is wrong: nothing was requested for it. */
type Outcome = { line: string; customers: Customer[]; hasMore: boolean; isUnread: boolean; problem: Problem | null }

const noOutcomes: Outcome[] = []

/** Looks pasted lines up one after the other. Each is parsed as the search box parses a text. */
export function useBatchLookup(lines: readonly string[], context: Omit<GrammarContext, 'queryClient'>) {
  const queryClient = useQueryClient()
  const requested = lines.slice(0, maxLines)

  const lookUp = async (line: string): Promise<Outcome> => {
    const parsed = await parseSearch(line, { ...context, queryClient })
    const query = toLineQuery(parsed, context.accountId)
    const [problem = null] = parsed.problems
    if (!query) return { line, customers: [], hasMore: false, isUnread: true, problem }
    const page = await queryClient.fetchQuery(customerQueries.page(context.accountId, query))
    return { line, customers: page.customers, hasMore: page.next !== null, isUnread: false, problem }
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
