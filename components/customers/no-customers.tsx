'use client'

import { useRouter } from 'next/navigation'
import { ActionLine, AlternativeLine } from '@/components/customers/alternative-line'
import type { CustomerList } from '@/components/customers/use-customer-list'
import { Button } from '@/components/ui/button'
import { useIntl } from '@/components/ui/intl'
import { usePageFlag } from '@/components/ui/page/page-flag'
import { useFormatPhone } from '@/components/ui/phone'
import { StateMessage } from '@/components/ui/state-message'
import { Text } from '@/components/ui/text'
import { maskedFlag } from '@/lib/access'
import type { AccountName } from '@/lib/account'
import { routes } from '@/lib/api/routes'
import { type Alternative, findAlternatives } from '@/lib/customers/filters/alternatives'
import {
  type CustomerFilters,
  isFiltered,
  noFilters,
  serializeCustomerFilters,
} from '@/lib/customers/filters/customer-query'
import { isOrganizationNumber } from '@/lib/customers/format/organization-number'
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
      {before}
      <Text>{value}</Text>
      {after}
    </span>
  )
}

/** The alternatives that search for a part of an email or a phone. */
const partKinds: ReadonlySet<Alternative['kind']> = new Set(['email_begins', 'phone_begins'])

type NoCustomersProps = { accountId: string; accounts: AccountName[]; list: CustomerList }

/** In place of an empty list: the account has no customers, none match, or none follow the last page. */
export function NoCustomers({ accountId, accounts, list }: NoCustomersProps) {
  const { t } = useIntl()
  const router = useRouter()
  const isMasked = usePageFlag(maskedFlag)
  const { empty } = t
  const { filters, setFilters, goToFirstPage } = list.url
  if (!list.isFirstPage)
    return (
      <StateMessage title={empty.pastEnd.title} actions={<Button onClick={goToFirstPage}>{t.pager.first}</Button>}>
        {empty.pastEnd.text}
      </StateMessage>
    )
  if (!isFiltered(filters))
    return <StateMessage title={empty.account.title}>{fill(empty.account.text, { account: accountId })}</StateMessage>

  // A search that stopped early has not looked at everybody: its notice says why.
  if (list.looked?.at === null) return <StateMessage title={empty.stopped.title}>{empty.stopped.text}</StateMessage>
  const alternatives = findAlternatives(filters, accountId, accounts).filter(
    ({ kind }) => !(partKinds.has(kind) && isMasked),
  )
  const show = (alternative: Alternative) => {
    if (alternative.accountId === accountId) return setFilters(alternative.filters)
    router.push(routes.customers(alternative.accountId, serializeCustomerFilters(alternative.filters)))
  }
  const isNumber = filters.search !== null && isOrganizationNumber(filters.search)
  return (
    <div role="status" className="min-w-0">
      <StateMessage title={<NoMatchTitle filters={filters} isByWord={list.looked !== undefined} />}>
        <p>
          {isNumber
            ? empty.noMatch.organizationNumber
            : filters.search === null
              ? empty.noMatch.textExact
              : isMasked
                ? empty.noMatch.textMasked
                : empty.noMatch.text}
        </p>
        <ol className="pt-3 text-text-1">
          {alternatives.map((alternative, index) => (
            <AlternativeLine
              key={`${alternative.kind} ${alternative.value}`}
              index={index + 1}
              alternative={alternative}
              onShow={() => show(alternative)}
            />
          ))}
          <ActionLine
            index={alternatives.length + 1}
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
