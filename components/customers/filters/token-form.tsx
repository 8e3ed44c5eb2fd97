'use client'

import { useState } from 'react'
import { SelectField } from '@/components/customers/filters/select-field'
import type { FilterFormProps } from '@/components/customers/filters/use-parsed-text'
import { useTokenTypes } from '@/components/customers/filters/use-token-types'
import { FacetForm } from '@/components/list/facet-form'
import { TextField } from '@/components/ui/field'
import { useIntl } from '@/components/ui/intl'
import { maxTokenLengths } from '@/lib/customers/filters/token'
import { toTokenTypeName } from '@/lib/customers/format/token'

/** The choice that asks for the name of a type; no type is named so, since it has a space at its end. */
const another = 'another '

/** The customers that own a token: of a type that is chosen or named, with a value, or both. */
export function TokenForm({ label, accountId, filters, setFilters, onClose }: FilterFormProps) {
  const { t } = useIntl()
  const types = useTokenTypes(accountId).all
  const { token_type } = filters
  const known = token_type === null || types.includes(token_type) ? types : [...types, token_type]
  const [chosen, setChosen] = useState(token_type ?? '')
  const [named, setNamed] = useState('')
  const [value, setValue] = useState(filters.token_value ?? '')
  const handleSubmit = () => {
    const type = chosen === another ? named.trim() : chosen
    setFilters({ token_type: type || null, token_value: value.trim() || null })
    onClose()
  }
  return (
    <FacetForm label={label} onSubmit={handleSubmit} onClose={onClose}>
      <SelectField label={t.filters.tokenType} value={chosen} onChange={setChosen}>
        <option value="">{t.filters.anyTokenType}</option>
        {known.map((type) => (
          <option key={type} value={type}>
            {toTokenTypeName(type, t)}
          </option>
        ))}
        <option value={another}>{t.filters.anotherTokenType}</option>
      </SelectField>
      {chosen === another && (
        <TextField
          label={t.filters.tokenTypeName}
          value={named}
          maxLength={maxTokenLengths.type}
          autoComplete="off"
          onChange={setNamed}
        />
      )}
      <TextField
        label={t.filters.tokenValue}
        value={value}
        maxLength={maxTokenLengths.value}
        autoComplete="off"
        onChange={setValue}
      />
    </FacetForm>
  )
}
