'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { Search } from 'lucide'
import { useState } from 'react'
import { QueryFailure } from '@/components/record/facts/query-content'
import { RecordLink } from '@/components/record/facts/record-link'
import { useEveryPage } from '@/components/record/facts/use-every-page'
import { PurchaseMonths } from '@/components/record/purchases/purchase-months'
import { toPurchases } from '@/components/record/purchases/use-purchases'
import { useUnfolded } from '@/components/record/purchases/use-unfolded'
import type { SectionProps } from '@/components/record/sections/section'
import { Heading, type HeadingLevel } from '@/components/record/view/record-heading'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { firstReceipts, type ReceiptsPage, receiptQueries } from '@/lib/api/queries/receipts'
import { recordQueries } from '@/lib/api/queries/record'
import type { Customer } from '@/lib/customers/model/customer'
import { canBeCustomerId } from '@/lib/customers/model/customer-id'
import { displayName } from '@/lib/customers/model/display-name'
import { fill, plural } from '@/lib/messages/messages'

/** How many contacts are read: each is a call to Dintero, and an event in the audit log of that contact. */
const maxContacts = 20

/** The level of the heading: below that of the section (`sectionLevel`). */
const level = { page: 3, drawer: 4 } as const satisfies Record<SectionProps['layout'], HeadingLevel>

type OfContactProps = { accountId: string; contact: Customer; page: ReceiptsPage }

/** The first purchases of one contact, by month. */
function PurchasesOfContact({ accountId, contact, page }: OfContactProps) {
  const { t, locale } = useIntl()
  const { purchases, unfolded, toggle } = useUnfolded(accountId, toPurchases(page))
  const name = displayName(contact) || t.table.noName
  const counted = [plural(t.purchases.count, purchases.length, locale)]
  if (page.next !== null) counted.push(t.purchases.olderOnRecord)
  return (
    <section aria-label={name} className="pt-1">
      <p>
        <span className="font-medium">
          <RecordLink accountId={accountId} id={contact.customer_id} name={name} />
        </span>
        <span className="text-text-2">{` · ${counted.join(', ')}`}</span>
      </p>
      <PurchaseMonths
        accountId={accountId}
        customer={contact}
        purchases={purchases}
        unfolded={unfolded}
        onToggle={toggle}
      />
      {page.unreadable > 0 && <p className="text-text-2">{plural(t.purchases.unreadable, page.unreadable, locale)}</p>}
    </section>
  )
}

/** The contacts of a company that were found so far in the section of the contacts, or in the first step of their scan. */
function useFoundContacts(accountId: string, companyId: string): Customer[] {
  const { data } = useInfiniteQuery(recordQueries.contacts(accountId, companyId))
  return data?.pages.flatMap(({ customers }) => customers) ?? []
}

type Props = Pick<SectionProps, 'accountId' | 'customer' | 'layout'>

/** What the contacts of a company have bought under their own ids. It is read at a press, contact by contact. */
export function ContactPurchases({ accountId, customer, layout }: Props) {
  const { t, locale } = useIntl()
  const found = useFoundContacts(accountId, customer.customer_id)
  const readable = found.filter(({ customer_id }) => canBeCustomerId(customer_id)).slice(0, maxContacts)
  const [requested, setRequested] = useState<string[]>([])
  const query = useInfiniteQuery(receiptQueries.byContacts(accountId, customer.customer_id, requested))
  useEveryPage(query)
  const { data, error, hasNextPage } = query
  if (found.length === 0) return null
  const pages = data?.pages.flat() ?? []
  const isDone = data !== undefined && !hasNextPage
  const bought = pages.flatMap((page) => {
    const contact = found.find(({ customer_id }) => customer_id === page.customerId)
    return contact && page.receipts.length + page.unreadable > 0 ? [{ contact, page }] : []
  })
  // Contacts that were found since are read at another press.
  const isOffered = requested.length === 0 || (isDone && readable.length > requested.length)
  const read = { read: pages.length.toLocaleString(locale), most: firstReceipts }
  const status = [fill(plural(t.purchases.contactsRead, found.length, locale), read)]
  if (isDone && bought.length === 0) status.push(t.purchases.noneByContacts)
  return (
    <div className="pt-2">
      <Heading level={level[layout]} className="text-12 text-text-2">
        {t.purchases.byContacts}
      </Heading>
      {requested.length > 0 && (
        <p role="status" className="text-12 text-text-2">
          {status.join(' ')}
        </p>
      )}
      {bought.map(({ contact, page }) => (
        <PurchasesOfContact key={contact.customer_id} accountId={accountId} contact={contact} page={page} />
      ))}
      {isOffered && (
        <Button
          size="small"
          className="my-1 print:hidden"
          onClick={() => setRequested(readable.map(({ customer_id }) => customer_id))}
        >
          <Icon of={Search} size={12} />
          {t.purchases.lookByContacts}
        </Button>
      )}
      {error?.code === 'upstream_forbidden' ? (
        <p className="text-text-2">{fill(t.purchases.noScope, { scope: error.scope ?? '' })}</p>
      ) : (
        <QueryFailure query={query} failed={t.record.partFailed.purchases} />
      )}
    </div>
  )
}
