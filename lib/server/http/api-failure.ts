import 'server-only'
import type { ApiError } from '@/lib/api/errors'
import type { DinteroFailure } from '@/lib/server/upstream/failure'

/** An `ApiError` on its way up through the server; `handle` and the pages give it its request id. */
export class ApiFailure extends Error {
  constructor(readonly error: Omit<ApiError, 'request_id'>) {
    super(error.code)
  }
}

/** Whether what was thrown says that there is none of what was asked for. */
export const isNotFound = (thrown: unknown): boolean =>
  thrown instanceof ApiFailure && thrown.error.code === 'not_found'

/** Whether what was thrown says that nothing can be recorded, and so nothing shown. */
export const isUnrecorded = (thrown: unknown): boolean =>
  thrown instanceof ApiFailure && thrown.error.code === 'audit_unavailable'

/** What a refused call to Dintero means for the person. `bad_request` is for the caller, who knows what was asked. */
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
        message: 'The client of this account lacks the scope read:customers.',
        scope: 'read:customers',
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
    // Unasked for, it tells nothing.
    case 'not_modified':
    case 'cut_off':
    case 'invalid':
      return new ApiFailure({
        code: 'upstream_invalid',
        message: 'Dintero answered with something that its contract does not have.',
      })
  }
}
