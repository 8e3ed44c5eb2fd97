import { type DehydratedState, dehydrate, type QueryClient } from '@tanstack/react-query'
import type { AccountAccess } from '@/lib/server/auth/account-access'
import { toApiError } from '@/lib/server/http/api-failure'

/** An answer of the server as a query of the browser has it: a failure is the `ApiError` that the API would send. */
export const withApiError = <T>({ request }: AccountAccess, answer: Promise<T>): Promise<T> =>
  answer.catch((thrown: unknown) => {
    throw toApiError(thrown, request.id)
  })

/** What the browser's queries begin with. A failure is included, so that the screen shows it without fetching again. */
export const dehydrateWithFailures = (client: QueryClient): DehydratedState =>
  dehydrate(client, { shouldDehydrateQuery: () => true, shouldRedactErrors: () => false })
