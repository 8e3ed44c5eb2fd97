'use client'

import { useCommand } from '@/components/ui/commands'
import { useCopyText } from '@/components/ui/copy/copy-text'
import { useIntl } from '@/components/ui/intl'
import type { Customer } from '@/lib/customers/model/customer'
import { maskText } from '@/lib/customers/model/masked'

/** The keys that copy a value of the keyboard's row. */
export function useCopyRowCommands(customer: Customer | undefined): void {
  const { t } = useIntl()
  const copyText = useCopyText()
  const toCopy = (value: string | undefined) => () => {
    if (!value || value === maskText) return false
    void copyText(value)
    return true
  }
  const { copyEmail, copyPhone, copyId } = t.shortcuts
  const group = 'list' as const
  useCommand({ id: 'row-copy-email', keys: ['c e'], title: copyEmail, group, run: toCopy(customer?.email) })
  useCommand({ id: 'row-copy-phone', keys: ['c p'], title: copyPhone, group, run: toCopy(customer?.phone_number) })
  useCommand({ id: 'row-copy-id', keys: ['c i'], title: copyId, group, run: toCopy(customer?.customer_id) })
}
