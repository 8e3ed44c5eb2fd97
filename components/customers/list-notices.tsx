'use client'

import { ChevronRight, Clock, ScanSearch, TriangleAlert } from 'lucide'
import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import type { CustomerList } from '@/components/customers/use-customer-list'
import { EndedEarlyStrip } from '@/components/list/ended-early-strip'
import { IgnoredParams } from '@/components/list/ignored-params'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { usePageFlag } from '@/components/ui/page/page-flag'
import { Strip } from '@/components/ui/strip'
import { Text } from '@/components/ui/text'
import { maskedFlag } from '@/lib/access'
import { routes } from '@/lib/api/routes'
import { serializeCustomerSearchParams } from '@/lib/customers/filters/customer-query'
import { parseCustomerSearchParams, type QueryProblem } from '@/lib/customers/filters/parse-customer-query'
import type { CustomerPage } from '@/lib/customers/model/customer'
import { canBeInUrl } from '@/lib/customers/model/customer-id'
import { fill, plural } from '@/lib/messages/messages'
import { formatDateTime, zoneName } from '@/lib/time'

/** The URL of the list with the params that were understood alone. */
export function getCleanUrl(): string {
  const { query } = parseCustomerSearchParams(new URLSearchParams(window.location.search))
  return `${window.location.pathname}${serializeCustomerSearchParams({ ...query })}`
}

/** The search params that the list ignores; the rows are those of the other ones. */
export function QueryProblems({ problems }: { problems: QueryProblem[] }) {
  const given = useSearchParams()
  const left = problems.filter(({ field }) => given.has(field))
  if (left.length === 0) return null
  return <IgnoredParams params={left} getCleanUrl={getCleanUrl} />
}

type UnreadableProps = Pick<CustomerPage, 'unreadable'> & { accountId: string }

/** The customers of an answer that do not fit Dintero's contract: they are named, and never dropped silently. */
export function UnreadableCustomers({ accountId, unreadable }: UnreadableProps) {
  const { t, locale } = useIntl()
  if (unreadable.length === 0) return null
  return (
    <Strip tone="warn" icon={TriangleAlert}>
      <b className="font-medium">{plural(t.unreadable.title, unreadable.length, locale)}</b>{' '}
      <span className="text-text-2">
        {unreadable.map(({ id, customer_id, reason }, index) => {
          const name = <Text>{customer_id ?? id ?? t.unreadable.noId}</Text>
          const href = customer_id !== null && canBeInUrl(customer_id) && routes.customer(accountId, customer_id)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: several may have no id, and none moves
            <span key={index}>
              {href ? (
                <Link href={href} prefetch={false} className="text-accent-text hover:underline">
                  {name}
                </Link>
              ) : (
                name
              )}
              <span>{` (${reason})${index < unreadable.length - 1 ? ', ' : ''}`}</span>
            </span>
          )
        })}
      </span>
    </Strip>
  )
}

type LookedProps = NonNullable<CustomerPage['looked']> & { found: number; onMore: (() => void) | null }

/** Dintero cannot search for several words: how many customers of one word were read, and how many are left. */
export function LookedStrip({ at, of, by_word, phrase, found, onMore }: LookedProps) {
  const { t, locale } = useIntl()
  const format = (value: number) => value.toLocaleString(locale)
  const text = at === null ? t.looked.stopped : of === null ? t.looked.someOf : t.looked.of
  return (
    <Strip
      tone="plain"
      icon={ScanSearch}
      actions={
        onMore && (
          <Button size="small" onClick={onMore}>
            {t.looked.more}
            <Icon of={ChevronRight} size={12} />
          </Button>
        )
      }
    >
      <b className="font-medium">
        {phrase === undefined
          ? plural(t.looked.found, found, locale)
          : plural(t.looked.foundBeside, found - phrase, locale)}
      </b>{' '}
      <span className="text-text-2">
        <Text translate="yes">{fill(text, { at: format(at ?? 0), of: format(of ?? 0), word: by_word })}</Text>
      </span>
    </Strip>
  )
}

type UnlistedProps = NonNullable<CustomerPage['unlisted']> & { onFind: (instant: string) => void }

/** More customers changed in one instant than a list of changes can hold: how many, and a scan that finds them. */
export function UnlistedStrip({ updated_at, count, onFind }: UnlistedProps) {
  const { t, locale, zone } = useIntl()
  const time = `${formatDateTime(updated_at, locale, zone)} ${zoneName(updated_at, locale, zone)}`
  return (
    <Strip
      tone="warn"
      icon={Clock}
      actions={
        <Button size="small" onClick={() => onFind(updated_at)}>
          {t.unlisted.find}
        </Button>
      }
    >
      <b className="font-medium">{count === null ? t.unlisted.unknown : plural(t.unlisted.title, count, locale)}</b>{' '}
      <span className="text-text-2">{fill(t.unlisted.text, { time })}</span>
    </Strip>
  )
}

/** Beside the range of the rows, where their total is missing: why. */
export function NoTotal() {
  const { t } = useIntl()
  const isMasked = usePageFlag(maskedFlag)
  return (
    <span className="text-text-2 leading-4 max-wide:whitespace-normal">
      {` · ${isMasked ? t.pager.maskedTotal : t.pager.noTotal}`}
    </span>
  )
}

/** The notices about a page, above its rows. */
export function PageNotices({ accountId, list }: { accountId: string; list: CustomerList }) {
  const isMasked = usePageFlag(maskedFlag)
  const { paged, looked, unlisted, endedEarly, unreadable, rows } = list
  return (
    <>
      {looked && looked.of !== 0 && <LookedStrip {...looked} found={rows.length} onMore={paged.next} />}
      {unlisted && <UnlistedStrip {...unlisted} onFind={list.url.scanChangesAt} />}
      {endedEarly && (
        // The cursor of a masked role is not the id of a customer.
        <EndedEarlyStrip {...endedEarly} onLookFurther={isMasked ? null : endedEarly.onLookFurther} />
      )}
      <UnreadableCustomers accountId={accountId} unreadable={unreadable} />
    </>
  )
}
