'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { SelectField } from '@/components/customers/filters/select-field'
import { type FilterFormProps, useParsedText } from '@/components/customers/filters/use-parsed-text'
import { FacetForm } from '@/components/list/facet-form'
import { TextField } from '@/components/ui/field'
import { useIntl } from '@/components/ui/intl'
import { usePageFlag } from '@/components/ui/page/page-flag'
import { maskedFlag } from '@/lib/access'
import { accountQueries } from '@/lib/api/queries/account'
import { fromPairs, toPairs } from '@/lib/customers/filters/attribute-pairs'
import { maxAttributes } from '@/lib/customers/filters/attributes'
import { noListFilters } from '@/lib/customers/filters/customer-query'
import type { AttributeSetting } from '@/lib/customers/model/customer'
import { printSearchText } from '@/lib/customers/search-text/print'
import { fill } from '@/lib/messages/messages'

const inputTypes: Partial<Record<AttributeSetting['type'], string>> = {
  phonenumber: 'tel',
  email: 'email',
  date: 'date',
}

/** Up to four attributes, each with an input that fits its declared type. */
export function AttributeForm(props: FilterFormProps) {
  const { label, accountId, filters, onClose } = props
  const { t } = useIntl()
  const settings = useQuery(accountQueries.settings(accountId))
  const pairs = toPairs(filters)
  const [name, setName] = useState('')
  const [value, setValue] = useState('')
  const { errors, reportProblem, toVocabulary, apply } = useParsedText(props)
  const isMasked = usePageFlag(maskedFlag)
  const declared = settings.data?.attributes.filter((one) => !(one.private && isMasked)) ?? []
  const chosen = declared.find((attribute) => attribute.name === name)
  const isFull = pairs.length >= maxAttributes
  const handleSubmit = () => {
    if (name === '') return
    const vocabulary = toVocabulary(declared)
    const normalised = chosen && value !== '' ? vocabulary.normaliseAttributeValue(value, chosen) : value
    if (normalised === null && chosen)
      return reportProblem({
        kind: 'attribute_type',
        at: 0,
        length: 0,
        value,
        expected: [vocabulary.attributeExample(chosen)],
      })
    const others = pairs.filter((pair) => pair.name !== name)
    const all = fromPairs([...others, { name, value: normalised || null }])
    apply(printSearchText({ ...noListFilters, ...all }, vocabulary), declared)
  }
  return (
    <FacetForm label={label} errors={errors} onSubmit={handleSubmit} onClose={onClose}>
      {isFull && <p className="pb-2 text-text-2">{fill(t.filters.attributesFull, { count: maxAttributes })}</p>}
      {settings.isError && <p className="pb-2 text-text-2">{t.filters.settingsFailed}</p>}
      {settings.isError || (settings.isSuccess && declared.length === 0) ? (
        <TextField label={t.filters.attributeName} value={name} onChange={setName} />
      ) : (
        <SelectField label={t.filters.attributeName} value={name} onChange={setName}>
          <option value="">{t.filters.choose}</option>
          {declared.map((attribute) => (
            <option
              key={attribute.name}
              value={attribute.name}
              disabled={isFull && !pairs.some((pair) => pair.name === attribute.name)}
            >
              {`${attribute.name} (${t.filters.attributeTypes[attribute.type]}${attribute.private ? `, ${t.filters.private}` : ''})`}
            </option>
          ))}
        </SelectField>
      )}
      {chosen?.type === 'boolean' ? (
        <SelectField label={t.filters.attributeValue} value={value} onChange={setValue}>
          <option value="">{t.filters.anyValue}</option>
          <option value="true">{t.record.yes}</option>
          <option value="false">{t.record.no}</option>
        </SelectField>
      ) : (
        <TextField
          label={t.filters.attributeValue}
          value={value}
          type={inputTypes[chosen?.type ?? 'string'] ?? 'text'}
          inputMode={chosen?.type === 'integer' ? 'numeric' : chosen?.type === 'real' ? 'decimal' : undefined}
          placeholder={t.filters.anyValue}
          onChange={setValue}
        />
      )}
    </FacetForm>
  )
}
