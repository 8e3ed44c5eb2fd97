'use client'

import Link from 'next/link'
import type { RecordLayout } from '@/components/record/view/record-heading'
import { buttonClass } from '@/components/ui/button'
import { useIntl } from '@/components/ui/intl'
import { usePageFlag } from '@/components/ui/page/page-flag'
import { StateMessage } from '@/components/ui/state-message'
import { Text } from '@/components/ui/text'
import { maskedFlag } from '@/lib/access'
import { routes } from '@/lib/api/routes'
import { canBeCustomerId } from '@/lib/customers/model/customer-id'
import { uuidPattern } from '@/lib/customers/model/uuid'
import { fill } from '@/lib/messages/messages'

type RecordNotFoundProps = { accountId: string; customerId: string; layout?: RecordLayout }

/** Shown for a customer that Dintero has never had. A deleted customer has a tombstone instead. */
export function RecordNotFound({ accountId, customerId, layout = 'page' }: RecordNotFoundProps) {
  const { t } = useIntl()
  const words = t.record.notFound
  const search = new URLSearchParams({ search: customerId })
  const isMalformed = !canBeCustomerId(customerId)
  const isMasked = usePageFlag(maskedFlag)
  // Whoever sees masked customers does not see earlier ids.
  const hasFormer = !isMalformed && !isMasked
  const withId = (message: string) => (
    <span className="wrap-anywhere">
      <Text translate="yes">{fill(message, { id: customerId })}</Text>
    </span>
  )
  return (
    <StateMessage
      level={layout === 'page' ? 1 : 3}
      title={withId(words.title)}
      actions={
        <>
          <Link
            href={routes.customers(accountId, search)}
            prefetch={false}
            className={`${buttonClass({ size: 'small' })} max-w-full`}
          >
            <span className="min-w-0 truncate">{withId(words.search)}</span>
          </Link>
          {hasFormer && (
            <Link
              href={routes.customers(accountId, new URLSearchParams({ was: customerId }))}
              prefetch={false}
              className={buttonClass({ size: 'small' })}
            >
              {words.lookFormerly}
            </Link>
          )}
          {layout === 'page' && (
            <Link
              href={routes.customers(accountId)}
              prefetch={false}
              className={buttonClass({ variant: 'plain', size: 'small' })}
            >
              {t.record.back}
            </Link>
          )}
        </>
      }
    >
      {[
        isMalformed ? words.malformed : words.text,
        ...(hasFormer ? [words.formerly] : []),
        ...(uuidPattern.test(customerId) ? [words.noInternalId] : []),
      ].join(' ')}
    </StateMessage>
  )
}
