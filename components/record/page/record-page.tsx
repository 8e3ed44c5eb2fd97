'use client'

import { useQuery } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide'
import Link from 'next/link'
import { type ReactNode, Suspense } from 'react'
import { CallModeButton } from '@/components/record/call/call-mode-button'
import { DossierButton } from '@/components/record/dossier/dossier-button'
import { useBackLink } from '@/components/record/page/back-link'
import styles from '@/components/record/page/record-page.module.css'
import print from '@/components/record/page/record-print.module.css'
import { type RecordSettings, RecordSettingsProvider } from '@/components/record/record-settings'
import { BackOfficeLink } from '@/components/record/tools/back-office-link'
import { CopyAsText } from '@/components/record/tools/copy-as-text'
import { CopyConfirmation, useCopyCommands } from '@/components/record/tools/copy-commands'
import { CopyLinkButton } from '@/components/record/tools/copy-link-button'
import { RecordBody } from '@/components/record/view/record-body'
import { CustomerTitle } from '@/components/record/view/record-title'
import { buttonClass } from '@/components/ui/button'
import { useOnline } from '@/components/ui/failure/use-online'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { lazyComponent } from '@/components/ui/lazy-component'
import { recordQueries } from '@/lib/api/queries/record'
import { routes } from '@/lib/api/routes'
import { isTombstone } from '@/lib/customers/model/display-name'
import type { RecordAnswer } from '@/lib/customers/model/record'

const OfflineStrip = lazyComponent(
  () => import('@/components/ui/failure/failure-message'),
  (all) => all.OfflineStrip,
)

type RecordPageProps = {
  accountId: string
  read: RecordAnswer
  settings: RecordSettings
  /** The ways to the records beside this one. */
  steps: ReactNode
}

/** The record on a page of its own, with a URL that can be shared, and for print. */
export function RecordPage({ accountId, read, settings, steps }: RecordPageProps) {
  const { t } = useIntl()
  const { data: record = read } = useQuery(recordQueries.customer(accountId, read.customer.customer_id))
  const { customer } = record
  const confirmation = useCopyCommands(customer)
  const back = useBackLink(accountId, customer.customer_id)
  const isOnline = useOnline()
  return (
    <RecordSettingsProvider settings={settings}>
      <div className={`grid h-full min-h-0 grid-cols-1 grid-rows-head-strip-body ${print.paper}`}>
        <div
          className={`flex h-14 min-w-0 items-center gap-1 border-line border-b px-1 wide:h-13 wide:gap-2 wide:pr-3 print:h-auto print:px-0 print:py-3 ${styles.head}`}
        >
          <Link
            href={back}
            prefetch={false}
            aria-label={t.record.back}
            className={`${buttonClass({ variant: 'plain' })} max-wide:size-11 max-wide:justify-center max-wide:px-0 wide:px-2 print:hidden`}
          >
            <Icon of={ArrowLeft} />
            <span className="hidden wide:inline">{t.record.back}</span>
          </Link>
          <span aria-hidden="true" className="mr-2 hidden h-4 w-px flex-none bg-line-strong wide:block print:hidden" />
          <div className={styles.name}>
            <CustomerTitle level={1} customer={customer} />
          </div>
          <CopyConfirmation>{confirmation}</CopyConfirmation>
          {steps}
          {!isTombstone(customer) && <CallModeButton />}
          <CopyAsText accountId={accountId} customer={customer} />
          {settings.mayExport && <DossierButton accountId={accountId} customerId={customer.customer_id} />}
          <BackOfficeLink accountId={accountId} customer={customer} />
          <CopyLinkButton path={routes.customer(accountId, customer.customer_id)} />
        </div>
        <div className="print:hidden">
          <Suspense>{!isOnline && <OfflineStrip readAt={Date.parse(record.read_at)} />}</Suspense>
        </div>
        <RecordBody accountId={accountId} customer={customer} record={record} layout="page" />
      </div>
    </RecordSettingsProvider>
  )
}
