'use client'

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { QueryContent, QueryFailure, QuerySkeleton } from '@/components/record/facts/query-content'
import { JsonTree } from '@/components/record/raw/json-tree'
import { Section, SectionCount, type SectionProps } from '@/components/record/sections/section'
import { TokenTable } from '@/components/record/sections/token-table'
import { useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'
import { recordQueries } from '@/lib/api/queries/record'
import { filterLink } from '@/lib/customers/filters/filter-link'
import type { Customer, Tag } from '@/lib/customers/model/customer'
import { fill, plural } from '@/lib/messages/messages'

const tagClass =
  'wrap-anywhere inline-block min-w-0 rounded-tag border border-line-strong px-1.5 py-px text-12 leading-4'

/** The tags of a customer, each a link to all customers that have it, with its metadata below. */
function TagList({ accountId, tags }: { accountId: string; tags: Tag[] }) {
  const { t } = useIntl()
  if (tags.length === 0) return <p className="text-text-2">{t.record.noTags}</p>
  const holding = tags.filter(({ metadata }) => Object.keys(metadata ?? {}).length > 0)
  return (
    <>
      <ul className="flex flex-wrap gap-1 pt-0.5 pb-1.5">
        {tags.map(({ id, tag }) => {
          const href = filterLink(accountId, { tag_id: id })
          return (
            <li key={id} className="min-w-0">
              {href ? (
                <Link
                  href={href}
                  prefetch={false}
                  title={fill(t.record.filterBy, { what: t.record.tagOne })}
                  className={`${tagClass} hover:bg-hover max-wide:px-3 max-wide:py-3 print:px-1.5 print:py-px`}
                >
                  <Text>{tag}</Text>
                </Link>
              ) : (
                <span className={tagClass}>
                  <Text>{tag}</Text>
                </span>
              )}
            </li>
          )
        })}
      </ul>
      {holding.map(({ id, tag, metadata }) => (
        <JsonTree key={id} label={tag} value={metadata} isOpen={false} />
      ))}
    </>
  )
}

/** Tags and tokens. Each has a call of its own: when one fails, the other is still shown. */
export function TagsSection({ accountId, customer, layout }: SectionProps) {
  const { t, locale } = useIntl()
  const tags = useQuery(recordQueries.tags(accountId, customer.customer_id))
  const tokens = useInfiniteQuery(recordQueries.tokens(accountId, customer.customer_id))
  const all = tokens.data?.pages.flatMap((page) => page.tokens)
  const unreadable = tokens.data?.pages.reduce((sum, page) => sum + page.unreadable, 0) ?? 0
  const living = all?.filter(({ deleted_at }) => deleted_at === undefined).length
  const counts = [
    tags.data && plural(t.record.tagCount, tags.data.tags.length, locale),
    living !== undefined &&
      (tokens.hasNextPage
        ? fill(t.record.tokenCountMore, { count: living.toLocaleString(locale) })
        : plural(t.record.tokenCount, living, locale)),
  ]
  return (
    <Section id="tags" title={t.record.tags} layout={layout} note={counts.filter(Boolean).join(', ')}>
      <QueryContent query={tags} what={t.record.tagsTitle} failed={t.record.partFailed.tags}>
        {(data) => <TagList accountId={accountId} tags={data.tags} />}
      </QueryContent>
      {all ? (
        <TokenTable
          accountId={accountId}
          tokens={all}
          onMore={tokens.hasNextPage ? () => void tokens.fetchNextPage() : null}
          isReading={tokens.isFetchingNextPage}
        />
      ) : (
        tokens.isFetching && <QuerySkeleton what={t.record.tokensTitle} />
      )}
      {unreadable > 0 && <p className="text-text-2">{plural(t.record.tokensUnreadable, unreadable, locale)}</p>}
      <QueryFailure query={tokens} failed={t.record.partFailed.tokens} />
    </Section>
  )
}

/** Counts the tags and the tokens that are not deleted; it says nothing while one of the two is not known. */
export function TagCount({ accountId, customer }: { accountId: string; customer: Customer }) {
  const tags = useQuery(recordQueries.tags(accountId, customer.customer_id)).data?.tags
  const tokens = useInfiniteQuery(recordQueries.tokens(accountId, customer.customer_id)).data?.pages
  const living = tokens?.flatMap((page) => page.tokens).filter(({ deleted_at }) => deleted_at === undefined)
  return <SectionCount count={tags && living && tags.length + living.length} />
}
