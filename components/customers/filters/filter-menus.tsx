'use client'

import type { UseQueryResult } from '@tanstack/react-query'
import type { OpenFilter } from '@/components/customers/filters/facet'
import { useTagCounts } from '@/components/customers/filters/use-tag-counts'
import type { CustomerUrl } from '@/components/customers/use-customer-url'
import { useIntl } from '@/components/ui/intl'
import { Menu, MenuCaption, MenuChoice, MenuChoices, MenuItem, MenuRule } from '@/components/ui/menu'
import type { MenuProps } from '@/components/ui/menu-button'
import { Text } from '@/components/ui/text'
import type { ApiError } from '@/lib/api/errors'
import type { ListFilters } from '@/lib/customers/filters/customer-query'
import { type CustomerTypeFilter, customerTypeFilters } from '@/lib/customers/filters/customer-type-filter'
import type { TagsAnswer } from '@/lib/customers/model/customer'

type FilterProps = {
  accountId: string
  filters: ListFilters
  setFilters: CustomerUrl['setFilters']
  tags: UseQueryResult<TagsAnswer, ApiError>
  onOpen: (filter: OpenFilter) => void
}

/** The value of a choice that sets nothing. */
const none = ''

function TypeChoices({ filters, setFilters }: FilterProps) {
  const { t } = useIntl()
  const choose = (value: string) => setFilters({ type: customerTypeFilters.find((type) => type === value) ?? null })
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

function TagChoices({ accountId, filters, setFilters, tags }: FilterProps) {
  const { t, locale } = useIntl()
  const sorted = [...(tags.data?.tags ?? [])].sort((a, b) => a.tag.localeCompare(b.tag, locale))
  const counts = useTagCounts(accountId, sorted)
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
      <MenuChoices label={t.filters.tag} value={filters.tag_id ?? none} onChange={(tag_id) => setFilters({ tag_id })}>
        {sorted.map(({ id, tag }) => (
          <MenuChoice key={id} value={id} note={counts.of(id)}>
            <Text>{tag}</Text>
          </MenuChoice>
        ))}
      </MenuChoices>
      {sorted.length > 0 && !counts.isAsked && (
        <>
          <MenuRule />
          <MenuItem stays onSelect={counts.ask}>
            {t.filters.countTags}
          </MenuItem>
        </>
      )}
    </>
  )
}

/** Deleted customers left out, among the rows, or alone. */
function DeletedChoices({ filters, setFilters }: FilterProps) {
  const { t } = useIntl()
  const choose = (value: string) =>
    setFilters(value === 'deleted' ? { only: 'deleted' } : { only: null, include_deleted: value === 'shown' })
  return (
    <>
      <MenuCaption>{t.filters.deleted}</MenuCaption>
      <MenuChoices
        label={t.filters.deleted}
        value={filters.only ?? (filters.include_deleted ? 'shown' : 'hidden')}
        onChange={choose}
      >
        <MenuChoice value="hidden">{t.filters.deletedHidden}</MenuChoice>
        <MenuChoice value="shown">{t.filters.deletedShown}</MenuChoice>
        <MenuChoice value="deleted" note={t.filters.onlyNote}>
          {t.filters.deletedOnly}
        </MenuChoice>
      </MenuChoices>
    </>
  )
}

/** Everything in one menu, where the screen is narrow. */
function NarrowChoices(props: FilterProps) {
  const { t } = useIntl()
  return (
    <>
      <DeletedChoices {...props} />
      <MenuRule />
      {(['attribute', 'token', 'since'] as const).map((name) => (
        <MenuItem key={name} onSelect={() => props.onOpen(name)}>
          {t.filters[name]} …
        </MenuItem>
      ))}
      <MenuRule />
      <TypeChoices {...props} />
      <MenuRule />
      <TagChoices {...props} />
    </>
  )
}

const choices = { type: TypeChoices, tag: TagChoices, deleted: DeletedChoices, narrow: NarrowChoices }

type FilterMenuProps = MenuProps & FilterProps & { name: keyof typeof choices }

/** The menu of one filter, or of all. */
export function FilterMenu({ name, trigger, open, onOpenChange, ...props }: FilterMenuProps) {
  const Choices = choices[name]
  return (
    <Menu trigger={trigger} open={open} onOpenChange={onOpenChange}>
      <Choices {...props} />
    </Menu>
  )
}
