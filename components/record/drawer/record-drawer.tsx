'use client'

import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef } from 'react'
import { CallModeButton } from '@/components/record/call/call-mode-button'
import { DossierButton } from '@/components/record/dossier/dossier-button'
import { DrawerTools, type DrawerToolsProps } from '@/components/record/drawer/drawer-tools'
import styles from '@/components/record/drawer/record-drawer.module.css'
import { RecordNotFound } from '@/components/record/page/record-not-found'
import print from '@/components/record/page/record-print.module.css'
import { type RecordSettings, RecordSettingsProvider } from '@/components/record/record-settings'
import { CopyAsText } from '@/components/record/tools/copy-as-text'
import { CopyConfirmation, useCopyCommands } from '@/components/record/tools/copy-commands'
import { RecordBody } from '@/components/record/view/record-body'
import { RecordSkeleton } from '@/components/record/view/record-skeleton'
import { CustomerTitle, RecordTitle } from '@/components/record/view/record-title'
import { useCommand } from '@/components/ui/commands'
import { FailureAction, FailureMessage, FailureStrip } from '@/components/ui/failure/failure-message'
import { useFailure } from '@/components/ui/failure/use-failure'
import { useIntl } from '@/components/ui/intl'
import { SlowAnswerStrip } from '@/components/ui/waiting/slow-answer'
import type { ApiError } from '@/lib/api/errors'
import { recordQueries } from '@/lib/api/queries/record'
import type { Customer } from '@/lib/customers/model/customer'
import { canBeCustomerId } from '@/lib/customers/model/customer-id'
import { isTombstone } from '@/lib/customers/model/display-name'

export type RecordDrawerProps = DrawerToolsProps & {
  /** The customer as the list has it, shown at once while the record is fetched. */
  known: Customer | undefined
  settings: RecordSettings
}

const titleId = 'record-title'

/** Whether the person is typing: a drawer that opens late must not take the focus then. */
const isTyping = () => document.activeElement?.matches('input, textarea, select') ?? false

type NoRecordProps = { accountId: string; customerId: string; error: ApiError | null; action: ReactNode }

/** Shown while there is no customer: it does not exist, could not be read, or is being fetched. */
function NoRecord({ accountId, customerId, error, action }: NoRecordProps) {
  const isMissing = !canBeCustomerId(customerId) || error?.code === 'not_found'
  if (!isMissing && !error) return <RecordSkeleton />
  return (
    <div className={styles.message}>
      {isMissing && <RecordNotFound accountId={accountId} customerId={customerId} layout="drawer" />}
      {!isMissing && error && (
        <FailureMessage error={error} level={3}>
          {action}
        </FailureMessage>
      )}
    </div>
  )
}

/** A record in a drawer over the list. It is not modal: the list beside it stays usable. */
export function RecordDrawer(props: RecordDrawerProps) {
  const { accountId, customerId, known, settings, onClose } = props
  const { t } = useIntl()
  const dialog = useRef<HTMLDivElement>(null)
  const query = useQuery(recordQueries.customer(accountId, customerId))
  const { data, isFetching, refetch } = query
  const failure = useFailure(query)
  const customer = data?.customer ?? known
  const confirmation = useCopyCommands(customer)

  useEffect(() => {
    if (!isTyping()) dialog.current?.focus({ preventScroll: true })
  }, [])

  useEffect(() => {
    // What had the focus was in the record before this one.
    if (customerId && document.activeElement === document.body) dialog.current?.focus({ preventScroll: true })
  }, [customerId])

  useCommand({
    id: 'record-close',
    keys: ['Escape'],
    title: t.record.close,
    group: 'record',
    run: () => {
      onClose()
      return true
    },
  })

  const retry = () => void refetch({ cancelRefetch: false })
  const action = failure && <FailureAction failure={failure} isTrying={isFetching} onRetry={retry} />
  return (
    <RecordSettingsProvider settings={settings}>
      <div
        ref={dialog}
        role="dialog"
        aria-labelledby={titleId}
        tabIndex={-1}
        className={`slide-in ${styles.drawer} ${print.paper}`}
      >
        <div className={styles.head}>
          {customer ? (
            <CustomerTitle level={2} id={titleId} customer={customer} />
          ) : (
            <RecordTitle level={2} id={titleId} name={customerId} />
          )}
          <CopyConfirmation>{confirmation}</CopyConfirmation>
          {customer && !isTombstone(customer) && <CallModeButton />}
          {customer && <CopyAsText key={customerId} accountId={accountId} customer={customer} />}
          {customer && settings.mayExport && (
            <DossierButton key={`dossier ${customerId}`} accountId={accountId} customerId={customerId} />
          )}
          <DrawerTools {...props} customer={customer} />
        </div>
        <div className="flex-none">
          {failure && customer && <FailureStrip failure={failure}>{action}</FailureStrip>}
          {!data && !failure && isFetching && <SlowAnswerStrip key={customerId} text={t.waiting.record} />}
        </div>
        <div className={styles.content}>
          {customer ? (
            <RecordBody key={customerId} accountId={accountId} customer={customer} record={data} layout="drawer" />
          ) : (
            <NoRecord accountId={accountId} customerId={customerId} error={failure?.error ?? null} action={action} />
          )}
        </div>
      </div>
    </RecordSettingsProvider>
  )
}
