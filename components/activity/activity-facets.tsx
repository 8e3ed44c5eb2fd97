'use client'

import { useState } from 'react'
import type { Activity } from '@/components/activity/use-activity'
import { FormFacet, MenuFacet } from '@/components/list/facet'
import { FacetBar } from '@/components/list/facet-bar'
import { Button } from '@/components/ui/button'
import { type Intl as PersonIntl, useIntl } from '@/components/ui/intl'
import { lazyComponent } from '@/components/ui/lazy-component'
import { type ActivityFilters, mostCounted } from '@/lib/audit/activity-query'
import type { AuditEvent } from '@/lib/audit/audit-event'
import { spans, startOfSpan } from '@/lib/audit/time-span'
import { fill, plural } from '@/lib/messages/messages'
import { formatDateTime } from '@/lib/time'

const loadForms = () => import('@/components/activity/facet-forms')
const forms = {
  person: lazyComponent(loadForms, (all) => all.PersonForm),
  customer: lazyComponent(loadForms, (all) => all.CustomerForm),
  time: lazyComponent(loadForms, (all) => all.TimeForm),
}
const KindMenu = lazyComponent(
  () => import('@/components/activity/kind-menu'),
  (all) => all.KindMenu,
)

/** The time span of the query in words; a named span by its name. */
function timeText({ from, until }: ActivityFilters, { t, locale, zone, now }: PersonIntl): string | null {
  const named = until === null && spans.find((span) => from !== null && startOfSpan(span, now, zone) === from)
  if (named) return t.activity[named]
  const formatted = {
    from: from && formatDateTime(from, locale, zone),
    until: until && formatDateTime(until, locale, zone),
  }
  if (formatted.from && formatted.until) return fill(t.activity.span, { from: formatted.from, until: formatted.until })
  if (formatted.from) return fill(t.activity.since, { from: formatted.from })
  return formatted.until && fill(t.activity.before, { until: formatted.until })
}

type ActivityFacetsProps = {
  activity: Activity
  events: AuditEvent[]
  /** How many events match; null where that is not known. */
  total: number | null
}

/** The facets that narrow the activity, and how many events match them. */
export function ActivityFacets({ activity, events, total }: ActivityFacetsProps) {
  const intl = useIntl()
  const { t, locale } = intl
  const { query, setFilters, clearFilters, isFiltered } = activity
  const [open, setOpen] = useState<keyof typeof forms | 'kind' | null>(null)

  const facet = (name: keyof typeof forms | 'kind', value: string | null) => ({
    label: t.activity[name],
    value,
    isOpen: open === name,
    onOpenChange: (isOpen: boolean) => setOpen(isOpen ? name : null),
  })
  const form = { query, setFilters, events, onClose: () => setOpen(null) }
  return (
    <FacetBar className="gap-x-1.5 gap-y-2 px-3 py-2 wide:min-h-(--h-filter) wide:py-1">
      <FormFacet {...facet('person', query.person)} onRemove={() => setFilters({ person: null })} className="-ml-2">
        <forms.person {...form} />
      </FormFacet>
      <FormFacet {...facet('customer', query.customer)} onRemove={() => setFilters({ customer: null })}>
        <forms.customer {...form} />
      </FormFacet>
      <MenuFacet
        {...facet('kind', query.kind && t.activity.kinds[query.kind])}
        onRemove={() => setFilters({ kind: null })}
        renderMenu={(menu) => <KindMenu {...menu} kind={query.kind} onChange={(kind) => setFilters({ kind })} />}
      />
      <FormFacet {...facet('time', timeText(query, intl))} onRemove={() => setFilters({ from: null, until: null })}>
        <forms.time {...form} />
      </FormFacet>
      {isFiltered && (
        <Button variant="plain" onClick={clearFilters}>
          {t.filters.clear}
        </Button>
      )}
      <span role="status" className="ml-auto text-text-2">
        {total !== null &&
          (total > mostCounted
            ? fill(t.activity.totalMore, { count: mostCounted.toLocaleString(locale) })
            : plural(t.activity.total, total, locale))}
      </span>
    </FacetBar>
  )
}
