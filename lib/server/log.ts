import 'server-only'
import pino from 'pino'
import type { ApiErrorCode } from '@/lib/api/errors'

/** The allow-list of what a log line may hold. Never a query value, a name, an address, a token or a cookie. */
export type LogFields = {
  request_id?: string
  route?: string
  account?: string
  status?: number
  code?: ApiErrorCode
  duration_ms?: number
  upstream_status?: number
  /** What of Dintero was asked, and what came of it: of closed sets, as metrics name them. */
  endpoint?: string
  outcome?: string
  /** The kind of an unexpected error, such as `TypeError`; its message may hold data and stays out. */
  error?: string
  event?: string
}

const logger = pino({ base: undefined, timestamp: pino.stdTimeFunctions.isoTime })

/** Writes one structured line to standard output. */
export function log(level: 'info' | 'warn' | 'error', message: string, fields: LogFields): void {
  logger[level](fields, message)
}
