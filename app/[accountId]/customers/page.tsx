import { HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { CustomersWithRecord } from '@/app/[accountId]/customers/customers-with-record'
import { redirectFormSearch } from '@/app/[accountId]/customers/redirect-form-search'
import { redirectRecoveredLink } from '@/app/[accountId]/customers/redirect-recovered-link'
import { redirectToDefaultView } from '@/app/[accountId]/customers/redirect-to-default-view'
import { dehydrateWithFailures, withApiError } from '@/app/[accountId]/first-answer'
import { FormattedPhonesProvider } from '@/app/[accountId]/formatted-phones'
import { renderFailure } from '@/app/[accountId]/render-failure'
import { WatchPerson } from '@/components/shell/session/watch-person'
import { hasPermission } from '@/lib/access'
import { customerQueries } from '@/lib/api/queries/customers'
import { toApiQuery } from '@/lib/customers/filters/customer-query'
import { parseCustomerSearchParams } from '@/lib/customers/filters/parse-customer-query'
import { unreadFilters } from '@/lib/customers/links/unread-filters'
import { accountNames } from '@/lib/server/auth/account-names'
import { personKey } from '@/lib/server/auth/person-key'
import { readCustomerPage } from '@/lib/server/customers/read-customers'
import { writtenPhones } from '@/lib/server/customers/written-phones'
import { recordSettings } from '@/lib/server/env'
import { page } from '@/lib/server/http/page'
import { screenTitle } from '@/lib/server/http/title'
import { readFirstViews } from '@/lib/server/views/read-views'

export const generateMetadata = screenTitle((t) => t.shell.customers)

/** The list of customers. Its first HTML holds the first page of rows, which is read here, in process. */
export default page({
  permission: 'customers:read',
  renderFailure,
  render: async ({ access, searchParams }) => {
    const { viewer, account } = access
    const rejectedText = await redirectFormSearch(access, searchParams)
    if (rejectedText === null) redirectRecoveredLink(access, searchParams)
    if (rejectedText === null && searchParams.size === 0) await redirectToDefaultView(access)
    const { query: address, problems } = parseCustomerSearchParams(searchParams)
    const query = toApiQuery(address)
    const queryClient = new QueryClient()
    const firstPage = customerQueries.page(account.id, query)
    const unread = unreadFilters(problems)
    const isUnread = unread.length > 0 || rejectedText !== null
    const isScan = isUnread || address.only !== null || address.changed_at !== null || address.was !== null
    const [firstViews] = await Promise.all([
      readFirstViews(access, address.view),
      isScan ||
        queryClient.prefetchQuery({
          ...firstPage,
          queryFn: () => withApiError(access, readCustomerPage(access, query)),
        }),
    ])
    const customers = queryClient.getQueryData(firstPage.queryKey)?.customers ?? []
    return (
      <HydrationBoundary state={dehydrateWithFailures(queryClient)}>
        <WatchPerson person={personKey(viewer)} />
        <FormattedPhonesProvider formatted={writtenPhones(customers)}>
          <CustomersWithRecord
            key={account.id}
            accountId={account.id}
            accounts={accountNames(viewer)}
            problems={problems.filter((problem) => !unread.includes(problem))}
            unread={unread}
            rejectedText={rejectedText}
            firstViews={firstViews}
            mayShareViews={hasPermission(viewer.role, 'views:share')}
            mayExport={hasPermission(viewer.role, 'customers:export')}
            settings={{ ...recordSettings(), mayReadActivity: hasPermission(viewer.role, 'activity:read') }}
          />
        </FormattedPhonesProvider>
      </HydrationBoundary>
    )
  },
})
