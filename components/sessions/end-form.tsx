'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { failureText } from '@/components/ui/failure/failure-text'
import { useIntl } from '@/components/ui/intl'
import { Popover } from '@/components/ui/popover'
import { endSession } from '@/lib/api/end-session'
import { isApiError } from '@/lib/api/errors'
import { fill } from '@/lib/messages/messages'

type EndFormProps = {
  accountId: string
  sessionId: string
  /** The browser and the system of the session, in words. */
  device: string
  onEnded: () => void
  onClose: () => void
}

/** Ends a session once the person confirms it, or says why it goes on. */
export function EndForm({ accountId, sessionId, device, onEnded, onClose }: EndFormProps) {
  const { t } = useIntl()
  const [isEnding, setIsEnding] = useState(false)
  const [problem, setProblem] = useState('')
  const question = fill(t.sessions.ask, { device })

  const end = async () => {
    setIsEnding(true)
    setProblem('')
    try {
      await endSession(accountId, sessionId)
      onEnded()
    } catch (thrown) {
      const { title, text } = failureText(t.errors, isApiError(thrown) ? thrown : { code: 'internal' })
      setProblem(`${title} ${text}`)
      setIsEnding(false)
    }
  }

  return (
    <Popover label={question} align="end" onClose={onClose}>
      <div className="whitespace-normal">
        <p className="font-medium">{question}</p>
        <p className="pb-2 text-text-2">{t.sessions.askText}</p>
        <Button variant="primary" disabled={isEnding} onClick={() => void end()}>
          {t.sessions.submit}
        </Button>
        <p role="alert" className="pt-2 text-danger empty:hidden">
          {problem}
        </p>
      </div>
    </Popover>
  )
}
