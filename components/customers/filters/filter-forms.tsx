'use client'

import { useQuery } from '@tanstack/react-query'
import { ChevronDown } from 'lucide'
import { type FormEvent, type ReactNode, useState } from 'react'
import { problemText } from '@/components/customers/search/problem-text'
import type { CustomerUrl } from '@/components/customers/use-customer-url'
import { Button } from '@/components/ui/button'
import { Field, fieldClass, TextField } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { Popover } from '@/components/ui/popover'
import { accountQueries } from '@/lib/api/queries/account'
import { fromPairs, toPairs } from '@/lib/customers/filters/attribute-pairs'
import type { ListFilters } from '@/lib/customers/filters/customer-query'
import { maxAttributes, noListFilters } from '@/lib/customers/filters/customer-query'
import type { AttributeSetting } from '@/lib/customers/model/customer'
import { attributeExample, attributeValue } from '@/lib/customers/search-text/operators'
import { parseSearchText } from '@/lib/customers/search-text/parse'
import { printSearchText } from '@/lib/customers/search-text/print'
import type { Problem } from '@/lib/customers/search-text/problem'
import { fill } from '@/lib/messages/messages'
import { zoneName } from '@/lib/time'

export type FilterFormProps = {
  accountId: string
  filters: ListFilters
  setFilters: CustomerUrl['setFilters']
  phoneCountry: string
  onClose: () => void
}

type SelectFieldProps = { label: string; value: string; onChange: (value: string) => void; children: ReactNode }

function SelectField({ label, value, onChange, children }: SelectFieldProps) {
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

type FilterFormFrame = {
  title: string
  problems: Problem[]
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
}

function FilterForm({ title, problems, onSubmit, onClose, children }: FilterFormFrame) {
  const { t, locale } = useIntl()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <Popover label={title} onClose={onClose}>
      <form onSubmit={submit}>
        {children}
        {problems.map((problem) => (
          <p key={problem.kind} role="alert" className="pb-2 text-danger">
            {problemText(problem, t, locale)}
          </p>
        ))}
        <Button variant="primary" type="submit" className="max-wide:h-11">
          {t.filters.apply}
        </Button>
      </form>
    </Popover>
  )
}

/** What a control says is read as the box would read it, so that both find the same faults and ask the same. */
function useAsText({
  setFilters,
  phoneCountry,
  onClose,
}: Pick<FilterFormProps, 'setFilters' | 'phoneCountry' | 'onClose'>) {
  const { zone } = useIntl()
  const [problems, setProblems] = useState<Problem[]>([])
  const apply = (text: string, attributes: AttributeSetting[] | null = null) => {
    const vocabulary = { tags: null, attributes, phoneCountry, zone, now: new Date() }
    const { parsed, problems } = parseSearchText(text, vocabulary)
    setProblems(problems)
    if (problems.length > 0) return
    setFilters(parsed.filters)
    onClose()
  }
  return { problems, tell: (problem: Problem) => setProblems([problem]), apply }
}

const inputTypes: Partial<Record<AttributeSetting['type'], string>> = {
  phonenumber: 'tel',
  email: 'email',
  date: 'date',
}

