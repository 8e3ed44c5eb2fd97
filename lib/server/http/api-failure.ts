import 'server-only'
import type { ApiError } from '@/lib/api/errors'
import { log } from '@/lib/server/log'
import { describeThrown } from '@/lib/server/thrown'
import type { DinteroFailure } from '@/lib/server/upstream/failure'

/** An `ApiError` that is thrown inside the server. `route` and `page` add the request id. */
export class ApiFailure extends Error {
  constructor(readonly error: Omit<ApiError, 'request_id'>) {
    super(error.code)
  }
}

/** Whether the thrown value is `not_found`. */
export const isNotFound = (thrown: unknown): boolean =>
  thrown instanceof ApiFailure && thrown.error.code === 'not_found'

/** Whether the thrown value is `audit_unavailable`: nothing can be audited, so nothing may be shown. */
export const isAuditUnavailable = (thrown: unknown): boolean =>
  thrown instanceof ApiFailure && thrown.error.code === 'audit_unavailable'

/**
 * The `ApiError` of a failed call to Dintero. `bad_request` is left to the caller, who knows which parameters were sent.
 */
export function toApiFailure(failure: Exclude<DinteroFailure, { kind: 'bad_request' }>): ApiFailure {
  switch (failure.kind) {
    case 'not_found':
      return new ApiFailure({ code: 'not_found', message: 'Dintero has no such customer.' })
    case 'unauthorized':
      return new ApiFailure({
        code: 'upstream_unauthorized',
        message: 'Dintero does not accept the client id and secret of this account.',
      })
    case 'forbidden':
      return new ApiFailure({
        code: 'upstream_forbidden',
        message: `The client of this account lacks the scope ${failure.scope}.`,
        scope: failure.scope,
      })
    case 'rate_limited':
      return new ApiFailure({
        code: 'upstream_rate_limited',
        message: 'Dintero asks to wait before the next call.',
        retry_after_seconds: failure.retryAfterSeconds ?? 5,
      })
    case 'unavailable':
      return new ApiFailure({ code: 'upstream_unavailable', message: 'Dintero does not answer.' })
    case 'held_back':
      return new ApiFailure({
        code: 'upstream_unavailable',
        message: 'Dintero does not answer, or too slowly for all who ask; this call was not sent.',
        retry_after_seconds: failure.retryAfterSeconds,
      })
    // `not_modified` answers only a conditional request; the callers that send one handle it themselves.
    case 'not_modified':
    case 'cut_off':
    case 'invalid':
      return new ApiFailure({
        code: 'upstream_invalid',
        message: 'Dintero answered with something that its contract does not have.',
      })
  }
}

/** The `ApiError` of any thrown value. An unexpected one is `internal`, and its text is not logged. */
export function toApiError(thrown: unknown, requestId: string): ApiError {
  if (thrown instanceof ApiFailure) return { ...thrown.error, request_id: requestId }
  log('error', 'unexpected failure', {
    request_id: requestId,
    code: 'internal',
    ...describeThrown(thrown),
  })
  return { code: 'internal', message: 'The server failed in a way it did not foresee.', request_id: requestId }
}
