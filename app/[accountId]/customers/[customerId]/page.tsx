import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { FormattedPhonesProvider } from '@/app/[accountId]/formatted-phones'
import { renderFailure } from '@/app/[accountId]/render-failure'
import { RecordPageSteps } from '@/components/customers/steps/record-page-steps'
import { RecentRecord } from '@/components/customers/use-recent-record'
import { RecordPage } from '@/components/record/page/record-page'
import { WatchPerson } from '@/components/shell/session/watch-person'
import { recordQueries } from '@/lib/api/queries/record'
import { customerParams } from '@/lib/customers/model/customer-params'
import { personKey } from '@/lib/server/auth/person-key'
import { readCustomer } from '@/lib/server/customers/read-record'
import { recordSettings } from '@/lib/server/customers/record-settings'
import { writtenPhones } from '@/lib/server/customers/written-phones'
import { page } from '@/lib/server/http/page'
import { screenTitle } from '@/lib/server/http/title'

export const generateMetadata = screenTitle((t) => t.record.label)

/** The record as a page of its own: for links, print and phones. Its first HTML holds the record. */
export default page({
  permission: 'customers:read',
  params: customerParams,
  renderFailure,
  render: async ({ access, params }) => {
    const { viewer, account } = access
    const read = await readCustomer(access, params.customerId)
    const queryClient = new QueryClient()
    queryClient.setQueryData(recordQueries.customer(account.id, params.customerId).queryKey, read)
    return (
      <HydrationBoundary state={dehydrate(queryClient)}>
        <WatchPerson person={personKey(viewer)} />
        <RecentRecord accountId={account.id} customer={read.customer} />
        <FormattedPhonesProvider formatted={writtenPhones([read.customer])}>
          <RecordPage
            accountId={account.id}
            read={read}
            steps={<RecordPageSteps accountId={account.id} customerId={read.customer.customer_id} />}
            settings={recordSettings(viewer.role)}
          />
        </FormattedPhonesProvider>
      </HydrationBoundary>
    )
  },
})
