'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import type { useCustomerList } from '@/components/customers/use-customer-list'
import { Button } from '@/components/ui/button'
import { useCommand } from '@/components/ui/commands'
import { useIntl } from '@/components/ui/intl'
import { Kbd } from '@/components/ui/kbd'
import { useFormatPhone } from '@/components/ui/phone'
import { StateMessage } from '@/components/ui/state-message'
import { Text } from '@/components/ui/text'
import type { AccountName } from '@/lib/account'
import { customerQueries } from '@/lib/api/queries/customers'
import { routes } from '@/lib/api/routes'
import { type Alternative, findAlternatives } from '@/lib/customers/filters/alternatives'
import {
  type CustomerFilters,
  isFiltered,
  noFilters,
  serializeCustomerFilters,
} from '@/lib/customers/filters/customer-query'
import { isOrganizationNumber } from '@/lib/customers/format/organization-number'
import { fill, plural } from '@/lib/messages/messages'

type NoRowsProps = {
  accountId: string
  accounts: AccountName[]
  list: ReturnType<typeof useCustomerList>
}

type LineProps = {
  index: number
  id: string
  title: ReactNode
  name: string
  state: ReactNode
  step: string | null
  run: () => void
}

function Line({ index, id, title, name, state, step, run }: LineProps) {
  useCommand({
    id: `offer-${id}`,
    keys: [String(index)],
    title: name,
    group: 'list',
    run: () => {
      run()
      return true
    },
  })
  return (
    <li className="border-line-row border-b first:border-t">
      <button
        type="button"
        onClick={run}
        disabled={step === null}
        className="flex min-h-11 w-full items-center gap-3 text-left enabled:hover:bg-hover wide:min-h-9"
      >
        <Kbd className="w-[18px] px-0">{index}</Kbd>
        <span className="wrap-anywhere min-w-0 flex-auto py-1">{title}</span>
        <span className="flex-none text-text-2" role="status">
          {state}
        </span>
        <span className="w-10 flex-none text-right text-accent-text wide:w-14">{step}</span>
      </button>
    </li>
  )
}

/** One thing to try: asked for its count at the first press, shown at the second. */
function OfferLine({ index, offer, take }: { index: number; offer: Alternative; take: () => void }) {
  const { t, locale } = useIntl()
  const formatPhone = useFormatPhone()
  const queryClient = useQueryClient()
  const [isAsked, setIsAsked] = useState(false)
  const request = customerQueries.total(offer.accountId, offer.filters)
  const count = useQuery({ ...request, enabled: isAsked && !offer.isImpossible })
  const { offers } = t.empty
  const about = offer.kind.includes('plus') || offer.kind === 'phone_begins' ? formatPhone(offer.value) : offer.value
  const note = offer.isImpossible ? t.empty.keepsOnlyId : about
  const title = (
    <>
      {offers[offer.kind]} <span className="text-text-2">{note && <Text>{note}</Text>}</span>
    </>
  )
  const line = { index, id: `${offer.kind}-${index}`, title, name: offers[offer.kind] }
  if (offer.isImpossible) return <Line {...line} state={t.empty.cannotMatch} step={null} run={() => {}} />
  const stop = () => {
    setIsAsked(false)
    void queryClient.cancelQueries({ queryKey: request.queryKey })
  }
  if (!isAsked && !count.isSuccess)
    return <Line {...line} state={t.empty.notAsked} step={t.empty.ask} run={() => setIsAsked(true)} />
  if (count.isFetching) return <Line {...line} state={t.empty.asking} step={t.empty.stop} run={stop} />
  if (count.isError)
    return <Line {...line} state={t.empty.askFailed} step={t.errors.tryAgain} run={() => void count.refetch()} />
  const total = count.data?.total
  if (total === 0) return <Line {...line} state={plural(t.empty.found, 0, locale)} step={null} run={() => {}} />
  const state = typeof total === 'number' ? plural(t.empty.found, total, locale) : ''
  return <Line {...line} state={state} step={t.empty.show} run={take} />
}

function useTitle(filters: CustomerFilters, isByWord: boolean): ReactNode {
  const { t } = useIntl()
  const formatPhone = useFormatPhone()
  const { noMatch } = t.empty
  const { search, email, phone_number } = filters
  const [message, value] =
    search !== null
      ? [isByWord ? noMatch.titleWords : noMatch.titleSearch, search]
      : email !== null
        ? [noMatch.titleEmail, email]
        : phone_number !== null
          ? [noMatch.titlePhone, formatPhone(phone_number)]
          : [noMatch.title, '']
  const [before = '', after = ''] = message.split('{value}')
  return (
    <span className="wrap-anywhere">
      {before}
      <Text>{value}</Text>
      {after}
    </span>
  )
}

/** An empty list, told apart: nothing in the account, nothing that matches, nothing after this page. */
export function NoRows({ accountId, accounts, list }: NoRowsProps) {
  const { t } = useIntl()
  const router = useRouter()
  const { empty } = t
  const { filters, setFilters } = list
  const title = useTitle(filters, list.looked !== undefined)
  if (!list.isFirstPage)
    return (
      <StateMessage title={empty.pastEnd.title} actions={<Button onClick={list.goToFirstPage}>{t.pager.first}</Button>}>
        {empty.pastEnd.text}
      </StateMessage>
    )
  if (!isFiltered(filters))
    return <StateMessage title={empty.account.title}>{fill(empty.account.text, { account: accountId })}</StateMessage>

  const offers = findAlternatives(filters, accountId, accounts)
  const take = (offer: Alternative) => {
    if (offer.accountId === accountId) return setFilters(offer.filters)
    router.push(routes.customers(offer.accountId, serializeCustomerFilters(offer.filters)))
  }
  const isNumber = filters.search !== null && isOrganizationNumber(filters.search)
  return (
    <div role="status" className="min-w-0">
      <StateMessage title={title}>
        <p>
          {isNumber
            ? empty.noMatch.organizationNumber
            : filters.search === null
              ? empty.noMatch.textExact
              : empty.noMatch.text}
        </p>
        <ol className="pt-3 text-text-1">
          {offers.map((offer, index) => (
            <OfferLine key={`${offer.kind} ${offer.value}`} index={index + 1} offer={offer} take={() => take(offer)} />
          ))}
          <Line
            index={offers.length + 1}
            id="clear"
            title={empty.noMatch.clear}
            name={empty.noMatch.clear}
            state=""
            step={empty.show}
            run={() => setFilters({ ...noFilters, only: null })}
          />
        </ol>
      </StateMessage>
    </div>
  )
}
