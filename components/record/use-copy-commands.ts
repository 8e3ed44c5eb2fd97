'use client'

import { useEffect, useState } from 'react'
import { useCommand } from '@/components/ui/commands'
import { useIntl } from '@/components/ui/intl'
import type { Customer } from '@/lib/customers/customer'
import { maskText } from '@/lib/customers/masked'
import { fill } from '@/lib/messages/messages'

const confirmedMs = 1_200

/** `c e`, `c p` and `c i` copy what the open record holds. Gives the confirmation while there is one. */
export function useCopyCommands(customer: Customer | undefined): string | null {
  const { t } = useIntl()
  const [confirmation, setConfirmation] = useState<string | null>(null)

  useEffect(() => {
    if (confirmation === null) return
    const timer = setTimeout(() => setConfirmation(null), confirmedMs)
    return () => clearTimeout(timer)
  }, [confirmation])

  const copy = (value: string | undefined, what: string) => () => {
    if (!value || value === maskText) return false
    void navigator.clipboard.writeText(value).then(() => setConfirmation(fill(t.record.copied, { what })))
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
  return confirmation
}
