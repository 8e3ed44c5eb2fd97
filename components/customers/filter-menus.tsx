'use client'

import type { UseQueryResult } from '@tanstack/react-query'
import type { CustomerQueryChange } from '@/components/customers/use-customer-query'
import { useIntl } from '@/components/ui/intl'
import { Menu, MenuCaption, MenuChoice, MenuChoices, MenuItem, MenuRule, MenuSwitch } from '@/components/ui/menu'
import type { MenuProps } from '@/components/ui/menu-button'
import { Text } from '@/components/ui/text'
import type { ApiError } from '@/lib/api-error'
import type { TagsAnswer } from '@/lib/customers/customer'
import type { CustomerFilters } from '@/lib/customers/customer-query'
import { type CustomerTypeFilter, customerTypeFilters } from '@/lib/customers/customer-type-filter'

type FilterProps = { filters: CustomerFilters; change: CustomerQueryChange; tags: UseQueryResult<TagsAnswer, ApiError> }

/** The value of a choice that sets nothing. */
const none = ''

function TypeChoices({ filters, change }: FilterProps) {
  const { t } = useIntl()
  const choose = (value: string) =>
    void change.filter({ type: customerTypeFilters.find((type) => type === value) ?? null })
  const name = (type: CustomerTypeFilter) => (type === 'any' ? t.filters.anyType : t.types[type])
  return (
    <>
      <MenuCaption>{t.filters.type}</MenuCaption>
      <MenuChoices label={t.filters.type} value={filters.type ?? none} onChange={choose}>
        <MenuChoice value={none}>{t.filters.everyTypeButContact}</MenuChoice>
        {customerTypeFilters.map((type) => (
          <MenuChoice key={type} value={type} note={type === 'any' ? t.filters.anyNote : undefined}>
            {name(type)}
          </MenuChoice>
        ))}
      </MenuChoices>
    </>
  )
}

function TagChoices({ filters, change, tags }: FilterProps) {
  const { t, locale } = useIntl()
  const sorted = [...(tags.data?.tags ?? [])].sort((a, b) => a.tag.localeCompare(b.tag, locale))
  return (
    <>
      <MenuCaption>{t.filters.tag}</MenuCaption>
      {tags.isPending && <MenuItem disabled>{t.filters.loading}</MenuItem>}
      {tags.isError && (
        <>
          <MenuItem disabled>{t.filters.tagsFailed}</MenuItem>
          <MenuItem onSelect={() => void tags.refetch()}>{t.errors.tryAgain}</MenuItem>
        </>
      )}
      {tags.isSuccess && sorted.length === 0 && <MenuItem disabled>{t.filters.noTags}</MenuItem>}
      <MenuChoices
        label={t.filters.tag}
        value={filters.tag_id ?? none}
        onChange={(tag_id) => void change.filter({ tag_id })}
      >
        {sorted.map(({ id, tag }) => (
          <MenuChoice key={id} value={id}>
            <Text>{tag}</Text>
          </MenuChoice>
        ))}
      </MenuChoices>
    </>
  )
}

export function TypeMenu({ filters, change, tags, ...menu }: MenuProps & FilterProps) {
  return (
    <Menu {...menu}>
      <TypeChoices filters={filters} change={change} tags={tags} />
    </Menu>
  )
}

export function TagMenu({ filters, change, tags, ...menu }: MenuProps & FilterProps) {
  return (
    <Menu {...menu}>
      <TagChoices filters={filters} change={change} tags={tags} />
    </Menu>
  )
}

/** Everything in one menu, where the screen is narrow. */
export function NarrowMenu({ filters, change, tags, ...menu }: MenuProps & FilterProps) {
  const { t } = useIntl()
  const props = { filters, change, tags }
  return (
    <Menu {...menu}>
      <MenuSwitch
        checked={filters.include_deleted}
        onChange={(include_deleted) => void change.filter({ include_deleted })}
      >
        {t.filters.showDeleted}
      </MenuSwitch>
      <MenuRule />
      <TypeChoices {...props} />
      <MenuRule />
      <TagChoices {...props} />
    </Menu>
  )
}
