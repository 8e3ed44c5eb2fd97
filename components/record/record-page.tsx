'use client'

import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import { CopyConfirmation } from '@/components/record/copy-confirmation'
import { CopyLinkButton } from '@/components/record/copy-link-button'
import print from '@/components/record/record-print.module.css'
import { CustomerTitle } from '@/components/record/record-title'
import { RecordView } from '@/components/record/record-view'
import { Tombstone } from '@/components/record/tombstone'
import { useCopyCommands } from '@/components/record/use-copy-commands'
import { buttonClass } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import type { Customer } from '@/lib/customers/customer'
import { isTombstone } from '@/lib/customers/display-name'
import { routes } from '@/lib/routes'

/** The record as a page of its own: what the drawer shows, at an address that can be sent and printed. */
export function RecordPage({ accountId, customer }: { accountId: string; customer: Customer }) {
  const { t } = useIntl()
  const confirmation = useCopyCommands(customer)
  const Content = isTombstone(customer) ? Tombstone : RecordView
  return (
    <div className={`grid h-full min-h-0 grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)] ${print.paper}`}>
      <div className="flex h-14 min-w-0 items-center gap-1 border-line border-b px-1 wide:h-[52px] wide:gap-2 wide:pr-3 print:h-auto print:px-0 print:py-3">
        <Link
          href={routes.customers(accountId)}
          prefetch={false}
          aria-label={t.record.back}
          className={`${buttonClass({ variant: 'plain' })} max-wide:size-11 max-wide:justify-center max-wide:px-0 wide:px-2 print:hidden`}
        >
          <Icon of={ArrowLeft} />
          <span className="hidden wide:inline">{t.record.back}</span>
        </Link>
        <span aria-hidden="true" className="mr-2 hidden h-4 w-px flex-none bg-line-strong wide:block print:hidden" />
        <CustomerTitle level={1} customer={customer} />
        <CopyConfirmation>{confirmation}</CopyConfirmation>
        <CopyLinkButton path={routes.customer(accountId, customer.customer_id)} />
      </div>
      <Content accountId={accountId} customer={customer} layout="page" />
    </div>
  )
}
