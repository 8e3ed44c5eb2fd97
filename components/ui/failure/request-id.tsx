'use client'

import { CopyButton } from '@/components/ui/copy-button'
import { useIntl } from '@/components/ui/intl'
import { fill } from '@/lib/messages/messages'

/** The request id to give to support. A failure that never reached the server has none, and shows nothing. */
export function RequestId({ id }: { id: string }) {
  const { t } = useIntl()
  if (id === '') return null
  return (
    <span className="flex min-w-0 items-center gap-1 text-12 text-text-2">
      <span className="wrap-anywhere min-w-0">{fill(t.errors.request, { id })}</span>
      <CopyButton value={id} what={t.record.id} label={t.errors.copyRequest} />
    </span>
  )
}
