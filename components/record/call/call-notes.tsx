'use client'

import { useId } from 'react'
import type { CallFactsProps } from '@/components/record/call/call-facts'
import styles from '@/components/record/call/call-mode.module.css'
import { useCall } from '@/components/record/call/use-call'
import { Button } from '@/components/ui/button'
import { useCopied } from '@/components/ui/copy/copied'
import { CopyIcon } from '@/components/ui/copy-button'
import { fieldClass } from '@/components/ui/field'
import { useIntl } from '@/components/ui/intl'
import { maxNotesLength } from '@/lib/customers/call/call'
import { callText } from '@/lib/customers/call/call-text'

/** What is noted during the call. It stays in this tab, and is copied from here to where it is kept. */
export function CallNotes({ accountId, customer }: CallFactsProps) {
  const { t, locale, zone } = useIntl()
  const words = t.record.call
  const [call, setCall] = useCall(accountId, customer.customer_id)
  const { isCopied, copy } = useCopied()
  const id = useId()
  return (
    <div className={styles.notes}>
      <label htmlFor={id} className="text-12 text-text-2">
        {words.notes}
      </label>
      <textarea
        id={id}
        aria-describedby={`${id}-note`}
        value={call.notes}
        maxLength={maxNotesLength}
        rows={3}
        onChange={({ target }) => setCall({ notes: target.value })}
        className={`${fieldClass} field-sizing-content max-h-40 min-h-16 resize-none py-1.5 wide:text-14`}
      />
      <p className="flex flex-wrap items-center gap-2">
        <Button
          aria-disabled={call.notes.trim() === ''}
          onClick={() => call.notes.trim() && copy(callText(customer, call, { t, locale, zone, now: new Date() }))}
        >
          <CopyIcon isCopied={isCopied} />
          <span>{isCopied ? t.table.copied : words.copyNotes}</span>
        </Button>
        {call.notes !== '' && (
          <Button variant="plain" onClick={() => setCall({ notes: '' })}>
            {words.clearNotes}
          </Button>
        )}
        <span id={`${id}-note`} className="text-12 text-text-2">
          {words.notesNote}
        </span>
      </p>
    </div>
  )
}
