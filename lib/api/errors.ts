/**
 * Every way a request can fail, from upstream to screen. One closed set: a new way is a new member here, and the
 * exhaustive maps below and in the screens stop compiling until it has a status and a sentence.
 */
export type ApiErrorCode =
  | 'unauthenticated'
  | 'forbidden'
  | 'invalid_query'
  | 'not_found'
  | 'upstream_unauthorized'
  | 'upstream_forbidden'
  | 'upstream_rate_limited'
  | 'upstream_unavailable'
  | 'upstream_invalid'
  | 'rate_limited'
  | 'audit_unavailable'
  | 'internal'
  | 'unreachable'

/**
 * A failure as it crosses every border: thrown, sent as JSON, dehydrated into the first HTML. A plain object, since
 * an `Error` loses its properties on the way from a server component to the browser.
 */
export type ApiError = {
  code: ApiErrorCode
  /** One plain English sentence without personal data; screens show their own words by `code`. */
  message: string
  /** The query parameter that is wrong, with `invalid_query`. */
  field?: string
  /** Seconds to wait, with `upstream_rate_limited` and `rate_limited`, and with `upstream_unavailable` where we hold calls back. */
  retry_after_seconds?: number
  /** The scope that the client of Dintero lacks, with `upstream_forbidden`. */
  scope?: string
  request_id: string
}

/** The HTTP status of each code. */
export const statusOf = {
  invalid_query: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  rate_limited: 429,
  internal: 500,
  upstream_invalid: 502,
  upstream_unauthorized: 502,
  upstream_forbidden: 502,
  upstream_unavailable: 503,
  upstream_rate_limited: 503,
  audit_unavailable: 503,
  // Never sent: what the browser says where nothing of ours answers.
  unreachable: 503,
} as const satisfies Record<ApiErrorCode, number>

/** Whether an unknown value, thrown or parsed, is an `ApiError`. */
export function isApiError(value: unknown): value is ApiError {
  return (
    typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    typeof value.code === 'string' &&
    Object.hasOwn(statusOf, value.code) &&
    'request_id' in value
  )
}
