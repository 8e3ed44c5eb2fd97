import 'server-only'
import { z } from 'zod'

/** The limits of calls to the upstream. Each is an environment variable, so that tests can use a tenth of the times. */

const whole = (what: string, least: number, most: number) =>
  z.coerce
    .number({ error: `must be a number of ${what}` })
    .int()
    .min(least)
    .max(most)
const ms = (least: number, most: number) => whole('milliseconds', least, most)

/** The environment variables of these limits. */
export const upstreamVariables = {
  UPSTREAM_TIMEOUT_MS: ms(100, 60_000).default(8_000),
  UPSTREAM_FIRST_BYTE_MS: ms(20, 60_000).default(5_000),
  UPSTREAM_BETWEEN_BYTES_MS: ms(20, 60_000).default(3_000),
  UPSTREAM_HEDGE_MS: ms(20, 60_000).default(1_500),
  UPSTREAM_TRIES: whole('tries', 1, 10).default(4),
  UPSTREAM_BACKOFF_MS: ms(1, 10_000).default(50),
  UPSTREAM_RETRY_PERCENT: whole('percent', 0, 100).default(20),
  UPSTREAM_RETRY_MINIMUM: whole('retries', 0, 10_000).default(10),
  UPSTREAM_IN_FLIGHT: whole('calls', 1, 1_000).default(16),
  UPSTREAM_QUEUE: whole('calls', 0, 100_000).default(128),
  UPSTREAM_BREAKER_CALLS: whole('calls', 1, 100_000).default(20),
  UPSTREAM_BREAKER_WINDOW_MS: ms(100, 600_000).default(30_000),
  UPSTREAM_BREAKER_OPEN_MS: ms(10, 60_000).default(1_000),
  UPSTREAM_TOKEN_HOLD_MS: ms(10, 600_000).default(10_000),
}

type Values = z.infer<z.ZodObject<typeof upstreamVariables>>

/** The times that one HTTP call may take. */
export type CallTimes = { timeoutMs: number; firstByteMs: number; betweenBytesMs: number }

export type UpstreamSettings = {
  /** For all that a person waits for: the queue, every attempt, and the backoff between attempts. */
  timeoutMs: number
  firstByteMs: number
  betweenBytesMs: number
  /** How long a call waits for its answer before a copy of it may be sent. */
  hedgeMs: number
  /** How often one call is sent at most. */
  maxAttempts: number
  /** The wait before the second attempt is random up to this, and the limit doubles before each further attempt. */
  backoffMs: number
  /** The share of a minute's calls that may be retried, and how many retries are allowed in any case. */
  retryPercent: number
  retryMinimum: number
  /** How many calls of one account run at once, and how many wait. */
  inFlight: number
  queue: number
  /** The breaker opens if at least this many calls were made within the window and at least half of them failed. */
  breakerCalls: number
  breakerWindowMs: number
  breakerOpenMs: number
  /** How long after a failure no token is requested that is not needed at once, or that would be refused again. */
  tokenHoldMs: number
}

export const toUpstreamSettings = (values: Values): UpstreamSettings => ({
  timeoutMs: values.UPSTREAM_TIMEOUT_MS,
  firstByteMs: values.UPSTREAM_FIRST_BYTE_MS,
  betweenBytesMs: values.UPSTREAM_BETWEEN_BYTES_MS,
  hedgeMs: values.UPSTREAM_HEDGE_MS,
  maxAttempts: values.UPSTREAM_TRIES,
  backoffMs: values.UPSTREAM_BACKOFF_MS,
  retryPercent: values.UPSTREAM_RETRY_PERCENT,
  retryMinimum: values.UPSTREAM_RETRY_MINIMUM,
  inFlight: values.UPSTREAM_IN_FLIGHT,
  queue: values.UPSTREAM_QUEUE,
  breakerCalls: values.UPSTREAM_BREAKER_CALLS,
  breakerWindowMs: values.UPSTREAM_BREAKER_WINDOW_MS,
  breakerOpenMs: values.UPSTREAM_BREAKER_OPEN_MS,
  tokenHoldMs: values.UPSTREAM_TOKEN_HOLD_MS,
})

/** The settings when nothing is configured. */
export const usualUpstreamSettings = toUpstreamSettings(z.object(upstreamVariables).parse({}))
