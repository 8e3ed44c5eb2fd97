'use client'

import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { firstPageCursor } from '@/components/customers/next-search-params'
import { customerQueries } from '@/lib/api/queries/customers'
import { type CustomerQuery, maxLimit } from '@/lib/customers/filters/customer-query'

/**
 * The contacts that a search finds. They explain rows without a visible match, and are fetched once the person asks for an
 * explanation. `queryText` names the query of the URL, `shownText` that of the rows on the screen.
 */
export function useMatchingContacts(accountId: string, query: CustomerQuery, queryText: string, shownText: string) {
  const [explainedText, setExplainedText] = useState<string | null>(null)
  const explain = useCallback(() => setExplainedText(shownText), [shownText])
  const isExplained = explainedText === queryText
  const { data } = useQuery({
    ...customerQueries.page(accountId, { ...query, ...firstPageCursor, type: 'contact', limit: maxLimit }),
    enabled: isExplained && query.search !== null,
  })
  return { explain, contacts: isExplained ? data?.customers : undefined }
}
