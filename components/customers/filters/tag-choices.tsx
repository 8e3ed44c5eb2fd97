'use client'

import type { FilterBarContext } from '@/components/customers/filters/filter-props'
import { useTagCounts } from '@/components/customers/filters/use-tag-counts'
import { useIntl } from '@/components/ui/intl'
import { MenuCaption, MenuChoice, MenuChoices, MenuItem, MenuRule } from '@/components/ui/menu'
import { Text } from '@/components/ui/text'

type TagChoicesProps = Pick<FilterBarContext, 'accountId' | 'filters' | 'setFilters' | 'tags'> & { label: string }

/** The tags of the account, with the number of their customers on demand. */
export function TagChoices({ label, accountId, filters, setFilters, tags }: TagChoicesProps) {
  const { t, locale } = useIntl()
  const sorted = [...(tags.data?.tags ?? [])].sort((a, b) => a.tag.localeCompare(b.tag, locale))
  const { isCounting, count, countOf } = useTagCounts(accountId, sorted)
  return (
    <>
      <MenuCaption>{label}</MenuCaption>
      {tags.isPending && <MenuItem disabled>{t.filters.loading}</MenuItem>}
      {tags.isError && (
        <>
          <MenuItem disabled>{t.filters.tagsFailed}</MenuItem>
          <MenuItem onSelect={() => void tags.refetch()}>{t.errors.tryAgain}</MenuItem>
        </>
      )}
      {tags.isSuccess && sorted.length === 0 && <MenuItem disabled>{t.filters.noTags}</MenuItem>}
      <MenuChoices label={label} value={filters.tag_id ?? ''} onChange={(tag_id) => setFilters({ tag_id })}>
        {sorted.map(({ id, tag }) => (
          <MenuChoice key={id} value={id} note={countOf(id)}>
            <Text>{tag}</Text>
          </MenuChoice>
        ))}
      </MenuChoices>
      {sorted.length > 0 && !isCounting && (
        <>
          <MenuRule />
          <MenuItem stays onSelect={count}>
            {t.filters.countTags}
          </MenuItem>
        </>
      )}
    </>
  )
}
