'use client'

import { type FormEvent, useState } from 'react'
import type { ViewActions } from '@/components/customers/views/use-view-actions'
import { ViewFailure } from '@/components/customers/views/view-failure'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { useIntl } from '@/components/ui/intl'
import { maxNameLength, toViewName } from '@/lib/customers/views/view-name'

type ViewNameFormProps = {
  title: string
  initialName: string
  actions: ViewActions
  /** Returns whether the name was taken. */
  onName: (name: string) => Promise<boolean>
  onDone: () => void
  onCancel: () => void
}

/** The name of a view, new or changed. */
export function ViewNameForm({ title, initialName, actions, onName, onDone, onCancel }: ViewNameFormProps) {
  const { t } = useIntl()
  const [text, setText] = useState(initialName)
  const [isWrong, setIsWrong] = useState(false)
  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    const name = toViewName(text)
    const isRight = name !== '' && [...name].length <= maxNameLength
    setIsWrong(!isRight)
    if (isRight && (await onName(name))) onDone()
  }
  return (
    <form onSubmit={handleSubmit} aria-label={title}>
      <TextField label={t.views.name} value={text} autoComplete="off" aria-invalid={isWrong} onChange={setText} />
      {isWrong ? (
        <p role="alert" className="pb-2 text-danger">
          {t.views.nameWrong}
        </p>
      ) : (
        <ViewFailure failure={actions.failure} />
      )}
      <div className="flex gap-1.5">
        <Button variant="primary" type="submit" aria-disabled={actions.isBusy}>
          {title}
        </Button>
        <Button variant="plain" onClick={onCancel}>
          {t.views.cancel}
        </Button>
      </div>
    </form>
  )
}
