import { redirect } from 'next/navigation'
import { z } from 'zod/mini'
import { renderFailure } from '@/app/[accountId]/render-failure'
import { FoundReceipts } from '@/components/record/purchases/found-receipts'
import { WatchPerson } from '@/components/shell/session/watch-person'
import { aroundRoutes } from '@/lib/api/around-routes'
import { isPaymentCardNumber } from '@/lib/customers/model/payment-card'
import { personKey } from '@/lib/server/auth/person-key'
import { readReceiptsByNumber } from '@/lib/server/customers/read-receipts'
import { page } from '@/lib/server/http/page'
import { screenTitle } from '@/lib/server/http/title'

export const generateMetadata = screenTitle((t) => t.purchases.receipt)

/**
 * Leads from the number of a receipt, as it stands on the paper, to its customer. Where several tills have used the number, or none,
 * it says so. A payment card number is never sent to Dintero.
 */
export default page({
  permission: 'customers:read',
  params: z.object({ receiptNumber: z.string() }),
  renderFailure,
  render: async ({ access, params: { receiptNumber } }) => {
    const found = isPaymentCardNumber(receiptNumber) ? [] : await readReceiptsByNumber(access, receiptNumber)
    const [only, ...others] = found
    if (only?.customer_id && others.length === 0)
      redirect(aroundRoutes.customerWithReceipt(access.account.id, only.customer_id, only.id))
    return (
      <>
        <WatchPerson person={personKey(access.viewer)} />
        <FoundReceipts accountId={access.account.id} number={receiptNumber} found={found} />
      </>
    )
  },
})
