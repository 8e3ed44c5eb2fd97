import { HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { CustomersWithRecord } from '@/app/[accountId]/customers/customers-with-record'
import { redirectFormSearch } from '@/app/[accountId]/customers/redirect-form-search'
import { redirectRecoveredLink } from '@/app/[accountId]/customers/redirect-recovered-link'
import { redirectToDefaultView } from '@/app/[accountId]/customers/redirect-to-default-view'
import { redirectToSoleCustomer } from '@/app/[accountId]/customers/redirect-to-sole-customer'
import { dehydrateWithFailures, withApiError } from '@/app/[accountId]/first-answer'
import { FormattedPhonesProvider } from '@/app/[accountId]/formatted-phones'
import { renderFailure } from '@/app/[accountId]/render-failure'
import { RowShapes } from '@/components/customers/table/row-shapes'
import { WatchPerson } from '@/components/shell/session/watch-person'
import { hasPermission } from '@/lib/access'
import { accountQueries } from '@/lib/api/queries/account'
import { customerQueries } from '@/lib/api/queries/customers'
import type { ColumnLayout } from '@/lib/customers/columns/column-layout'
import { toApiQuery } from '@/lib/customers/filters/customer-query'
import { parseCustomerSearchParams } from '@/lib/customers/filters/parse-customer-query'
import { unreadFilters } from '@/lib/customers/links/unread-filters'
import { accountNames } from '@/lib/server/auth/account-names'
import { personKey } from '@/lib/server/auth/person-key'
import { knownSettings } from '@/lib/server/customers/known-settings'
import { readCustomerPage } from '@/lib/server/customers/read-customers'
import { recordSettings } from '@/lib/server/customers/record-settings'
import { writtenPhones } from '@/lib/server/customers/written-phones'
import { page } from '@/lib/server/http/page'
import { requestPreferences } from '@/lib/server/http/preferences'
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
    const { columns } = await requestPreferences()
    /** Attributes have types, which their columns need. */
    const prefetchTypes = (layout: ColumnLayout) =>
      layout.shown !== undefined &&
      queryClient.prefetchQuery({
        ...accountQueries.settings(account.id),
        queryFn: () => withApiError(access, knownSettings(access)),
      })
    const [firstViews] = await Promise.all([
      readFirstViews(access, address.view).then(async (views) => {
        await prefetchTypes(views.open?.columns ?? columns?.[account.id] ?? {})
        return views
      }),
      isScan ||
        queryClient.prefetchQuery({
          ...firstPage,
          queryFn: () => withApiError(access, readCustomerPage(access, query)),
        }),
    ])
    const read = queryClient.getQueryData(firstPage.queryKey)
    redirectToSoleCustomer(access, address, read)
    return (
      <HydrationBoundary state={dehydrateWithFailures(queryClient)}>
        <WatchPerson person={personKey(viewer)} />
        <FormattedPhonesProvider formatted={writtenPhones(read?.customers ?? [], address.phone_number)}>
          <CustomersWithRecord
            key={account.id}
            accountId={account.id}
            isMasked={!hasPermission(viewer.role, 'contact:read')}
            accounts={accountNames(viewer)}
            problems={problems.filter((problem) => !unread.includes(problem))}
            unread={unread}
            rejectedText={rejectedText}
            firstViews={firstViews}
            mayShareViews={hasPermission(viewer.role, 'views:share')}
            mayExport={hasPermission(viewer.role, 'customers:export')}
            settings={recordSettings(viewer.role)}
          />
          <RowShapes />
        </FormattedPhonesProvider>
      </HydrationBoundary>
    )
  },
})
