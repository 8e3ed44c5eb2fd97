import 'server-only'

/** Why a call to Dintero gave no data. `toApiFailure` maps it to the app's errors. It holds no text of the upstream. */
export type DinteroFailure =
  | { kind: 'bad_request' }
  | { kind: 'unauthorized' }
  /** The client of the account lacks this scope. */
  | { kind: 'forbidden'; scope: string }
  | { kind: 'not_found' }
  /** The answer with the etag of the request is still current. Only conditional requests get this. */
  | { kind: 'not_modified' }
  | { kind: 'rate_limited'; retryAfterSeconds?: number }
  /** No connection, a time-out, or a 5xx status. */
  | { kind: 'unavailable'; retryAfterSeconds?: number }
  /** The call was not sent: the circuit breaker is open or the queue is full. */
  | { kind: 'held_back'; retryAfterSeconds: number }
  /** The connection closed before the end of the answer. */
  | { kind: 'cut_off' }
  /** HTML, a wrong content type, a broken body, or a shape that the contract does not have. */
  | { kind: 'invalid' }

/** The headers of an answer, by their names in lower case. */
export type AnswerHeaders = Pick<Headers, 'get'>

/** Typed data, or why there is none. */
export type DinteroResult<T> = { ok: true; data: T; headers: AnswerHeaders } | { ok: false; failure: DinteroFailure }

/** The failures that another attempt may not meet. */
export type TransientFailure = Extract<DinteroFailure, { kind: 'unavailable' | 'rate_limited' | 'cut_off' }>

export function isTransient(failure: DinteroFailure): failure is TransientFailure {
  return failure.kind === 'unavailable' || failure.kind === 'rate_limited' || failure.kind === 'cut_off'
}

/** A failure as far as the status alone shows it: only the caller knows which scope a 403 is about. */
export type StatusFailure = Exclude<DinteroFailure, { kind: 'forbidden' }> | { kind: 'forbidden' }

/** An upstream may send any number or date: a wait of nothing would be a loop, and one of years a refusal for ever. */
const maxRetryAfterSeconds = 300

/**
 * The wait that `Retry-After` requests, from 1 to 300 seconds. A date is compared with the answer's own `Date`, because the
 * two clocks may differ by minutes.
 */
function secondsToWait(headers: AnswerHeaders, now: number): { retryAfterSeconds?: number } {
  const header = headers.get('retry-after') ?? ''
  const sent = Date.parse(headers.get('date') ?? '')
  const untilDate = () => (Date.parse(header) - (Number.isNaN(sent) ? now : sent)) / 1000
  const seconds = /^\d+$/.test(header) ? Number(header) : /^[A-Z][a-z]+, /.test(header) ? untilDate() : Number.NaN
  return Number.isNaN(seconds)
    ? {}
    : { retryAfterSeconds: Math.min(maxRetryAfterSeconds, Math.max(1, Math.ceil(seconds))) }
}

/**
 * The failure that a status means, or null for 200, the only status with data (contract; 206 would be a part of it).
 * It depends on the status, never on the body's `code` (contract, "Errors"). `Retry-After` is read as seconds or as a date
 * (RFC 9110, section 10.2.3).
 */
export function failureOfStatus(status: number, headers: AnswerHeaders, now = Date.now()): StatusFailure | null {
  if (status === 200) return null
  if (status === 304) return { kind: 'not_modified' }
  if (status === 400 || status === 422) return { kind: 'bad_request' }
  if (status === 401) return { kind: 'unauthorized' }
  if (status === 403) return { kind: 'forbidden' }
  if (status === 404) return { kind: 'not_found' }
  if (status === 429) return { kind: 'rate_limited', ...secondsToWait(headers, now) }
  return status >= 500 || status === 408 ? { kind: 'unavailable', ...secondsToWait(headers, now) } : { kind: 'invalid' }
}
