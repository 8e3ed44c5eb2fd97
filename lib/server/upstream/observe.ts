import 'server-only'
import { log } from '@/lib/server/log'
import { metrics } from '@/lib/server/metrics'
import { type DinteroFailure, isTransient } from '@/lib/server/upstream/failure'

/** A call to Dintero as metrics and the log name it. `requestId` is the request to this app that the call serves, if any. */
export type Observed = {
  account: string
  /** The name of the endpoint: never an id or a value, so that the metrics have few labels and hold nothing private. */
  endpoint: string
  requestId?: string
}

/** Counts and logs a call that has ended. `status` is undefined where no answer came. */
export function observe(
  { account, endpoint, requestId }: Observed,
  startedAt: number,
  failure: DinteroFailure | null,
  status?: number,
): void {
  const ms = performance.now() - startedAt
  const outcome = failure?.kind ?? 'ok'
  metrics().calls.inc({ account, endpoint, outcome })
  metrics().seconds.observe({ endpoint }, ms / 1000)
  log(failure && (isTransient(failure) || failure.kind === 'invalid') ? 'warn' : 'info', 'upstream', {
    request_id: requestId,
    account,
    endpoint,
    outcome,
    upstream_status: status,
    duration_ms: Math.round(ms),
  })
}
