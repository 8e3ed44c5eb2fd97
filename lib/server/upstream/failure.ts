import 'server-only'

/** Why a call to Dintero gave no data; mapped to the app's errors in `to-api-error`. No upstream text is in it. */
export type DinteroFailure =
  | { kind: 'bad_request' }
  | { kind: 'unauthorized' }
  /** The client of the account lacks this scope. */
  | { kind: 'forbidden'; scope: string }
  | { kind: 'not_found' }
  /** What the reader has is still so; only where it was asked by its etag. */
  | { kind: 'not_modified' }
  | { kind: 'rate_limited'; retryAfterSeconds?: number }
  /** No connection, a time-out, or a status of the 500s. */
  | { kind: 'unavailable'; retryAfterSeconds?: number }
  /** Not sent by us: so much failed that we wait, or too many calls wait already. */
  | { kind: 'held_back'; retryAfterSeconds: number }
  /** The answer broke off. */
  | { kind: 'cut_off' }
  /** HTML, a wrong content type, a broken body, or not what the contract says. */
  | { kind: 'invalid' }

/** The headers of an answer, by their names in small letters. */
export type AnswerHeaders = Pick<Headers, 'get'>

/** A typed answer: data, or why there is none. */
export type DinteroResult<T> = { ok: true; data: T; headers: AnswerHeaders } | { ok: false; failure: DinteroFailure }

/** The failures of the way to Dintero, which the next try may not meet. What it answers to a question stays as it is. */
export type PassingFailure = Extract<DinteroFailure, { kind: 'unavailable' | 'rate_limited' | 'cut_off' }>

export function mayPass(failure: DinteroFailure): failure is PassingFailure {
  return failure.kind === 'unavailable' || failure.kind === 'rate_limited' || failure.kind === 'cut_off'
}

/** A failure as far as the status alone shows it: only the caller knows which scope a 403 is about. */
export type StatusFailure = Exclude<DinteroFailure, { kind: 'forbidden' }> | { kind: 'forbidden' }

/** A date is counted from the answer's own `Date`, since the two clocks may differ by minutes. */
function secondsToWait(headers: AnswerHeaders, now: number): { retryAfterSeconds?: number } {
  const header = headers.get('retry-after') ?? ''
  const sent = Date.parse(headers.get('date') ?? '')
  const seconds = /^\d+$/.test(header)
    ? Number(header)
    : (Date.parse(header) - (Number.isNaN(sent) ? now : sent)) / 1000
  return Number.isFinite(seconds) ? { retryAfterSeconds: Math.max(0, Math.ceil(seconds)) } : {}
}

/**
 * The failure that a status means, or null for 200, the only one that brings data (contract; 206 would be half of it).
 * Branches on the status, never on the body's `code` (contract, "Errors"). `Retry-After` is read as seconds or as a date
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
