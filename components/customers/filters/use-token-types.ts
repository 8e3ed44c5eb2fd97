'use client'

import { type InfiniteData, useQueryClient } from '@tanstack/react-query'
import { recordQueries } from '@/lib/api/queries/record'
import { maskText } from '@/lib/customers/model/masked'
import type { TokensAnswer } from '@/lib/customers/model/record'

/** Dintero's own type of token for the cards of a loyalty programme (contract). */
const wellKnownType = 'membership_card'

const mayBeNumber = (value: string | undefined) => value === undefined || value === maskText || /^\d+$/.test(value)

/**
 * The types of token that this account is known to have: Dintero lists them nowhere, so they are those of the records that
 * this tab has opened lately, the most frequent first, after the well-known one. `ofNumbers` leaves out the types of which
 * every value was seen and is no number.
 */
export function useTokenTypes(accountId: string): { all: string[]; ofNumbers: string[] } {
  const answers = useQueryClient().getQueriesData<InfiniteData<TokensAnswer>>({
    queryKey: recordQueries.tokensKey(accountId),
  })
  const tokens = answers.flatMap(([, data]) => data?.pages.flatMap((page) => page.tokens) ?? [])
  const counts = new Map([[wellKnownType, Number.POSITIVE_INFINITY]])
  const numbers = new Set([wellKnownType])
  for (const { type, value } of tokens) {
    if (type === undefined) continue
    counts.set(type, (counts.get(type) ?? 0) + 1)
    if (mayBeNumber(value)) numbers.add(type)
  }
  const all = [...counts].toSorted(([, a], [, b]) => b - a).map(([type]) => type)
  return { all, ofNumbers: all.filter((type) => numbers.has(type)) }
}
