'use client'

import { type FormEvent, useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { failureText } from '@/components/ui/failure/failure-text'
import { TextField } from '@/components/ui/field'
import { useIntl } from '@/components/ui/intl'
import type { ApiError } from '@/lib/api/errors'
import { isReason, maxReasonLength } from '@/lib/audit/reason'
import { type DossierFormat, type DossierRequest, dossierFormats } from '@/lib/customers/dossier/dossier'
import { type Locale, locales } from '@/lib/preferences'

type ChoiceProps<T extends string> = {
  legend: string
  name: string
  choices: Record<T, string>
  order: readonly T[]
  value: T
  onChange: (value: T) => void
}

function Choice<T extends string>({ legend, name, choices, order, value, onChange }: ChoiceProps<T>) {
  return (
    <fieldset className="flex flex-wrap gap-x-4 pb-2">
      <legend className="text-12 text-text-2">{legend}</legend>
      {order.map((one) => (
        <label key={one} className="flex min-h-11 items-center gap-2 wide:min-h-7">
          <input
            type="radio"
            name={name}
            checked={value === one}
            onChange={() => onChange(one)}
            className="size-4 accent-accent"
          />
          <span>{choices[one]}</span>
        </label>
      ))}
    </fieldset>
  )
}

type DossierFormProps = { failure: ApiError | null; onMake: (request: DossierRequest) => void }

/** Why a dossier is made, in which language, and in which form. The language is that of the screen until another is chosen. */
export function DossierForm({ failure, onMake }: DossierFormProps) {
  const { t, locale: ownLocale } = useIntl()
  const words = t.record.dossier
  const form = useRef<HTMLFormElement>(null)
  const problemId = useId()
  const [reason, setReason] = useState('')
  const [locale, setLocale] = useState<Locale>(locales.find((one) => one === ownLocale) ?? 'en')
  const [format, setFormat] = useState<DossierFormat>('pdf')
  const [isUnfounded, setIsUnfounded] = useState(false)
  const failed = failure && failureText(t.errors, failure)
  const problem = isUnfounded ? t.exports.writeReason : failed ? `${failed.title} ${failed.text}` : ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsUnfounded(!isReason(reason))
    if (isReason(reason)) onMake({ reason: reason.trim(), locale, format })
    else form.current?.querySelector('input')?.focus()
  }
  return (
    <form ref={form} onSubmit={submit}>
      <p className="pb-3">{words.text}</p>
      <TextField
        label={t.exports.reason}
        type="text"
        value={reason}
        maxLength={maxReasonLength}
        aria-invalid={isUnfounded && !isReason(reason)}
        aria-describedby={problemId}
        onChange={setReason}
      />
      <p className="pb-2 text-12 text-text-2">{words.logged}</p>
      <Choice
        legend={words.language}
        name="language"
        choices={t.shell.locales}
        order={locales}
        value={locale}
        onChange={setLocale}
      />
      <Choice
        legend={t.exports.format}
        name="format"
        choices={words.formats}
        order={dossierFormats}
        value={format}
        onChange={setFormat}
      />
      <div className="flex items-center gap-2">
        <Button variant="primary" type="submit">
          {words.submit}
        </Button>
        <Button onClick={() => form.current?.closest('dialog')?.close()}>{t.exports.cancel}</Button>
      </div>
      <p id={problemId} role="alert" className="pt-2 text-danger empty:hidden">
        {problem}
      </p>
    </form>
  )
}
