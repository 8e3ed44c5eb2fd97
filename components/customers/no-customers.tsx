'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ActionLine, AlternativeLine } from '@/components/customers/alternative-line'
import { useTokenTypes } from '@/components/customers/filters/use-token-types'
import { searchFieldOf } from '@/components/customers/search-field'
import type { CustomerList } from '@/components/customers/use-customer-list'
import { Button } from '@/components/ui/button'
import { useIntl } from '@/components/ui/intl'
import { usePageFlag, usePageFlagValues } from '@/components/ui/page/page-flag'
import { useFormatPhone } from '@/components/ui/phone'
import { StateMessage } from '@/components/ui/state-message'
import { Text } from '@/components/ui/text'
import { maskedFlag } from '@/lib/access'
import type { AccountName } from '@/lib/account'
import { aroundRoutes } from '@/lib/api/around-routes'
import { routes } from '@/lib/api/routes'
import { type Alternative, findAlternatives } from '@/lib/customers/alternatives/find-alternatives'
import { findSpellings } from '@/lib/customers/alternatives/spellings'
import {
  type CustomerFilters,
  isFiltered,
  noFilters,
  serializeCustomerFilters,
} from '@/lib/customers/filters/customer-query'
import { isOrganizationNumber } from '@/lib/customers/format/organization-number'
import { hiddenSectionsFlag } from '@/lib/customers/model/record-section'
import { phoneCountriesFlag } from '@/lib/customers/search-text/clean/phone-countries'
import { isHidden } from '@/lib/customers/search-text/operators/operators'
import { otherReadingsOfPhone, withCountryCode } from '@/lib/customers/search-text/recognise-phone'
import { fill } from '@/lib/messages/messages'

/** The title of a list that nothing matches, with the value that was searched. */
function NoMatchTitle({ filters, isByWord }: { filters: CustomerFilters; isByWord: boolean }) {
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
      <span>{before}</span>
      <Text>{value}</Text>
      <span>{after}</span>
    </span>
  )
}

/** The digits that may be the number of a receipt, such as a scanned one; null for any other search. */
const receiptNumberIn = ({ search }: CustomerFilters) => (search !== null && /^\d{4,}$/.test(search) ? search : null)

/** How many spellings are offered. */
const maxSpellings = 4
/** How many types of token are offered for a number. */
const maxTokenTypes = 3

/** The list without customers, for as long as other rows are on their way: what is said is about the query that found nobody. */
function useFreshList(list: CustomerList): CustomerList {
  const [fresh, setFresh] = useState(list)
  if (list.isFresh && list !== fresh) setFresh(list)
  return fresh
}

type NoCustomersProps = { accountId: string; accounts: AccountName[]; list: CustomerList }

/** In place of an empty list: the account has no customers, none match, or none follow the last page. */
export function NoCustomers({ accountId, accounts, ...props }: NoCustomersProps) {
  const { t } = useIntl()
  const list = useFreshList(props.list)
  const router = useRouter()
  const isMasked = usePageFlag(maskedFlag)
  const countries = usePageFlagValues(phoneCountriesFlag)
  const hiddenSections = usePageFlagValues(hiddenSectionsFlag)
  const tokenTypes = useTokenTypes(accountId).ofNumbers.slice(0, maxTokenTypes)
  const { empty } = t
  const { filters, setFilters, goToFirstPage } = list.url
  if (!list.isFirstPage)
    return (
      <StateMessage
        isAnnounced
        title={empty.pastEnd.title}
        actions={<Button onClick={goToFirstPage}>{t.pager.first}</Button>}
      >
        {empty.pastEnd.text}
      </StateMessage>
    )
  // A search that stopped early has not looked at everybody: its notice says why.
  if (list.looked?.at === null)
    return (
      <StateMessage isAnnounced title={empty.stopped.title}>
        {empty.stopped.text}
      </StateMessage>
    )
  const alternatives = findAlternatives(
    { filters, accountId, accounts, isMasked },
    {
      findSpellings: (text) => findSpellings(text, maxSpellings),
      otherReadingsOfPhone: (digits) => otherReadingsOfPhone(digits, countries),
      withCountryCode: (digits) => withCountryCode(digits, countries),
      tokenTypes,
    },
  )
  const show = (alternative: Alternative) => {
    if (alternative.accountId === accountId) return setFilters(alternative.filters)
    router.push(routes.customers(alternative.accountId, serializeCustomerFilters(alternative.filters)))
  }
  const lines = alternatives.map((alternative, index) => (
    <AlternativeLine
      key={`${alternative.accountId} ${alternative.kind} ${serializeCustomerFilters({ ...alternative.filters })}`}
      index={index + 1}
      alternative={alternative}
      pageSize={list.url.query.limit}
      onShow={() => show(alternative)}
    />
  ))
  if (!isFiltered(filters))
    return (
      <StateMessage isAnnounced title={empty.account.title}>
        <p>{fill(empty.account.text, { account: accountId })}</p>
        <ol className="pt-3 text-text-1">{lines}</ol>
      </StateMessage>
    )
  const isBesideFilters = isFiltered({ ...filters, [searchFieldOf(filters)]: null })
  const noted = (text: string) => fill(text, { filters: isBesideFilters ? empty.noMatch.filters : '' })
  const receipt = isHidden('receipt', { hiddenSections }) ? null : receiptNumberIn(filters)
  const isNumber = filters.search !== null && isOrganizationNumber(filters.search)
  return (
    <StateMessage isAnnounced title={<NoMatchTitle filters={filters} isByWord={list.looked !== undefined} />}>
      <p>
        {isNumber
          ? empty.noMatch.organizationNumber
          : filters.search === null
            ? noted(empty.noMatch.textExact)
            : isMasked
              ? noted(empty.noMatch.textMasked)
              : noted(empty.noMatch.text)}
      </p>
      <ol className="pt-3 text-text-1">
        {lines}
        {receipt !== null && (
          <ActionLine
            index={alternatives.length + 1}
            id="receipt"
            title={<Text translate="yes">{fill(empty.noMatch.receipt, { number: receipt })}</Text>}
            name={fill(empty.noMatch.receipt, { number: receipt })}
            state=""
            step={empty.show}
            run={() => router.push(aroundRoutes.receiptsByNumber(accountId, receipt))}
          />
        )}
        <ActionLine
          index={alternatives.length + (receipt === null ? 1 : 2)}
          id="clear"
          title={empty.noMatch.clear}
          name={empty.noMatch.clear}
          state=""
          step={empty.show}
          run={() => setFilters({ ...noFilters, only: null })}
        />
      </ol>
    </StateMessage>
  )
}
