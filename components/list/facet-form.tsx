'use client'

import type { FormEvent, ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { useIntl } from '@/components/ui/intl'
import { Popover } from '@/components/ui/popover'

type FacetFormProps = {
  label: string
  /** What is wrong with the values, a sentence each. */
  errors?: readonly string[]
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
}

/** The form of a facet in its popover: fields, what is wrong with them, and the button that applies them. */
export function FacetForm({ label, errors = [], onSubmit, onClose, children }: FacetFormProps) {
  const { t } = useIntl()
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <Popover label={label} onClose={onClose}>
      <form onSubmit={handleSubmit}>
        {children}
        {errors.map((error) => (
          <p key={error} role="alert" className="pb-2 text-danger">
            {error}
          </p>
        ))}
        <Button variant="primary" type="submit">
          {t.filters.apply}
        </Button>
      </form>
    </Popover>
  )
}
