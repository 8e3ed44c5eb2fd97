'use client'

import { Maximize2, X } from 'lucide'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { StepButtons } from '@/components/list/step-buttons'
import { BackOfficeLink } from '@/components/record/tools/back-office-link'
import { Button, buttonClass } from '@/components/ui/button'
import { useCommand } from '@/components/ui/commands'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { routes } from '@/lib/api/routes'
import type { Customer } from '@/lib/customers/model/customer'
import { canBeInUrl } from '@/lib/customers/model/customer-id'
import { fill } from '@/lib/messages/messages'
import { type RecordList, storeRecordList } from '@/lib/record-list'

export type DrawerToolsProps = {
  accountId: string
  customerId: string
  /** The position in the loaded rows, from 1. */
  position: { index: number; count: number } | null
  /** The list that the record is open over. */
  list: RecordList
  /** The caller returns the focus. */
  onClose: () => void
  onPrevious: (() => void) | null
  onNext: (() => void) | null
}

type Props = DrawerToolsProps & { customer: Customer | undefined }

/** The position in the list, the neighbours, the link to the page of the record, and the close button. */
export function DrawerTools(props: Props) {
  const { accountId, customerId, customer, position, list, onClose, onPrevious, onNext } = props
  const { t } = useIntl()
  const router = useRouter()
  useCommand({
    id: 'record-open-page',
    keys: [],
    title: t.record.openPage,
    group: 'record',
    run: () => {
      if (!canBeInUrl(customerId)) return false
      storeRecordList(accountId, list)
      router.push(routes.customer(accountId, customerId))
      return true
    },
  })
  return (
    <div className="flex flex-none items-center print:hidden">
      {position && (
        <>
          <span className="hidden whitespace-nowrap pr-1 text-12 text-text-2 wide:inline">
            {fill(t.record.position, position)}
          </span>
          <StepButtons onPrevious={onPrevious} onNext={onNext} />
          <span aria-hidden="true" className="mx-1 hidden h-4 w-px flex-none bg-line-strong wide:block" />
        </>
      )}
      {customer && <BackOfficeLink accountId={accountId} customer={customer} />}
      {canBeInUrl(customerId) && (
        <Link
          href={routes.customer(accountId, customerId)}
          prefetch={false}
          onNavigate={() => storeRecordList(accountId, list)}
          aria-label={t.record.openPage}
          title={t.record.openPage}
          // Where there is no room for it, the drawer has the whole screen already, and the palette opens the page.
          className={`${buttonClass({ variant: 'plain', size: 'square' })} max-phone:hidden`}
        >
          <Icon of={Maximize2} />
        </Link>
      )}
      <Button variant="plain" size="square" aria-label={t.record.close} onClick={onClose}>
        <Icon of={X} size={16} />
      </Button>
    </div>
  )
}
