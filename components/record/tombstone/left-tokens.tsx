'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { QueryFailure } from '@/components/record/facts/query-content'
import type { SectionProps } from '@/components/record/sections/section'
import { TokenTable } from '@/components/record/sections/token-table'
import styles from '@/components/record/tombstone/tombstone.module.css'
import { Heading, sectionLevel } from '@/components/record/view/record-heading'
import { useIntl } from '@/components/ui/intl'
import { recordQueries } from '@/lib/api/queries/record'

/** The tokens of a deleted customer: they are deleted with it only on request (contract). Nothing where there are none. */
export function LeftTokens({ accountId, customer, layout }: Pick<SectionProps, 'accountId' | 'customer' | 'layout'>) {
  const { t } = useIntl()
  const tokens = useInfiniteQuery(recordQueries.tokens(accountId, customer.customer_id))
  const all = tokens.data?.pages.flatMap((page) => page.tokens) ?? []
  // Dintero may not know a deleted customer by this call: then there is nothing to list.
  const isUnknown = tokens.error?.code === 'not_found'
  return (
    <>
      {all.length > 0 && (
        <>
          <Heading level={sectionLevel[layout]} className={styles.tokens}>
            {t.record.tombstone.tokens}
          </Heading>
          <TokenTable
            accountId={accountId}
            tokens={all}
            isOfDeleted
            onMore={tokens.hasNextPage ? () => void tokens.fetchNextPage() : null}
            isReading={tokens.isFetchingNextPage}
          />
        </>
      )}
      {!isUnknown && <QueryFailure query={tokens} failed={t.record.partFailed.tokens} />}
    </>
  )
}
