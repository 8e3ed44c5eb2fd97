'use client'

import { useQueryState } from 'nuqs'
import { PagesEnd } from '@/components/record/facts/pages-end'
import { LinkedReceipt } from '@/components/record/purchases/linked-receipt'
import { PurchaseMonths } from '@/components/record/purchases/purchase-months'
import { PurchaseSums } from '@/components/record/purchases/purchase-sums'
import { usePurchases } from '@/components/record/purchases/use-purchases'
import { useUnfolded } from '@/components/record/purchases/use-unfolded'
import { useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'
import type { Customer } from '@/lib/customers/model/customer'
import { maskText } from '@/lib/customers/model/masked'
import { linkedReceipt } from '@/lib/customers/receipts/receipts-query'
import { fill } from '@/lib/messages/messages'

type Props = { accountId: string; customer: Customer }

type FormerIdsProps = { formerIds: { read: string[]; following: string[] }; isMasked: boolean }

/** What is said of earlier ids: which are included, which are still to come, or that the role does not see any. */
function FormerIds({ formerIds: { read, following }, isMasked }: FormerIdsProps) {
  const { t } = useIntl()
  const sentences = [
    isMasked && t.purchases.formerMasked,
    read.length > 0 && fill(t.purchases.former, { ids: read.join(', ') }),
    following.length > 0 && fill(t.purchases.formerFollow, { ids: following.join(', ') }),
  ].filter((sentence) => sentence !== false)
  if (sentences.length === 0) return null
  return (
    <p className="text-12 text-text-2">
      <Text translate="yes">{sentences.join(' ')}</Text>
    </p>
  )
}

/** The purchases of a customer: a receipt that the URL names, sums per year, and months whose receipts unfold. */
export function Purchases({ accountId, customer }: Props) {
  const { t } = useIntl()
  const [linked] = useQueryState('receipt', linkedReceipt)
  const { query, purchases: listed, formerIds } = usePurchases(accountId, customer)
  const { purchases, unfolded, toggle } = useUnfolded(accountId, listed)
  const { data, error, hasNextPage } = query
  const isMasked = Object.hasOwn(customer.metadata ?? {}, maskText)
  if (error?.code === 'upstream_forbidden')
    return <p className="text-text-2">{fill(t.purchases.noScope, { scope: error.scope ?? '' })}</p>
  return (
    <>
      {linked !== null && <LinkedReceipt accountId={accountId} customerId={customer.customer_id} receiptId={linked} />}
      {purchases.length > 0 && <PurchaseSums purchases={purchases} isWhole={!hasNextPage} />}
      {data && purchases.length === 0 && !hasNextPage && <p className="text-text-2">{t.purchases.none}</p>}
      {data && <FormerIds formerIds={formerIds} isMasked={isMasked} />}
      <PurchaseMonths
        accountId={accountId}
        customer={customer}
        purchases={purchases}
        unfolded={unfolded}
        onToggle={toggle}
      />
      <PagesEnd
        query={query}
        what={t.record.purchases}
        failed={t.record.partFailed.purchases}
        unreadable={t.purchases.unreadable}
        more={t.purchases.showOlder}
      />
    </>
  )
}
