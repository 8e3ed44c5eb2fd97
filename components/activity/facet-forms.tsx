'use client'

import { type FormEvent, type ReactNode, useId, useState } from 'react'
import type { Activity } from '@/components/activity/use-activity'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { useIntl } from '@/components/ui/intl'
import { Popover } from '@/components/ui/popover'
import { activityQuery } from '@/lib/audit/activity-query'
import type { ActivityEvent } from '@/lib/audit/audit-event'
import { beginOf, spans } from '@/lib/audit/time-span'
import { longestCustomerId } from '@/lib/customers/model/customer-id'
import { readSince } from '@/lib/customers/search-text/since'
import { fill } from '@/lib/messages/messages'
import { zoneName } from '@/lib/time'

type FacetFormProps = Pick<Activity, 'query' | 'filter'> & { events: ActivityEvent[]; onClose: () => void }

type FrameProps = { label: string; onSubmit: () => void; onClose: () => void; children: ReactNode }

function FacetForm({ label, onSubmit, onClose, children }: FrameProps) {
  const { t } = useIntl()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
    onClose()
  }
  return (
    <Popover label={label} onClose={onClose}>
      <form onSubmit={submit}>
        {children}
        <Button variant="primary" type="submit" className="max-wide:h-11">
          {t.filters.apply}
        </Button>
      </form>
    </Popover>
  )
}

/** By the email of whoever did it; those on the page are proposed. */
export function PersonForm({ query, filter, events, onClose }: FacetFormProps) {
  const { t } = useIntl()
  const list = useId()
  const [person, setPerson] = useState(query.person ?? '')
  const names = new Map(events.map(({ actor }) => [actor.email, actor.name]))
  return (
    <FacetForm
      label={t.activity.person}
      onClose={onClose}
      onSubmit={() => filter({ person: activityQuery.person.parse([person.trim()]) })}
    >
      <TextField
        label={t.activity.email}
        value={person}
        maxLength={320}
        inputMode="email"
        autoComplete="off"
        list={list}
        onChange={setPerson}
      />
      <datalist id={list}>
        {[...names].map(([email, name]) => (
          <option key={email} value={email}>
            {name}
          </option>
        ))}
      </datalist>
    </FacetForm>
  )
}

/** By the customer who was looked at. */
export function CustomerForm({ query, filter, onClose }: FacetFormProps) {
  const { t } = useIntl()
  const [customer, setCustomer] = useState(query.customer ?? '')
  return (
    <FacetForm
      label={t.activity.customer}
      onClose={onClose}
      onSubmit={() => filter({ customer: customer.trim() || null })}
    >
      <TextField
        label={t.record.customerId}
        value={customer}
        maxLength={longestCustomerId}
        autoComplete="off"
        onChange={setCustomer}
      />
    </FacetForm>
  )
}

/** A span with a name, or from and until in the person's zone, which is named. */
export function TimeForm({ filter, onClose }: FacetFormProps) {
  const { t, locale, zone, now } = useIntl()
  const [from, setFrom] = useState('')
  const [until, setUntil] = useState('')
  const named = zoneName(undefined, locale, zone)
  return (
    <FacetForm
      label={t.activity.time}
      onClose={onClose}
      onSubmit={() => filter({ from: readSince(from, zone, now), until: readSince(until, zone, now) })}
    >
      <div className="flex flex-wrap gap-1.5 pb-3">
        {spans.map((span) => (
          <Button
            key={span}
            size="small"
            className="max-wide:h-11"
            onClick={() => {
              filter({ from: beginOf(span, new Date(), zone), until: null })
              onClose()
            }}
          >
            {t.activity[span]}
          </Button>
        ))}
      </div>
      <TextField label={fill(t.activity.from, { zone: named })} type="datetime-local" value={from} onChange={setFrom} />
      <TextField
        label={fill(t.activity.until, { zone: named })}
        type="datetime-local"
        value={until}
        onChange={setUntil}
      />
    </FacetForm>
  )
}
