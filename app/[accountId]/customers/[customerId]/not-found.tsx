import { UnknownCustomer } from '@/app/[accountId]/customers/[customerId]/unknown-customer'
import { screenTitle } from '@/lib/server/http/title'

export const generateMetadata = screenTitle((t) => t.record.label)

/** The screen for a customer that Dintero does not know. */
export default function CustomerNotFound() {
  return <UnknownCustomer />
}
