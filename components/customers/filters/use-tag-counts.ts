'use client'

import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { useIntl } from '@/components/ui/intl'
import { customerQueries } from '@/lib/api/queries/customers'
import { noFilters } from '@/lib/customers/filters/customer-query'
import type { Tag } from '@/lib/customers/model/customer'

/** The number of counts that are fetched in parallel; each is a call to Dintero. */
const batchSize = 5

/** How many customers carry each tag: fetched on demand, a few at a time. */
export function useTagCounts(accountId: string, tags: readonly Tag[]) {
  const { t, locale } = useIntl()
  const [isCounting, setIsCounting] = useState(false)
  const [limit, setLimit] = useState(batchSize)
  const results = useQueries({
    queries: tags.map(({ id }, index) => ({
      ...customerQueries.total(accountId, { ...noFilters, tag_id: id }),
      enabled: isCounting && index < limit,
    })),
  })
  const firstPending = results.findIndex(({ isSuccess, isError }) => !isSuccess && !isError)
  if (isCounting && firstPending >= limit && limit < tags.length) setLimit(limit + batchSize)
  const byTag = new Map(tags.map(({ id }, index) => [id, results[index]]))
  return {
    isCounting,
    count: () => setIsCounting(true),
    /** The formatted count of a tag, or that it got no answer; undefined until then. */
    countOf: (id: string) =>
      byTag.get(id)?.isError ? t.empty.askFailed : byTag.get(id)?.data?.total?.toLocaleString(locale),
  }
}
