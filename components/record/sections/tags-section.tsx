'use client'

import { useQuery } from '@tanstack/react-query'
import { recordRequests } from '@/components/record/record-requests'
import { Section, type SectionProps } from '@/components/record/sections/section'
import { Button } from '@/components/ui/button'
import { failureText } from '@/components/ui/failure-text'
import { useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'
import type { Tag } from '@/lib/customers/customer'

function TagList({ tags }: { tags: Tag[] }) {
  const { t } = useIntl()
  if (tags.length === 0) return <p className="text-text-2">{t.record.noTags}</p>
  return (
    <ul className="flex flex-wrap gap-1 pt-0.5 pb-1.5">
      {tags.map(({ id, tag }) => (
        <li
          key={id}
          className="wrap-anywhere min-w-0 rounded-tag border border-line-strong px-1.5 py-px text-12 leading-4"
        >
          <Text>{tag}</Text>
        </li>
      ))}
    </ul>
  )
}

/** The tags of a customer. They come by a call of their own: where it fails, the rest of the record stays. */
export function TagsSection({ accountId, customer, layout }: SectionProps) {
  const { t, locale } = useIntl()
  const { data, error, isFetching, refetch } = useQuery(recordRequests.tags(accountId, customer.customer_id))
  const count = data?.tags.length
  return (
    <Section id="tags" title={t.record.tags} layout={layout} note={count ? count.toLocaleString(locale) : undefined}>
      {data && <TagList tags={data.tags} />}
      {!data && isFetching && (
        <div role="status" className="flex h-[26px] items-center gap-1.5">
          <span className="sr-only">{t.filters.loading}</span>
          <span className="h-2 w-14 rounded-tag bg-press" />
          <span className="h-2 w-20 rounded-tag bg-press" />
        </div>
      )}
      {!data && !isFetching && error && (
        <div role="alert" className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <p className="min-w-0 text-text-2">
            {t.record.tagsFailed} {failureText(t.errors, error).title}
          </p>
          <Button size="small" onClick={() => void refetch()} className="print:hidden">
            {t.errors.tryAgain}
          </Button>
        </div>
      )}
    </Section>
  )
}
