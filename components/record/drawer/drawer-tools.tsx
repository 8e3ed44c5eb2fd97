'use client'

import { ChevronDown, ChevronUp, type IconNode, Maximize2, X } from 'lucide'
import Link from 'next/link'
import { storeListSearch } from '@/components/record/page/back-link'
import { BackOfficeLink } from '@/components/record/tools/back-office-link'
import { Button, buttonClass } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { routes } from '@/lib/api/routes'
import type { Customer } from '@/lib/customers/model/customer'
import { canBeInUrl } from '@/lib/customers/model/customer-id'
import { fill } from '@/lib/messages/messages'

export type DrawerToolsProps = {
  accountId: string
  customerId: string
  /** The position in the loaded rows, from 1. */
  position: { index: number; count: number } | null
  /** The caller returns the focus. */
  onClose: () => void
  onPrevious: (() => void) | null
  onNext: (() => void) | null
}

type Props = DrawerToolsProps & { customer: Customer | undefined }

type StepProps = { label: string; icon: IconNode; onStep: (() => void) | null }

function Step({ label, icon, onStep }: StepProps) {
  return (
    // A `disabled` button would lose the focus, and with it the keys, when it reaches the end.
    <Button variant="plain" size="square" aria-label={label} aria-disabled={onStep === null} onClick={() => onStep?.()}>
      <Icon of={icon} size={16} />
    </Button>
  )
}

/** The position in the list, the neighbours, the link to the page of the record, and the close button. */
export function DrawerTools(props: Props) {
  const { accountId, customerId, customer, position, onClose, onPrevious, onNext } = props
  const { t } = useIntl()
  return (
    <div className="flex flex-none items-center print:hidden">
      {position && (
        <>
          <span className="hidden whitespace-nowrap pr-1 text-12 text-text-2 wide:inline">
            {fill(t.record.position, position)}
          </span>
          <Step label={t.record.previous} icon={ChevronUp} onStep={onPrevious} />
          <Step label={t.record.next} icon={ChevronDown} onStep={onNext} />
          <span aria-hidden="true" className="mx-1 hidden h-4 w-px flex-none bg-line-strong wide:block" />
        </>
      )}
      {customer && <BackOfficeLink accountId={accountId} customer={customer} />}
      {canBeInUrl(customerId) && (
        <Link
          href={routes.customer(accountId, customerId)}
          prefetch={false}
          onNavigate={() => storeListSearch(accountId)}
          aria-label={t.record.openPage}
          title={t.record.openPage}
          className={buttonClass({ variant: 'plain', size: 'square' })}
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
