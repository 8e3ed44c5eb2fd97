'use client'

import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { Pause, Play, Search } from 'lucide'
import { useRef, useState } from 'react'
import { FoundContacts } from '@/components/record/contacts/found-contacts'
import { QueryFailure, QuerySkeleton } from '@/components/record/facts/query-content'
import { useEveryPage } from '@/components/record/facts/use-every-page'
import { useHasBeenVisible } from '@/components/record/view/use-has-been-visible'
import { useIsVisible } from '@/components/record/view/use-is-visible'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { customerQueries } from '@/lib/api/queries/customers'
import { recordQueries } from '@/lib/api/queries/record'
import { noFilters } from '@/lib/customers/filters/customer-query'
import type { Customer, CustomerScan } from '@/lib/customers/model/customer'
import { fill, plural } from '@/lib/messages/messages'

type Props = { accountId: string; customer: Customer }

/** Among how many contacts the scan has looked, out of how many; at its end only that there is none. */
function ScanProgress({
  accountId,
  steps,
  isRunning,
}: {
  accountId: string
  steps: CustomerScan[]
  isRunning: boolean
}) {
  const { t, locale } = useIntl()
  const isDone = steps.at(-1)?.next === null
  const total = useQuery({
    ...customerQueries.total(accountId, { ...noFilters, type: 'contact' }),
    enabled: !isDone,
  }).data?.total
  const isNoneFound = steps.every(({ customers }) => customers.length === 0)
  const looked = steps.reduce((sum, step) => sum + step.looked, 0)
  const words = isNoneFound ? t.record.noneAmong : t.record.checkedSome
  const among = {
    looked: looked.toLocaleString(locale),
    // Contacts that were added meanwhile are not in the total.
    of: plural(t.record.contactCount, Math.max(total ?? looked, looked), locale),
  }
  return (
    // A screen reader does not announce each step: it waits until the region is no longer busy.
    <p role="status" aria-busy={isRunning} className="min-w-0 text-12 text-text-2" title={t.record.contactsHow}>
      {isDone
        ? isNoneFound && t.record.noContacts
        : fill(typeof total === 'number' ? words.ofTotal : words.alone, among)}
    </p>
  )
}

/**
 * The contacts of a customer, found by a scan of all contacts: a contact names its customer, and not the reverse. For a
 * company it begins by itself. It goes on step by step while it is in view, since a large account has thousands of contacts.
 */
export function ContactScan({ accountId, customer }: Props) {
  const { t } = useIntl()
  const client = useQueryClient()
  const root = useRef<HTMLDivElement>(null)
  const hasBeenVisible = useHasBeenVisible(root)
  const isVisible = useIsVisible(root)
  const [isRequested, setIsRequested] = useState(customer.type === 'company')
  const [isStopped, setIsStopped] = useState(false)
  const options = recordQueries.contacts(accountId, customer.customer_id)
  const query = useInfiniteQuery({ ...options, enabled: isRequested && hasBeenVisible })
  useEveryPage(query, isRequested && isVisible && !isStopped)
  const { data, hasNextPage, isFetching, isError } = query
  const contacts = data?.pages.flatMap(({ customers }) => customers) ?? []
  const toggle = () => {
    if (!isStopped) void client.cancelQueries({ queryKey: options.queryKey })
    setIsStopped(!isStopped)
  }
  return (
    <div ref={root} className="min-h-6.5">
      {!isRequested && (
        <Button size="small" onClick={() => setIsRequested(true)} className="print:hidden">
          <Icon of={Search} size={12} />
          {t.record.lookForContacts}
        </Button>
      )}
      {contacts.length > 0 && <FoundContacts accountId={accountId} customer={customer} contacts={contacts} />}
      {data && (
        <div className="flex min-h-7 flex-wrap items-center gap-2">
          <ScanProgress accountId={accountId} steps={data.pages} isRunning={isFetching} />
          {hasNextPage && !isError && (
            <Button size="small" onClick={toggle} className="print:hidden">
              <Icon of={isStopped ? Play : Pause} size={12} />
              <span>{isStopped ? t.scan.goOn : t.scan.stop}</span>
            </Button>
          )}
        </div>
      )}
      {!data && isFetching && <QuerySkeleton what={t.record.contacts} />}
      <QueryFailure query={query} failed={t.record.partFailed.contacts} />
    </div>
  )
}
