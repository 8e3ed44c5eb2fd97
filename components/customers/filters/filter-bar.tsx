'use client'

import { useQuery } from '@tanstack/react-query'
import { ChevronDown, ListFilter } from 'lucide'
import { type ComponentProps, memo, type ReactNode, Suspense, useState } from 'react'
import { DeletedSwitch } from '@/components/customers/filters/deleted-switch'
import { facetClass, type OpenFilter } from '@/components/customers/filters/facet'
import { searchFieldOf } from '@/components/customers/search/search-field'
import type { CustomerUrl } from '@/components/customers/use-customer-url'
import { Button } from '@/components/ui/button'
import { useCommand } from '@/components/ui/commands'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { Kbd } from '@/components/ui/kbd'
import { lazyPart } from '@/components/ui/lazy-part'
import { MenuButton, type MenuProps } from '@/components/ui/menu-button'
import { useWritePhone } from '@/components/ui/phone'
import { accountQueries } from '@/lib/api/queries/account'
import { fromPairs, toPairs } from '@/lib/customers/filters/attribute-pairs'
import type { ListFilters } from '@/lib/customers/filters/customer-query'
import { isFiltered, noFilters } from '@/lib/customers/filters/customer-query'
import { formatDateTime, zoneName } from '@/lib/time'

const LoadedFacet = lazyPart(
  () => import('@/components/list/set-facet'),
  (all) => all.SetFacet,
)

const FilterMenu = lazyPart(
  () => import('@/components/customers/filters/filter-menus'),
  (all) => all.FilterMenu,
)

const loadForms = () => import('@/components/customers/filters/filter-forms')
const forms = {
  attribute: lazyPart(loadForms, (all) => all.AttributeForm),
  token: lazyPart(loadForms, (all) => all.TokenForm),
  since: lazyPart(loadForms, (all) => all.SinceForm),
}

/** The chip of a filter that is set; its code comes with the first one. */
function SetFacet(props: ComponentProps<typeof LoadedFacet>) {
  return (
    <Suspense>
      <LoadedFacet {...props} />
    </Suspense>
  )
}

type FilterBarProps = {
  accountId: string
  filters: ListFilters
  setFilters: CustomerUrl['setFilters']
  phoneCountry: string
}

type FormName = keyof typeof forms

