'use client'

import { useQueryClient } from '@tanstack/react-query'
import { Eye, EyeOff } from 'lucide'
import { useState } from 'react'
import { RevealForm } from '@/components/record/reveal/reveal-form'
import { useReveals } from '@/components/record/reveal/reveals'
import { toolClass } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { Popover } from '@/components/ui/popover'
import { fetchJson } from '@/lib/api/client'
import { recordQueries } from '@/lib/api/queries/record'
import { routes } from '@/lib/api/routes'
import { revealSchema } from '@/lib/api/schemas'
import type { RevealField } from '@/lib/customers/model/reveal'
import { fill } from '@/lib/messages/messages'
import { formatTime } from '@/lib/time'

type RevealToolProps = {
  field: RevealField
  /** The field in words: `email`. */
  what: string
  isMasked: boolean
}

/** Beside a masked value, a button that reveals it for some minutes; beside a revealed one, its end and a button to hide it. */
export function RevealTool({ field, what, isMasked }: RevealToolProps) {
  const { t, locale, zone } = useIntl()
  const client = useQueryClient()
  const { accountId, customerId, reveals } = useReveals()
  const [isOpen, setIsOpen] = useState(false)
  const words = t.record.reveal
  const until = reveals.find((one) => one.field === field)?.until
  const { queryKey } = recordQueries.customer(accountId, customerId)

  /** Starts or ends a reveal, then fetches the record again. Throws an `ApiError`. */
  const send = async (method: 'POST' | 'DELETE', body: object) => {
    const schema = method === 'POST' ? revealSchema('revealSchema') : revealSchema('revealEndedSchema')
    const init = { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
    await fetchJson<object>(routes.api.reveals(accountId, customerId), schema, undefined, init)
    // Ending a reveal removes the value from the cache before the masked one arrives.
    await (method === 'POST' ? client.refetchQueries({ queryKey }) : client.resetQueries({ queryKey }))
  }

  if (until !== undefined)
    return (
      <span className="inline-flex items-center gap-1 text-12 text-warn print:hidden">
        <span>{fill(words.until, { time: formatTime(until, locale, zone) })}</span>
        <button
          type="button"
          className={toolClass}
          aria-label={fill(words.hide, { what })}
          title={fill(words.hide, { what })}
          // When the call fails, the reveal still ends at the time that is shown beside it.
          onClick={() => void send('DELETE', { field }).catch(() => {})}
        >
          <Icon of={EyeOff} size={12} />
        </button>
      </span>
    )
  if (!isMasked || customerId === '') return null
  return (
    <span className="relative print:hidden">
      <button
        type="button"
        className={toolClass}
        aria-label={fill(words.button, { what })}
        title={fill(words.button, { what })}
        aria-expanded={isOpen}
        aria-haspopup="dialog"
        onClick={() => setIsOpen(!isOpen)}
      >
        <Icon of={Eye} size={12} />
      </button>
      {isOpen && (
        <Popover label={fill(words.button, { what })} onClose={() => setIsOpen(false)}>
          <RevealForm
            what={what}
            onReveal={async (reason) => {
              await send('POST', { field, reason })
              setIsOpen(false)
            }}
          />
        </Popover>
      )}
    </span>
  )
}
