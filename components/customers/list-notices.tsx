'use client'

import { ListFilter, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { useIntl } from '@/components/ui/intl'
import { Strip } from '@/components/ui/strip'
import { Text } from '@/components/ui/text'
import type { CustomerPage } from '@/lib/customers/customer'
import { type QueryProblem, readCustomerAddress, serializeCustomerAddress } from '@/lib/customers/customer-query'
import { fill, plural } from '@/lib/messages/messages'

/** What was left out of the address, and why; the rows are those of the rest. */
export function QueryProblems({ problems }: { problems: QueryProblem[] }) {
  const { t } = useIntl()
  const [isShown, setIsShown] = useState(problems.length > 0)
  if (!isShown) return null
  const clean = () => {
    const { query } = readCustomerAddress(new URLSearchParams(window.location.search))
    window.history.replaceState(null, '', `${window.location.pathname}${serializeCustomerAddress({ ...query })}`)
    setIsShown(false)
  }
  return (
    <Strip
      tone="warn"
      icon={ListFilter}
      actions={
        <Button size="small" onClick={clean}>
          {t.notice.dismiss}
        </Button>
      }
    >
      <b className="font-medium">{t.notice.title}</b>{' '}
      {problems.map(({ field, reason, expected }, index) => (
        <span key={field} className="text-text-2">
          {index > 0 && '; '}
          <Text>{fill(t.notice[reason], { field, expected })}</Text>
        </span>
      ))}
    </Strip>
  )
}

/** Customers that Dintero sent and that break its contract: told with their ids, never dropped in silence. */
export function UnreadableCustomers({ unreadable }: Pick<CustomerPage, 'unreadable'>) {
  const { t, locale } = useIntl()
  if (unreadable.length === 0) return null
  return (
    <Strip tone="warn" icon={TriangleAlert}>
      <b className="font-medium">{plural(t.unreadable.title, unreadable.length, locale)}</b>{' '}
      <span className="text-text-2">
        <Text>{unreadable.map(({ id, reason }) => `${id ?? t.unreadable.noId} (${reason})`).join(', ')}</Text>
      </span>
    </Strip>
  )
}
