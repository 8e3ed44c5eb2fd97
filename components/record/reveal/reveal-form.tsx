'use client'

import { type FormEvent, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { failureText } from '@/components/ui/failure/failure-text'
import { useIntl } from '@/components/ui/intl'
import { isApiError } from '@/lib/api/errors'
import { isReason, maxReasonLength } from '@/lib/audit/reason'
import { fill } from '@/lib/messages/messages'

type RevealFormProps = { what: string; onReveal: (reason: string) => Promise<void> }

const other = 'other'

/**
 * Asks for the reason of a reveal, chosen or typed. None is chosen beforehand: the reason becomes part of the audit event,
 * and must be the person's own.
 */
export function RevealForm({ what, onReveal }: RevealFormProps) {
  const { t } = useIntl()
  const words = t.record.reveal
  const reasons = Object.values(words.reasons)
  const [chosen, setChosen] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const [isSubmitting, setIsSubmitting] = useState(false)
  const [problem, setProblem] = useState('')
  const fieldset = useRef<HTMLFieldSetElement>(null)
  const textbox = useRef<HTMLInputElement>(null)
  const reason = chosen === other ? typed.trim() : (chosen ?? '')

  const choose = (one: string) => {
    setChosen(one)
    setProblem('')
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!isReason(reason)) {
      setProblem(chosen === other ? words.writeReason : words.chooseReason)
      const field = textbox.current ?? fieldset.current?.querySelector('input')
      field?.focus()
      return
    }
    setIsSubmitting(true)
    setProblem('')
    try {
      await onReveal(reason)
    } catch (thrown) {
      const { title, text } = failureText(t.errors, isApiError(thrown) ? thrown : { code: 'internal' })
      setProblem(
        isApiError(thrown) && thrown.code === 'rate_limited'
          ? fill(words.tooMany, { minutes: Math.ceil((thrown.retry_after_seconds ?? 60) / 60) })
          : `${title} ${text}`,
      )
      setIsSubmitting(false)
    }
  }

  return (
    <form onSubmit={submit} className="font-normal text-13 text-text-1">
      <fieldset ref={fieldset}>
        <legend className="pb-1 font-medium">{fill(words.why, { what })}</legend>
        {[...reasons, other].map((one) => (
          <label key={one} className="flex min-h-11 items-center gap-2 wide:min-h-7">
            <input
              type="radio"
              name="reason"
              checked={chosen === one}
              onChange={() => choose(one)}
              className="size-4 accent-accent"
            />
            <span>{one === other ? words.other : one}</span>
          </label>
        ))}
      </fieldset>
      {chosen === other && (
        <input
          ref={textbox}
          type="text"
          aria-label={words.other}
          value={typed}
          maxLength={maxReasonLength}
          onChange={({ target }) => setTyped(target.value)}
          className="mt-1 h-11 w-full rounded-2 border border-line-control bg-page px-2 wide:h-8"
        />
      )}
      <p className="py-2 text-12 text-text-2">{words.recorded}</p>
      <Button variant="primary" type="submit" disabled={isSubmitting}>
        {words.submit}
      </Button>
      <p role="alert" className="text-danger empty:hidden">
        {problem}
      </p>
    </form>
  )
}
