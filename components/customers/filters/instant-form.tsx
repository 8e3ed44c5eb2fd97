'use client'

import { useState } from 'react'
import { type FilterFormProps, useParsedText } from '@/components/customers/filters/use-parsed-text'
import { FacetForm } from '@/components/list/facet-form'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { useIntl } from '@/components/ui/intl'
import { usePageFlag } from '@/components/ui/page/page-flag'
import { Popover } from '@/components/ui/popover'
import { maskedFlag } from '@/lib/access'
import { fill } from '@/lib/messages/messages'
import { zoneName } from '@/lib/time'

const presets = ['1d', '7d', '30d', '1y'] as const

/** Added or changed since: some time ago, or an instant in the person's zone, which is named. */
export function InstantForm(props: FilterFormProps) {
  const { label, filters, onClose } = props
  const { t, locale, zone } = useIntl()
  const [local, setLocal] = useState('')
  const { errors, apply } = useParsedText(props)
  const isMasked = usePageFlag(maskedFlag)
  if (isMasked && filters.search !== null)
    return (
      <Popover label={label} onClose={onClose}>
        <p className="pb-3">{t.problems.since_beside_search}</p>
        <Button onClick={onClose}>{t.shell.close}</Button>
      </Popover>
    )
  return (
    <FacetForm label={label} errors={errors} onSubmit={() => local !== '' && apply(`since:${local}`)} onClose={onClose}>
      <fieldset className="flex flex-wrap gap-1.5 pb-3">
        <legend className="pb-1 text-12 text-text-2">{t.filters.sinceAgo}</legend>
        {presets.map((preset) => (
          <Button key={preset} size="small" onClick={() => apply(`since:${preset}`)}>
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
    </FacetForm>
  )
}
