/**
 * Every reason why a request can fail, from the upstream to the screen. The set is closed: the exhaustive maps, here and
 * in the message catalogues, do not compile until a new code has a status and a sentence.
 */
export type ApiErrorCode =
  | 'unauthenticated'
  | 'forbidden'
  | 'invalid_query'
  | 'contact_fragment'
  | 'unsupported_media_type'
  | 'not_found'
  | 'conflict'
  | 'limit_reached'
  | 'upstream_unauthorized'
  | 'upstream_forbidden'
  | 'upstream_rate_limited'
  | 'upstream_unavailable'
  | 'upstream_invalid'
  | 'rate_limited'
  | 'exact_search_limit'
  | 'audit_unavailable'
  | 'internal'
  | 'unreachable'

/**
 * A failure as it is thrown, sent as JSON, and dehydrated into the first HTML. It is a plain object, because an `Error`
 * loses its properties between a server component and the browser.
 */
export type ApiError = {
  code: ApiErrorCode
  /** One English sentence without personal data; screens show a text of the catalogue by `code`. */
  message: string
  /** The query parameter that is wrong, with `invalid_query`, or that the role may not use, with `forbidden`. */
  field?: string
  /** Seconds to wait, with the rate limits, and with `upstream_unavailable` while our circuit breaker is open. */
  retry_after_seconds?: number
  /** The scope that the API client lacks at Dintero, with `upstream_forbidden`. */
  scope?: string
  request_id: string
}

/** The HTTP status of each code. */
export const statusOf = {
  invalid_query: 400,
  contact_fragment: 400,
  unsupported_media_type: 415,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  limit_reached: 409,
  rate_limited: 429,
  exact_search_limit: 429,
  internal: 500,
  upstream_invalid: 502,
  upstream_unauthorized: 502,
  upstream_forbidden: 502,
  upstream_unavailable: 503,
  upstream_rate_limited: 503,
  audit_unavailable: 503,
  // Never sent: the browser uses it when the server does not answer.
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
