import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { askWhatWasTyped } from '@/app/[accountId]/customers/ask-what-was-typed'
import { CustomersWithRecord } from '@/app/[accountId]/customers/customers-with-record'
import { WrittenPhonesProvider } from '@/app/[accountId]/written-phones'
import { toSearchParams } from '@/app/to-search-params'
import { NotAllowed } from '@/components/shell/not-allowed'
import { hasPermission } from '@/lib/access'
import { customerQueries } from '@/lib/api/queries/customers'
import { toApiQuery } from '@/lib/customers/filters/customer-query'
import { parseCustomerSearchParams } from '@/lib/customers/filters/parse-customer-query'
import { messagesFor } from '@/lib/messages/catalogue'
import { auditRefusal } from '@/lib/server/audit/refusal'
import { accountNames } from '@/lib/server/auth/account-names'
import { requirePageAccess } from '@/lib/server/auth/viewer'
import { readCustomerPage } from '@/lib/server/customers/reads'
import { writtenPhones } from '@/lib/server/customers/written-phones'
import { env, recordSettings } from '@/lib/server/env'
import { requestPreferences } from '@/lib/server/http/preferences'
import { toApiError } from '@/lib/server/http/route'

type Props = {
  params: Promise<{ accountId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The first page of rows is read here, in process, and stands in the first HTML. */
export default async function CustomersPage({ params, searchParams }: Props) {
  const access = await requirePageAccess((await params).accountId)
  const { viewer, account } = access
  if (!hasPermission(viewer.role, 'customers:read')) {
    await auditRefusal(access, 'customers:read')
    const t = messagesFor((await requestPreferences()).locale)
    return viewer.role && <NotAllowed t={t} role={viewer.role} accountId={account.id} page="customers" />
  }

  const given = toSearchParams(await searchParams)
  const typed = await askWhatWasTyped(access, given)
  const { query: address, problems } = parseCustomerSearchParams(given)
  const query = toApiQuery(address)
  const queryClient = new QueryClient()
  const request = customerQueries.page(account.id, query)
  const isScan = address.only !== null || address.changed_at !== null || address.was !== null
  if (!isScan)
    await queryClient.prefetchQuery({
      ...request,
      queryFn: () =>
        readCustomerPage(access, query).catch((thrown: unknown) => {
          throw toApiError(thrown, access.request.id)
        }),
    })
  const page = queryClient.getQueryData(request.queryKey)
  const { density } = await requestPreferences()
  // A failure travels like rows do: the screen shows it without asking again.
  const state = dehydrate(queryClient, { shouldDehydrateQuery: () => true, shouldRedactErrors: () => false })
  return (
    <HydrationBoundary state={state}>
      <WrittenPhonesProvider written={writtenPhones(page?.customers ?? [])}>
        <CustomersWithRecord
          key={account.id}
          accountId={account.id}
          accounts={accountNames(viewer)}
          phoneCountry={env().phoneCountry}
          problems={problems}
          typed={typed}
          density={density}
          settings={{ ...recordSettings(), mayReadActivity: hasPermission(viewer.role, 'activity:read') }}
        />
      </WrittenPhonesProvider>
    </HydrationBoundary>
  )
}
