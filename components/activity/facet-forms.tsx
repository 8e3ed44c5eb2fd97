'use client'

import { useId, useState } from 'react'
import type { Activity } from '@/components/activity/use-activity'
import { FacetForm } from '@/components/list/facet-form'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { useIntl } from '@/components/ui/intl'
import { activityQuery } from '@/lib/audit/activity-query'
import type { AuditEvent } from '@/lib/audit/audit-event'
import { spans, startOfSpan } from '@/lib/audit/time-span'
import { maxCustomerIdLength } from '@/lib/customers/model/customer-id'
import { parseSince } from '@/lib/customers/search-text/parse-since'
import { fill } from '@/lib/messages/messages'
import { zoneName } from '@/lib/time'

type FacetFormProps = Pick<Activity, 'query' | 'setFilters'> & { events: AuditEvent[]; onClose: () => void }

/** Filters by the email of the person who acted; the people on this page are suggested. */
export function PersonForm({ query, setFilters, events, onClose }: FacetFormProps) {
  const { t } = useIntl()
  const list = useId()
  const [person, setPerson] = useState(query.person ?? '')
  const names = new Map(events.map(({ actor }) => [actor.email, actor.name]))
  return (
    <FacetForm
      label={t.activity.person}
      onClose={onClose}
      onSubmit={() => {
        setFilters({ person: activityQuery.person.parse([person.trim()]) })
        onClose()
      }}
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

/** Filters by the customer that was looked at. */
export function CustomerForm({ query, setFilters, onClose }: FacetFormProps) {
  const { t } = useIntl()
  const [customer, setCustomer] = useState(query.customer ?? '')
  return (
    <FacetForm
      label={t.activity.customer}
      onClose={onClose}
      onSubmit={() => {
        setFilters({ customer: customer.trim() || null })
        onClose()
      }}
    >
      <TextField
        label={t.record.customerId}
        value={customer}
        maxLength={maxCustomerIdLength}
        autoComplete="off"
        onChange={setCustomer}
      />
    </FacetForm>
  )
}

/** Filters by a named time span, or by two instants in the person's time zone, which the labels name. */
export function TimeForm({ setFilters, onClose }: FacetFormProps) {
  const { t, locale, zone, now } = useIntl()
  const [from, setFrom] = useState('')
  const [until, setUntil] = useState('')
  const zoneLabel = zoneName(undefined, locale, zone)
  return (
    <FacetForm
      label={t.activity.time}
      onClose={onClose}
      onSubmit={() => {
        setFilters({ from: parseSince(from, zone, now), until: parseSince(until, zone, now) })
        onClose()
      }}
    >
      <div className="flex flex-wrap gap-1.5 pb-3">
        {spans.map((span) => (
          <Button
            key={span}
            size="small"
            onClick={() => {
              setFilters({ from: startOfSpan(span, new Date(), zone), until: null })
              onClose()
            }}
          >
            {t.activity[span]}
          </Button>
        ))}
      </div>
      <TextField
        label={fill(t.activity.from, { zone: zoneLabel })}
        type="datetime-local"
        value={from}
        onChange={setFrom}
      />
      <TextField
        label={fill(t.activity.until, { zone: zoneLabel })}
        type="datetime-local"
        value={until}
        onChange={setUntil}
      />
    </FacetForm>
  )
}
