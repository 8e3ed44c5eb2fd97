'use client'

import { type ComponentProps, type ReactNode, useId } from 'react'

/** The classes of an input or a select in a form. */
export const fieldClass =
  'h-11 w-full min-w-0 rounded-2 border border-line-control bg-page px-2 text-14 aria-invalid:border-danger wide:h-8 wide:text-13'

/** A label above its control. */
export function Field({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div className="grid gap-1 pb-2">
      <label htmlFor={id} className="text-12 text-text-2">
        {label}
      </label>
      {children(id)}
    </div>
  )
}

type TextFieldProps = Omit<ComponentProps<'input'>, 'id' | 'className' | 'onChange'> & {
  label: string
  onChange: (value: string) => void
}

/** A labelled text input. */
export function TextField({ label, onChange, ...rest }: TextFieldProps) {
  return (
    <Field label={label}>
      {(id) => <input id={id} className={fieldClass} onChange={(event) => onChange(event.target.value)} {...rest} />}
    </Field>
  )
}
