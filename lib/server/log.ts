import 'server-only'
import pino from 'pino'
import type { ApiErrorCode } from '@/lib/api/errors'

/** The only fields that a log line may have. None may hold a query value, personal data, a token or a cookie. */
export type LogFields = {
  request_id?: string
  route?: string
  account?: string
  status?: number
  code?: ApiErrorCode
  duration_ms?: number
  upstream_status?: number
  /** The endpoint of Dintero and the outcome of the call, with the same values as in the metrics. */
  endpoint?: string
  outcome?: string
  /** The class of an unexpected error, such as `TypeError`, its code and its stack frames: `describeThrown`, never a message. */
  error?: string
  error_code?: string
  frames?: string[]
  event?: string
  /** A signed checkpoint of the audit log: ids and hashes of rows, and no personal data. */
  checkpoint?: string
}

const logger = pino({ base: undefined, timestamp: pino.stdTimeFunctions.isoTime })

/** Writes one structured line to standard output. */
export function log(level: 'info' | 'warn' | 'error', message: string, fields: LogFields): void {
  logger[level](fields, message)
}