/** Up to four attributes, each with an input fit for its declared type. */
export function AttributeForm({ accountId, filters, phoneCountry, setFilters, onClose }: FilterFormProps) {
  const { t } = useIntl()
  const settings = useQuery(accountQueries.settings(accountId))
  const pairs = toPairs(filters)
  const [name, setName] = useState('')
  const [value, setValue] = useState('')
  const { problems, tell, apply } = useAsText({ setFilters, phoneCountry, onClose })
  const declared = settings.data?.attributes ?? []
  const chosen = declared.find((one) => one.name === name)
  const isFull = pairs.length >= maxAttributes
  const submit = () => {
    if (name === '') return
    const read = chosen && value !== '' ? attributeValue(value, chosen, phoneCountry) : value
    if (read === null && chosen)
      return tell({ kind: 'attribute_type', at: 0, length: 0, value, expected: [attributeExample(chosen)] })
    const others = pairs.filter((pair) => pair.name !== name)
    const all = fromPairs([...others, { name, value: read || null }])
    const vocabulary = { tags: null, attributes: declared, phoneCountry, zone: 'UTC', now: new Date(0) }
    apply(printSearchText({ ...noListFilters, ...all }, vocabulary), declared)
  }
  return (
    <FilterForm title={t.filters.attribute} problems={problems} onSubmit={submit} onClose={onClose}>
      {isFull && <p className="pb-2 text-text-2">{fill(t.filters.attributesFull, { count: maxAttributes })}</p>}
      {settings.isError && <p className="pb-2 text-text-2">{t.filters.settingsFailed}</p>}
      {settings.isError || declared.length === 0 ? (
        <TextField label={t.filters.attributeName} value={name} disabled={settings.isPending} onChange={setName} />
      ) : (
        <SelectField label={t.filters.attributeName} value={name} onChange={setName}>
          <option value="">{t.filters.choose}</option>
          {declared.map((one) => (
            <option key={one.name} value={one.name} disabled={isFull && !pairs.some((pair) => pair.name === one.name)}>
              {`${one.name} (${t.filters.attributeTypes[one.type]}${one.private ? `, ${t.filters.private}` : ''})`}
            </option>
          ))}
        </SelectField>
      )}
      {chosen?.type === 'boolean' ? (
        <SelectField label={t.filters.attributeValue} value={value} onChange={setValue}>
          <option value="">{t.filters.anyValue}</option>
          <option value="true">true</option>
          <option value="false">false</option>
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
    </FilterForm>
  )
}

/** Who owns a token: by its type, its value, or both. */
export function TokenForm({ filters, setFilters, onClose }: FilterFormProps) {
  const { t } = useIntl()
  const [type, setType] = useState(filters.token_type ?? '')
  const [value, setValue] = useState(filters.token_value ?? '')
  const submit = () => {
    setFilters({ token_type: type.trim() || null, token_value: value.trim() || null })
    onClose()
  }
  return (
    <FilterForm title={t.filters.token} problems={[]} onSubmit={submit} onClose={onClose}>
      <TextField
        label={t.filters.tokenType}
        value={type}
        maxLength={255}
        placeholder="membership_card"
        onChange={setType}
      />
      <TextField label={t.filters.tokenValue} value={value} maxLength={1000} autoComplete="off" onChange={setValue} />
    </FilterForm>
  )
}

const presets = ['1d', '7d', '30d', '1y'] as const

/** Added or changed since: some time ago, or an instant in the person's zone, which is named. */
export function SinceForm({ filters, setFilters, phoneCountry, onClose }: FilterFormProps) {
  const { t, locale, zone } = useIntl()
  const [local, setLocal] = useState('')
  const { problems, apply } = useAsText({ setFilters, phoneCountry, onClose })
  return (
    <FilterForm
      title={t.filters.since}
      problems={problems}
      onSubmit={() => local !== '' && apply(`since:${local}`)}
      onClose={onClose}
    >
      <fieldset className="flex flex-wrap gap-1.5 pb-3">
        <legend className="pb-1 text-12 text-text-2">{t.filters.sinceAgo}</legend>
        {presets.map((preset) => (
          <Button key={preset} size="small" className="max-wide:h-11" onClick={() => apply(`since:${preset}`)}>
            {t.filters.presets[preset]}
          </Button>
        ))}
      </fieldset>
      <TextField
        label={fill(t.filters.sinceInstant, {
          zone: zoneName(filters.since_datetime ?? undefined, locale, zone),
          place: zone,
        })}
        type="datetime-local"
        value={local}
        onChange={setLocal}
      />
    </FilterForm>
  )
}
