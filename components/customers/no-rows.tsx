'use client'

import { ChevronRight } from 'lucide-react'
import type { CustomerQueryChange } from '@/components/customers/use-customer-query'
import { Button } from '@/components/ui/button'
import { useCommand } from '@/components/ui/commands'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { Kbd } from '@/components/ui/kbd'
import { Say } from '@/components/ui/say'
import { Text } from '@/components/ui/text'
import { type CustomerQuery, isFiltered } from '@/lib/customers/customer-query'
import { fill } from '@/lib/messages/messages'

type NoRowsProps = { accountId: string; query: CustomerQuery; change: CustomerQueryChange }

type Offer = { id: string; title: string; note: string; take: () => void }

function OfferRow({ index, offer, show }: { index: number; offer: Offer; show: string }) {
  useCommand({
    id: `offer-${offer.id}`,
    keys: [String(index)],
    title: offer.title,
    group: 'list',
    run: () => {
      offer.take()
      return true
    },
  })
  return (
    <li className="border-line-row border-b first:border-t">
      <button
        type="button"
        onClick={offer.take}
        className="hover-fade flex min-h-11 w-full items-center gap-3 text-left hover:bg-hover wide:min-h-9"
      >
        <Kbd className="w-[18px] px-0">{index}</Kbd>
        <span className="min-w-0 flex-auto">
          {offer.title} <span className="text-text-2">{offer.note}</span>
        </span>
        <span className="flex items-center gap-1 text-accent-text">
          {show}
          <Icon of={ChevronRight} />
        </span>
      </button>
    </li>
  )
}

/** An empty list, told apart: nothing in the account, nothing that matches, nothing after this page. */
export function NoRows({ accountId, query, change }: NoRowsProps) {
  const { t } = useIntl()
  const { empty } = t
  if (query.starting_after !== null)
    return (
      <Say
        title={empty.pastEnd.title}
        actions={<Button onClick={() => void change.firstPage()}>{t.pager.first}</Button>}
      >
        {empty.pastEnd.text}
      </Say>
    )
  if (!isFiltered(query))
    return <Say title={empty.account.title}>{fill(empty.account.text, { account: accountId })}</Say>

  const nothing = { search: null, email: null, phone_number: null, type: null, tag_id: null, include_deleted: false }
  const offers: Offer[] = [
    {
      id: 'contacts',
      title: empty.noMatch.contacts,
      note: 'type=any',
      take: () => void change.filter({ type: 'any' }),
    },
    {
      id: 'deleted',
      title: empty.noMatch.deleted,
      note: 'include_deleted=true',
      take: () => void change.filter({ include_deleted: true }),
    },
    { id: 'clear', title: empty.noMatch.clear, note: '', take: () => void change.filter(nothing) },
  ]
  const useful = offers.filter(({ id }) =>
    id === 'contacts' ? query.type !== 'any' && query.type !== 'contact' : id !== 'deleted' || !query.include_deleted,
  )
  const [before = '', after = ''] = empty.noMatch.titleSearch.split('{search}')
  return (
    <div role="status">
      <Say
        title={
          query.search === null ? (
            empty.noMatch.title
          ) : (
            <span className="wrap-anywhere">
              {before}
              <Text>{query.search}</Text>
              {after}
            </span>
          )
        }
      >
        <p>{empty.noMatch.text}</p>
        <ol className="pt-3 text-text-1">
          {useful.map((offer, index) => (
            <OfferRow key={offer.id} index={index + 1} offer={offer} show={empty.noMatch.show} />
          ))}
        </ol>
      </Say>
    </div>
  )
}
