'use client'

import { ChevronDown } from 'lucide'
import { Suspense, useState } from 'react'
import type { Activity } from '@/components/activity/use-activity'
import { SetFacet } from '@/components/list/set-facet'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { type Intl as PersonIntl, useIntl } from '@/components/ui/intl'
import { lazyPart } from '@/components/ui/lazy-part'
import { MenuButton, type MenuProps } from '@/components/ui/menu-button'
import type { ActivityFilters } from '@/lib/audit/activity-query'
import { beginOf, spans } from '@/lib/audit/time-span'
import { fill } from '@/lib/messages/messages'
import { formatDateTime } from '@/lib/time'

const loadForms = () => import('@/components/activity/facet-forms')
const forms = {
  person: lazyPart(loadForms, (all) => all.PersonForm),
  customer: lazyPart(loadForms, (all) => all.CustomerForm),
  time: lazyPart(loadForms, (all) => all.TimeForm),
}
const KindMenu = lazyPart(
  () => import('@/components/activity/kind-menu'),
  (all) => all.KindMenu,
)

const unsetClass =
  'hover-fade inline-flex h-11 flex-none items-center gap-1 whitespace-nowrap rounded-2 px-2 text-text-2 hover:bg-press hover:text-text-1 aria-expanded:bg-press wide:h-7'
const setClass = 'flex h-full min-w-0 items-center gap-1.5 rounded-l-2 pl-2'

/** The span of an address in words: by its name, where it begins as that does. */
function timeText({ from, until }: ActivityFilters, { t, locale, zone, now }: PersonIntl): string | null {
  const named = until === null && spans.find((span) => from !== null && beginOf(span, now, zone) === from)
  if (named) return t.activity[named]
  const written = {
    from: from && formatDateTime(from, locale, zone),
    until: until && formatDateTime(until, locale, zone),
  }
  if (written.from && written.until) return fill(t.activity.span, { from: written.from, until: written.until })
  if (written.from) return fill(t.activity.since, { from: written.from })
  return written.until && fill(t.activity.before, { until: written.until })
}

/** What narrows the activity. A facet that is set says to what, and has its own way off. */
export function ActivityFacets({ activity }: { activity: Activity }) {
  const intl = useIntl()
  const { t } = intl
  const { query, filter, clear, isFiltered, page } = activity
  const [open, setOpen] = useState<keyof typeof forms | 'kind' | null>(null)

  const facet = (name: keyof typeof forms, value: string | null, off: Partial<ActivityFilters>) => {
    const Form = forms[name]
    const label = t.activity[name]
    const look = {
      'aria-haspopup': 'dialog' as const,
      'aria-expanded': open === name,
      onClick: () => setOpen(open === name ? null : name),
    }
    return (
      <span className="relative min-w-0">
        {value === null ? (
          <button type="button" {...look} className={`${unsetClass} ${name === 'person' ? '-ml-2' : ''}`}>
            {label}
            <Icon of={ChevronDown} className="text-text-3" />
          </button>
        ) : (
          <SetFacet label={label} value={value} onRemove={() => filter(off)}>
            {(content) => (
              <button type="button" {...look} className={setClass}>
                {content}
              </button>
            )}
          </SetFacet>
        )}
        {open === name && (
          <Suspense>
            <Form query={query} filter={filter} events={page?.events ?? []} onClose={() => setOpen(null)} />
          </Suspense>
        )}
      </span>
    )
  }

  const kindMenu = {
    open: open === 'kind',
    onOpenChange: (isOpen: boolean) => setOpen(isOpen ? 'kind' : null),
    renderMenu: (menu: MenuProps) => <KindMenu {...menu} kind={query.kind} onChange={(kind) => filter({ kind })} />,
  }
  return (
    <fieldset className="flex min-w-0 flex-wrap items-center gap-x-1.5 gap-y-2 px-3 py-2 wide:min-h-(--h-filter) wide:py-1">
      <legend className="sr-only">{t.filters.label}</legend>
      {facet('person', query.person, { person: null })}
      {facet('customer', query.customer, { customer: null })}
      {query.kind === null ? (
        <MenuButton {...kindMenu} className={unsetClass}>
          {t.activity.kind}
          <Icon of={ChevronDown} className="text-text-3" />
        </MenuButton>
      ) : (
        <SetFacet label={t.activity.kind} value={t.activity.kinds[query.kind]} onRemove={() => filter({ kind: null })}>
          {(content) => (
            <MenuButton {...kindMenu} className={setClass}>
              {content}
            </MenuButton>
          )}
        </SetFacet>
      )}
      {facet('time', timeText(query, intl), { from: null, until: null })}
      {isFiltered && (
        <Button variant="plain" className="max-wide:h-11" onClick={clear}>
          {t.filters.clear}
        </Button>
      )}
    </fieldset>
  )
}
