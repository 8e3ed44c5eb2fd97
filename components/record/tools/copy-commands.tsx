'use client'

import { useCommand } from '@/components/ui/commands'
import { useCopied } from '@/components/ui/copy/copied'
import { useIntl } from '@/components/ui/intl'
import type { Customer } from '@/lib/customers/model/customer'
import { maskText } from '@/lib/customers/model/masked'
import { fill } from '@/lib/messages/messages'

/**
 * Registers `c e`, `c p` and `c i`, which copy the email, the phone and the id of the open record. Returns the text that
 * confirms a copy, for as long as it is to be shown.
 */
export function useCopyCommands(customer: Customer | undefined): string | null {
  const { t } = useIntl()
  const { copied, copy: copyAs } = useCopied()

  const copy = (value: string | undefined, what: string) => () => {
    if (!value || value === maskText) return false
    copyAs(value, what)
    return true
  }
  useCommand({
    id: 'record-copy-email',
    keys: ['c e'],
    title: t.shortcuts.copyEmail,
    group: 'record',
    run: copy(customer?.email, t.record.email),
  })
  useCommand({
    id: 'record-copy-phone',
    keys: ['c p'],
    title: t.shortcuts.copyPhone,
    group: 'record',
    run: copy(customer?.phone_number, t.record.phone),
  })
  useCommand({
    id: 'record-copy-id',
    keys: ['c i'],
    title: t.shortcuts.copyId,
    group: 'record',
    run: copy(customer?.customer_id, t.record.customerId),
  })
  return copied === null ? null : fill(t.record.copied, { what: copied })
}

/** Confirms a copy beside the name. The live region is always in the document, so that screen readers announce it. */
export function CopyConfirmation({ children }: { children: string | null }) {
  return (
    <span role="status" className="flex-none whitespace-nowrap pr-2 text-12 text-text-2 print:hidden">
      {children}
    </span>
  )
}
