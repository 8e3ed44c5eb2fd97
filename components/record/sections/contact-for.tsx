'use client'

import Link from 'next/link'
import { Fact } from '@/components/record/facts'
import { hasAddress } from '@/components/record/record-requests'
import { useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'
import type { Customer } from '@/lib/customers/customer'
import { routes } from '@/lib/routes'

/** The records that a contact belongs to, by their ids: each id once. */
export function ContactFor({ accountId, customer }: { accountId: string; customer: Customer }) {
  const { t } = useIntl()
  const ids = [...new Set(customer.contact_for?.map(({ customer_id }) => customer_id).filter((id) => id?.trim()))]
  if (ids.length === 0) return null
  return (
    <Fact label={t.record.contactFor}>
      <span className="flex flex-wrap gap-x-3">
        {ids.map((id = '') =>
          hasAddress(id) ? (
            <Link
              key={id}
              href={routes.customer(accountId, id)}
              prefetch={false}
              className="min-w-0 text-accent-text hover:underline"
            >
              <Text>{id}</Text>
            </Link>
          ) : (
            <Text key={id}>{id}</Text>
          ),
        )}
      </span>
    </Fact>
  )
}
