'use client'

import { useCommand } from '@/components/ui/commands'
import { useIntl } from '@/components/ui/intl'
import { useCopied } from '@/components/ui/use-copied'
import type { Customer } from '@/lib/customers/model/customer'
import { maskText } from '@/lib/customers/model/masked'
import { fill } from '@/lib/messages/messages'

/** `c e`, `c p` and `c i` copy what the open record holds. Gives the confirmation while there is one. */
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
