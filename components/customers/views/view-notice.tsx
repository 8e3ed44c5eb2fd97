'use client'

import { useQuery } from '@tanstack/react-query'
import { Bookmark } from 'lucide'
import { useEffect, useEffectEvent } from 'react'
import type { CustomerUrl } from '@/components/customers/use-customer-url'
import type { Views } from '@/components/customers/views/use-views'
import { useIntl } from '@/components/ui/intl'
import { Strip } from '@/components/ui/strip'
import { Text } from '@/components/ui/text'
import { accountQueries } from '@/lib/api/queries/account'
import { fromPairs, toPairs } from '@/lib/customers/filters/attribute-pairs'
import { filters as allFilters } from '@/lib/customers/filters/registry'
import { fill, type Messages } from '@/lib/messages/messages'

/** The parameters whose values somebody who sees masked customers does not get from a colleague. */
const masked = /^(search|email|phone_number|token_value)$/

function nameOf(param: string, t: Messages): string {
  const own = { columns: t.views.columns, search: t.views.text, email: t.record.email, phone_number: t.record.phone }
  if (Object.hasOwn(own, param)) return own[param as keyof typeof own]
  const filter = allFilters.find(({ params, pageParams }) => Object.hasOwn({ ...params, ...pageParams }, param))
  return filter?.label?.(t) ?? param
}

type ViewNoticeProps = { views: Pick<Views, 'open' | 'accountId'>; url: Pick<CustomerUrl, 'filters' | 'setFilters'> }

/** What the open view holds and the list leaves out: it is not understood, not shown to this role, or not in the account any more. */
export function ViewNotice({ views, url }: ViewNoticeProps) {
  const { t } = useIntl()
  const words = t.views.leftOut
  const { open, accountId } = views
  const kept = new URLSearchParams(open?.query)
  const tagId = kept.get('tag_id')
  const names = kept.getAll('attributes_keys')
  const tags = useQuery({ ...accountQueries.tags(accountId), enabled: tagId !== null }).data?.tags
  const settings = useQuery({ ...accountQueries.settings(accountId), enabled: names.length > 0 }).data
  const isTagGone = tagId !== null && tags !== undefined && !tags.some(({ id }) => id === tagId)
  const goneNames = settings ? names.filter((name) => !settings.attributes.some((one) => one.name === name)) : []

  const { filters, setFilters } = url
  const leaveOut = useEffectEvent(() => {
    const pairs = toPairs(filters).filter(({ name }) => !goneNames.includes(name))
    void setFilters(
      { ...(isTagGone && filters.tag_id === tagId && { tag_id: null }), ...fromPairs(pairs) },
      { history: 'replace' },
    )
  })
  // Only the account knows what is gone, and its answer comes after the view is open: nobody has it, so nobody would be found.
  // Tags and attributes come apart, each when it will.
  const gone = [...(isTagGone ? [tagId] : []), ...goneNames].join('\n')
  useEffect(() => {
    if (gone !== '') leaveOut()
  }, [gone])

  if (open === null) return null
  const isHidden = (param: string) => open.owner !== null && masked.test(param)
  const parts = [
    { text: words.gone, what: [...(isTagGone ? [t.filters.tag] : []), ...goneNames] },
    { text: words.masked, what: open.left_out.filter(isHidden).map((param) => nameOf(param, t)) },
    { text: words.unknown, what: open.left_out.filter((param) => !isHidden(param)).map((param) => nameOf(param, t)) },
  ].filter(({ what }) => what.length > 0)
  if (parts.length === 0) return null
  return (
    <Strip tone="warn" icon={Bookmark}>
      {parts.map(({ text, what }) => (
        <span key={text} className="pr-2">
          <Text translate="yes">{fill(text, { what: [...new Set(what)].join(', ') })}</Text>
        </span>
      ))}
    </Strip>
  )
}
