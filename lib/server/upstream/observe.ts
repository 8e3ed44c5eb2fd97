import 'server-only'
import { log } from '@/lib/server/log'
import { metrics } from '@/lib/server/metrics'
import { type DinteroFailure, mayPass } from '@/lib/server/upstream/failure'

/** What is asked, as metrics and the log name it: never an id or a value. */
export type Endpoint = 'token' | 'list' | 'total' | 'record' | 'record part' | 'account'

/** One call over the wire: for which account, at which endpoint, and for which request of ours, where there is one. */
export type Observed = { account: string; endpoint: Endpoint; requestId?: string }

/** Counts and logs a call that has ended; `status` is none where no answer came. */
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
  log(failure && (mayPass(failure) || failure.kind === 'invalid') ? 'warn' : 'info', 'upstream', {
    request_id: requestId,
    account,
    endpoint,
    outcome,
    upstream_status: status,
    duration_ms: Math.round(ms),
  })
}
