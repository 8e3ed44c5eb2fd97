'use client'

import { useQuery } from '@tanstack/react-query'
import { ChevronDown, ListFilter } from 'lucide-react'
import { lazy, useState } from 'react'
import { customerRequests } from '@/components/customers/customer-requests'
import { DeletedSwitch } from '@/components/customers/deleted-switch'
import { facetClass, SetFacet } from '@/components/customers/facet'
import type { CustomerQueryChange } from '@/components/customers/use-customer-query'
import { Button } from '@/components/ui/button'
import { useCommand } from '@/components/ui/commands'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { Kbd } from '@/components/ui/kbd'
import { MenuButton } from '@/components/ui/menu-button'
import { useWritePhone } from '@/components/ui/phone'
import { type CustomerFilters, isFiltered } from '@/lib/customers/customer-query'

const loadMenus = () => import('@/components/customers/filter-menus')
const TypeMenu = lazy(() => loadMenus().then(({ TypeMenu }) => ({ default: TypeMenu })))
const TagMenu = lazy(() => loadMenus().then(({ TagMenu }) => ({ default: TagMenu })))
const NarrowMenu = lazy(() => loadMenus().then(({ NarrowMenu }) => ({ default: NarrowMenu })))

type FilterBarProps = { accountId: string; filters: CustomerFilters; change: CustomerQueryChange }

type OpenMenu = 'type' | 'tag' | 'narrow' | null

/** What narrows the list. A facet that is set is the chip of what is applied, with its own way off. */
export function FilterBar({ accountId, filters, change }: FilterBarProps) {
  const { t } = useIntl()
  const writePhone = useWritePhone()
  const [menu, setMenu] = useState<OpenMenu>(null)
  const tags = useQuery({
    ...customerRequests.tags(accountId),
    enabled: filters.tag_id !== null || menu === 'tag' || menu === 'narrow',
  })
  const tagName = tags.data?.tags.find(({ id }) => id === filters.tag_id)?.tag
  const props = { filters, change, tags }

  const openMenu = (name: OpenMenu) => () => {
    setMenu(name)
    return true
  }
  useCommand({
    id: 'filter-type',
    keys: ['f'],
    title: t.shortcuts.filterType,
    group: 'find',
    run: openMenu('type'),
  })
  useCommand({ id: 'filter-tag', keys: ['t'], title: t.shortcuts.filterTag, group: 'find', run: openMenu('tag') })

  const facetMenu = (name: 'type' | 'tag', label: string, value: string | null, clear: () => void) => {
    const common = {
      open: menu === name,
      onOpenChange: (open: boolean) => setMenu(open ? name : null),
      preload: loadMenus,
      renderMenu: (parts: Parameters<React.ComponentProps<typeof MenuButton>['renderMenu']>[0]) =>
        name === 'type' ? <TypeMenu {...parts} {...props} /> : <TagMenu {...parts} {...props} />,
    }
    if (value === null)
      return (
        <MenuButton
          {...common}
          className={`${facetClass} hidden wide:inline-flex ${name === 'type' ? 'wide:-ml-2' : ''}`}
        >
          {label}
          <Icon of={ChevronDown} className="text-text-3" />
        </MenuButton>
      )
    return (
      <SetFacet label={label} value={value} onRemove={clear}>
        {(content) => (
          <MenuButton {...common} className="flex h-full min-w-0 items-center gap-1.5 rounded-l-2 pl-2">
            {content}
          </MenuButton>
        )}
      </SetFacet>
    )
  }
  const setCount = [
    filters.type,
    filters.tag_id,
    filters.email,
    filters.phone_number,
    filters.include_deleted || null,
  ].filter((value) => value !== null).length

  return (
    <fieldset className="flex min-w-0 flex-wrap items-center gap-2 wide:flex-nowrap wide:gap-1.5">
      <legend className="sr-only">{t.filters.label}</legend>
      <span className="contents wide:hidden">
        <MenuButton
          open={menu === 'narrow'}
          onOpenChange={(open) => setMenu(open ? 'narrow' : null)}
          preload={loadMenus}
          className="inline-flex h-11 items-center gap-1.5 rounded-2 border border-line-strong px-2.5 font-medium"
          renderMenu={(parts) => <NarrowMenu {...parts} {...props} />}
        >
          <Icon of={ListFilter} />
          {t.filters.narrow}
          {setCount > 0 && <Kbd>{setCount}</Kbd>}
        </MenuButton>
      </span>
      {facetMenu(
        'type',
        t.filters.type,
        filters.type && (filters.type === 'any' ? t.filters.any : t.types[filters.type]),
        () => void change.filter({ type: null }),
      )}
      {facetMenu(
        'tag',
        t.filters.tag,
        filters.tag_id && (tagName ?? (tags.data ? t.filters.unknownTag : t.filters.loading)),
        () => void change.filter({ tag_id: null }),
      )}
      {filters.email && (
        <SetFacet label={t.filters.email} value={filters.email} onRemove={() => void change.filter({ email: null })} />
      )}
      {filters.phone_number && (
        <SetFacet
          label={t.filters.phone}
          value={writePhone(filters.phone_number)}
          onRemove={() => void change.filter({ phone_number: null })}
        />
      )}
      <DeletedSwitch
        on={filters.include_deleted}
        onChange={(include_deleted) => void change.filter({ include_deleted })}
      />
      {isFiltered({ ...filters, search: null }) && (
        <span className="hidden wide:contents">
          <Button
            variant="plain"
            onClick={() =>
              void change.filter({ type: null, tag_id: null, email: null, phone_number: null, include_deleted: false })
            }
          >
            {t.filters.clear}
          </Button>
        </span>
      )}
    </fieldset>
  )
}
