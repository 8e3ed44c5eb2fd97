'use client'

import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { useIntl } from '@/components/ui/intl'
import { customerQueries } from '@/lib/api/queries/customers'
import { noFilters } from '@/lib/customers/filters/customer-query'
import type { Tag } from '@/lib/customers/model/customer'

/** So many counts are asked for in one go: each is a call to Dintero. */
const atOnce = 5

/** How many customers carry each tag: asked for on demand, a few at a time. */
export function useTagCounts(accountId: string, tags: readonly Tag[]) {
  const { locale } = useIntl()
  const [isAsked, setIsAsked] = useState(false)
  const [reach, setReach] = useState(atOnce)
  const answers = useQueries({
    queries: tags.map(({ id }, index) => ({
      ...customerQueries.total(accountId, { ...noFilters, tag_id: id }),
      enabled: isAsked && index < reach,
    })),
  })
  const settled = answers.findIndex(({ isSuccess, isError }) => !isSuccess && !isError)
  if (isAsked && settled >= reach && reach < tags.length) setReach(reach + atOnce)
  const counts = new Map(tags.map(({ id }, index) => [id, answers[index]?.data?.total]))
  return {
    isAsked,
    ask: () => setIsAsked(true),
    /** The count of a tag as it is written; undefined until it is known. */
    of: (id: string) => counts.get(id)?.toLocaleString(locale),
  }
}
