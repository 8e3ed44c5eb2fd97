'use client'

import { ExternalLink } from 'lucide'
import { useRecordSettings } from '@/components/record/record-settings'
import { buttonClass } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { backOfficeLink } from '@/lib/customers/format/back-office'
import type { Customer } from '@/lib/customers/model/customer'

/** A link to the customer in Dintero's back office, where it can be edited; nothing where none is configured. */
export function BackOfficeLink({ accountId, customer }: { accountId: string; customer: Customer }) {
  const { t } = useIntl()
  const { backOfficeUrl } = useRecordSettings()
  const href = backOfficeUrl && backOfficeLink(backOfficeUrl, accountId, customer)
  if (!href) return null
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      title={t.record.backOffice}
      aria-label={`${t.record.backOffice} (${t.record.opensInNewTab})`}
      className={`${buttonClass({ variant: 'plain', size: 'square' })} print:hidden`}
    >
      <Icon of={ExternalLink} />
    </a>
  )
}