/** What narrows the list. A facet that is set is the chip of what is applied, with its own way off. */
export const FilterBar = memo(function FilterBar({ accountId, filters, setFilters, phoneCountry }: FilterBarProps) {
  const { t, locale, zone } = useIntl()
  const writePhone = useWritePhone()
  const [open, setOpen] = useState<OpenFilter>(null)
  const tags = useQuery({
    ...accountQueries.tags(accountId),
    enabled: filters.tag_id !== null || open === 'tag' || open === 'narrow',
  })
  const tagName = tags.data?.tags.find(({ id }) => id === filters.tag_id)?.tag
  const props = { accountId, filters, setFilters, tags, onOpen: setOpen }
  const pairs = toPairs(filters)

  const opens = (name: OpenFilter) => () => {
    setOpen(name)
    return true
  }
  useCommand({ id: 'filter-type', keys: ['f'], title: t.shortcuts.filterType, group: 'find', run: opens('type') })
  useCommand({ id: 'filter-tag', keys: ['t'], title: t.shortcuts.filterTag, group: 'find', run: opens('tag') })
  useCommand({
    id: 'filter-attribute',
    keys: ['a'],
    title: t.shortcuts.filterAttribute,
    group: 'find',
    run: opens('attribute'),
  })
  useCommand({ id: 'filter-since', keys: ['u'], title: t.shortcuts.filterSince, group: 'find', run: opens('since') })

  const unset = (label: string) => (
    <>
      {label}
      <Icon of={ChevronDown} className="text-text-3" />
    </>
  )
  const valueClass = 'flex h-full min-w-0 items-center gap-1.5 rounded-l-2 pl-2'

  const menuFacet = (name: 'type' | 'tag', label: string, value: string | null, clear: () => void) => {
    const common = {
      open: open === name,
      onOpenChange: (isOpen: boolean) => setOpen(isOpen ? name : null),
      renderMenu: (parts: MenuProps) => <FilterMenu {...parts} {...props} name={name} />,
    }
    if (value === null)
      return (
        <MenuButton
          {...common}
          className={`${facetClass} hidden wide:inline-flex ${name === 'type' ? 'wide:-ml-2' : ''}`}
        >
          {unset(label)}
        </MenuButton>
      )
    return (
      <SetFacet label={label} value={value} onRemove={clear}>
        {(content) => (
          <MenuButton {...common} className={valueClass}>
            {content}
          </MenuButton>
        )}
      </SetFacet>
    )
  }

  const formFacet = (name: FormName, label: string, set: { value: string; clear: () => void } | null) => {
    const Form = forms[name]
    const button = (className: string, content: ReactNode) => (
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open === name}
        className={className}
        onClick={() => setOpen(open === name ? null : name)}
      >
        {content}
      </button>
    )
    return (
      <span className={`relative min-w-0 ${set === null && open !== name ? 'hidden wide:inline' : ''}`}>
        {set === null ? (
          button(`${facetClass} hidden wide:inline-flex`, unset(label))
        ) : (
          <SetFacet label={label} value={set.value} onRemove={set.clear}>
            {(content) => button(valueClass, content)}
          </SetFacet>
        )}
        {open === name && (
          <Suspense>
            <Form
              accountId={accountId}
              filters={filters}
              setFilters={setFilters}
              phoneCountry={phoneCountry}
              onClose={() => setOpen(null)}
            />
          </Suspense>
        )}
      </span>
    )
  }

  const { token_type, token_value, since_datetime, include_deleted, only } = filters
  const beside = { ...filters, [searchFieldOf(filters)]: null }
  const setCount =
    [
      filters.type,
      filters.tag_id,
      token_type ?? token_value,
      since_datetime,
      beside.email,
      beside.phone_number,
      only,
      include_deleted || null,
    ].filter((value) => value !== null).length + pairs.length

  return (
    <fieldset className="flex min-w-0 flex-auto flex-wrap items-center gap-2 wide:gap-1.5">
      <legend className="sr-only">{t.filters.label}</legend>
      <span className="contents wide:hidden">
        <MenuButton
          open={open === 'narrow'}
          onOpenChange={(isOpen) => setOpen((now) => (isOpen ? 'narrow' : now === 'narrow' ? null : now))}
          className="inline-flex h-11 items-center gap-1.5 rounded-2 border border-line-strong px-2.5 font-medium"
          renderMenu={(parts) => <FilterMenu {...parts} {...props} name="narrow" />}
        >
          <Icon of={ListFilter} />
          {t.filters.narrow}
          {setCount > 0 && <Kbd>{setCount}</Kbd>}
        </MenuButton>
      </span>
      {menuFacet(
        'type',
        t.filters.type,
        filters.type && (filters.type === 'any' ? t.filters.any : t.types[filters.type]),
        () => setFilters({ type: null }),
      )}
      {menuFacet(
        'tag',
        t.filters.tag,
        filters.tag_id && (tagName ?? (tags.data ? t.filters.unknownTag : t.filters.loading)),
        () => setFilters({ tag_id: null }),
      )}
      {pairs.map(({ name, value }) => (
        <SetFacet
          key={name}
          label={name}
          value={value ?? t.filters.isThere}
          onRemove={() => setFilters(fromPairs(pairs.filter((pair) => pair.name !== name)))}
        />
      ))}
      {formFacet('attribute', t.filters.attribute, null)}
      {formFacet(
        'token',
        t.filters.token,
        token_type !== null || token_value !== null
          ? {
              value: [token_type, token_value].filter((part) => part !== null).join(' = '),
              clear: () => setFilters({ token_type: null, token_value: null }),
            }
          : null,
      )}
      {formFacet(
        'since',
        t.filters.since,
        since_datetime === null
          ? null
          : {
              value: `${formatDateTime(since_datetime, locale, zone)} ${zoneName(since_datetime, locale, zone)}`,
              clear: () => setFilters({ since_datetime: null }),
            },
      )}
      {beside.email && (
        <SetFacet label={t.filters.email} value={beside.email} onRemove={() => setFilters({ email: null })} />
      )}
      {beside.phone_number && (
        <SetFacet
          label={t.filters.phone}
          value={writePhone(beside.phone_number)}
          onRemove={() => setFilters({ phone_number: null })}
        />
      )}
      <DeletedSwitch
        value={only ?? (include_deleted ? 'shown' : 'hidden')}
        onChange={(on) => setFilters({ include_deleted: on, only: null })}
        menu={{
          open: open === 'deleted',
          onOpenChange: (isOpen) => setOpen(isOpen ? 'deleted' : null),
          renderMenu: (parts) => <FilterMenu {...parts} {...props} name="deleted" />,
        }}
      />
      {(isFiltered({ ...beside, search: null }) || only) && (
        <span className="hidden wide:contents">
          <Button
            variant="plain"
            onClick={() =>
              setFilters({
                ...noFilters,
                search: filters.search,
                [searchFieldOf(filters)]: filters[searchFieldOf(filters)],
                only: null,
              })
            }
          >
            {t.filters.clear}
          </Button>
        </span>
      )}
    </fieldset>
  )
})
