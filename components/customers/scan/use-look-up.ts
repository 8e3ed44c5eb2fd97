'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { useSearchBox } from '@/components/customers/search/use-search-box'
import type { ApiError } from '@/lib/api/errors'
import { customerQueries } from '@/lib/api/queries/customers'
import { type CustomerQuery, noFilters } from '@/lib/customers/filters/customer-query'
import type { Customer } from '@/lib/customers/model/customer'
import { parseSearchText } from '@/lib/customers/search-text/parse'

/** More lines than this are not looked up: Dintero is asked once for each. */
export const mostLines = 200
/** So many customers are shown for one line. */
const perLine = 5

type Outcome = { line: string; customers: Customer[]; hasMore: boolean }
type Progress = { outcomes: Outcome[]; isRunning: boolean; error: ApiError | null }

const start: Progress = { outcomes: [], isRunning: false, error: null }

/** Looks up pasted lines one after the other, each read as the box reads a text. It stops when asked, and goes on from there. */
export function useLookUp(accountId: string, lines: readonly string[], box: ReturnType<typeof useSearchBox>) {
  const queryClient = useQueryClient()
  const [progress, setProgress] = useState(start)
  const run = useRef(0)
  const wanted = lines.slice(0, mostLines)

  const lookUp = async (line: string): Promise<Outcome> => {
    const { parsed, problems } = parseSearchText(line, await box.vocabularyOf(line))
    if (problems.length > 0) return { line, customers: [], hasMore: false }
    const search = parsed.filters.search ?? parsed.record ?? null
    const query: CustomerQuery = {
      ...noFilters,
      ...parsed.filters,
      search,
      limit: perLine,
      starting_after: null,
      by_word: null,
    }
    const page = await queryClient.fetchQuery(customerQueries.page(accountId, query))
    return { line, customers: page.customers, hasMore: page.next !== null }
  }
  const go = async () => {
    const mine = ++run.current
    let outcomes = progress.outcomes
    setProgress({ outcomes, isRunning: true, error: null })
    try {
      for (const line of wanted.slice(outcomes.length)) {
        const outcome = await lookUp(line)
        if (run.current !== mine) return
        outcomes = [...outcomes, outcome]
        setProgress({ outcomes, isRunning: true, error: null })
      }
      setProgress({ outcomes, isRunning: false, error: null })
    } catch (thrown) {
      // What a request of ours throws is an ApiError; the line that failed is asked again.
      if (run.current === mine) setProgress({ outcomes, isRunning: false, error: thrown as ApiError })
    }
  }
  const stop = () => {
    run.current++
    setProgress((now) => ({ ...now, isRunning: false }))
  }
  useEffect(
    () => () => {
      run.current++
    },
    [],
  )
  return { ...progress, of: wanted.length, left: lines.length - wanted.length, go: () => void go(), stop }
}
