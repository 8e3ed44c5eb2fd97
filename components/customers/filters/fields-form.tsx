'use client'

import { useState } from 'react'
import type { FilterOf } from '@/components/customers/filters/filter-props'
import type { FilterFormProps } from '@/components/customers/filters/use-parsed-text'
import { FacetForm } from '@/components/list/facet-form'
import { TextField } from '@/components/ui/field'
import { useIntl } from '@/components/ui/intl'

/** A filter that consists of text fields. */
export function FieldsForm({
  label,
  facet,
  filters,
  setFilters,
  onClose,
}: FilterFormProps & Pick<FilterOf<'fields'>, 'facet'>) {
  const { t } = useIntl()
  const [texts, setTexts] = useState(facet.read(filters))
  const handleSubmit = () => {
    const trimmed = Object.entries(texts).map(([name, text]) => [name, text?.trim() || null] as const)
    setFilters(facet.write(Object.fromEntries(trimmed)))
    onClose()
  }
  return (
    <FacetForm label={label} onSubmit={handleSubmit} onClose={onClose}>
      {facet.fields.map((field) => (
        <TextField
          key={field.name}
          label={field.label(t)}
          value={texts[field.name] ?? ''}
          maxLength={field.maxLength}
          placeholder={field.placeholder}
          autoComplete="off"
          onChange={(text) => setTexts((others) => ({ ...others, [field.name]: text }))}
        />
      ))}
    </FacetForm>
  )
}
