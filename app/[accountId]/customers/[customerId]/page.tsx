import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { notFound } from 'next/navigation'
import { WrittenPhonesProvider } from '@/app/[accountId]/written-phones'
import { RecordPage } from '@/components/record/page/record-page'
import { RecordFailure } from '@/components/record/view/record-failure'
import { NotAllowed } from '@/components/shell/not-allowed'
import { hasPermission } from '@/lib/access'
import { recordQueries } from '@/lib/api/queries/record'
import { messagesFor } from '@/lib/messages/catalogue'
import { auditRefusal } from '@/lib/server/audit/refusal'
import { requirePageAccess } from '@/lib/server/auth/viewer'
import { readCustomer } from '@/lib/server/customers/reads'
import { writtenPhones } from '@/lib/server/customers/written-phones'
import { recordSettings } from '@/lib/server/env'
import { requestPreferences } from '@/lib/server/http/preferences'
import { toApiError } from '@/lib/server/http/route'

type Props = { params: Promise<{ accountId: string; customerId: string }> }

/** The `customer_id` of an address: a page gets its parameters percent-encoded. Null for a malformed escape. */
function decodeCustomerId(segment: string): string | null {
  try {
    return decodeURIComponent(segment)
  } catch {
    return null
  }
}

/** The record as a page of its own: for links, print and phones. Its first HTML holds the record. */
export default async function CustomerPage({ params }: Props) {
  const { accountId, customerId: segment } = await params
  const access = await requirePageAccess(accountId)
  const { viewer, account } = access
  if (!hasPermission(viewer.role, 'customers:read')) {
    await auditRefusal(access, 'customers:read', decodeCustomerId(segment) ?? undefined)
    const t = messagesFor((await requestPreferences()).locale)
    return viewer.role && <NotAllowed t={t} role={viewer.role} accountId={account.id} page="customers" />
  }
  const customerId = decodeCustomerId(segment) ?? notFound()

  const read = await readCustomer(access, customerId).catch((thrown: unknown) => toApiError(thrown, access.request.id))
  if ('code' in read) return read.code === 'not_found' ? notFound() : <RecordFailure error={read} />

  const queryClient = new QueryClient()
  queryClient.setQueryData(recordQueries.customer(account.id, customerId).queryKey, read)
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <WrittenPhonesProvider written={writtenPhones([read.customer])}>
        <RecordPage
          accountId={account.id}
          read={read}
          settings={{ ...recordSettings(), mayReadActivity: hasPermission(viewer.role, 'activity:read') }}
        />
      </WrittenPhonesProvider>
    </HydrationBoundary>
  )
}
