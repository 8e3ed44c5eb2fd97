'use client'

import { Check, X } from 'lucide'
import { useState } from 'react'
import { CallFact } from '@/components/record/call/call-fact'
import type { CallFactsProps } from '@/components/record/call/call-facts'
import styles from '@/components/record/call/call-mode.module.css'
import { useCall } from '@/components/record/call/use-call'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'
import { checkIdentity } from '@/lib/api/check-identity'
import { formatDateOfBirth } from '@/lib/calendar'
import { maskText } from '@/lib/customers/model/masked'
import { fill } from '@/lib/messages/messages'
import { formatTime } from '@/lib/time'

/** The question by which a caller is recognised: the person hears the day of birth, compares it, and says so. It is logged. */
export function IdentityCheck({ accountId, customer }: CallFactsProps) {
  const { t, locale, zone } = useIntl()
  const words = t.record.call
  const [call, setCall] = useCall(accountId, customer.customer_id)
  const [state, setState] = useState<'sending' | 'failed' | null>(null)
  const value = customer.date_of_birth?.trim() ?? ''
  const isMasked = value === maskText

  const report = async (matches: boolean) => {
    setState('sending')
    try {
      const { at } = await checkIdentity(accountId, customer.customer_id, { question: 'date_of_birth', matches })
      setCall({ checked: { at, matches } })
      setState(null)
    } catch {
      setState('failed')
    }
  }
  const { checked } = call
  const answers = [
    { matches: true, icon: Check, text: words.matches },
    { matches: false, icon: X, text: words.doesNotMatch },
  ]
  return (
    <CallFact label={t.record.dateOfBirth} field="date_of_birth" isMasked={isMasked}>
      <span className={value === '' ? styles.small : ''}>
        {value === '' ? words.noDateOfBirth : <Text>{isMasked ? value : formatDateOfBirth(value, locale)}</Text>}
      </span>
      {value !== '' && (
        <span className={styles.check}>
          <span>{isMasked ? words.revealFirst : words.ask}</span>
          {!isMasked && (
            <span className="flex flex-wrap gap-2">
              {answers.map(({ matches, icon, text }) => (
                <Button key={text} aria-disabled={state === 'sending'} onClick={() => void report(matches)}>
                  <Icon of={icon} className={matches ? 'text-ok' : 'text-danger'} />
                  {text}
                </Button>
              ))}
            </span>
          )}
          <span role="status" className={checked?.matches === false || state === 'failed' ? 'text-danger' : ''}>
            {state === 'failed' ? (
              <span>{words.notLogged}</span>
            ) : (
              checked && (
                <span>
                  {fill(checked.matches ? words.checked : words.differs, {
                    time: formatTime(checked.at, locale, zone),
                  })}
                </span>
              )
            )}
          </span>
        </span>
      )}
    </CallFact>
  )
}
