'use client'

import { ChevronDown } from 'lucide'
import type { ReactNode } from 'react'
import { Field, fieldClass } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'

type SelectFieldProps = { label: string; value: string; onChange: (value: string) => void; children: ReactNode }

/** A labelled select; its children are the options. */
export function SelectField({ label, value, onChange, children }: SelectFieldProps) {
  return (
    <Field label={label}>
      {(id) => (
        <span className="relative flex items-center">
          <select
            id={id}
            className={`${fieldClass} appearance-none pr-7`}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          >
            {children}
          </select>
          <Icon of={ChevronDown} className="pointer-events-none absolute right-2 text-text-3" />
        </span>
      )}
    </Field>
  )
}
