import 'server-only'
import { randomBytes, randomUUID } from 'node:crypto'
import { type ApiErrorCode, statusOf } from '@/lib/api/errors'
import { env } from '@/lib/server/env'
import { noteForgedWebhook } from '@/lib/server/http/admission/webhook-turns'
import { clientIp } from '@/lib/server/http/client-ip'
import { jsonContentType } from '@/lib/server/http/json-content-type'
import { log } from '@/lib/server/log'
import { metrics } from '@/lib/server/metrics'
import { describeThrown } from '@/lib/server/thrown'
import { parseReport } from '@/lib/server/webhooks/report'
import { isSigned } from '@/lib/server/webhooks/signature'
import { writeReport } from '@/lib/server/webhooks/write'

/** What became of a delivery. What is not accepted is sent again by Dintero, up to five times in all. */
type Outcome = 'kept' | 'duplicate' | 'ignored' | 'off' | 'forged' | 'invalid' | 'old' | 'unavailable'

const refusals: Record<Exclude<Outcome, 'kept' | 'duplicate' | 'ignored'>, { code: ApiErrorCode; message: string }> = {
  off: { code: 'not_found', message: 'There is no such address.' },
  forged: { code: 'unauthenticated', message: 'The signature is not that of this body and account.' },
  invalid: { code: 'invalid_query', message: 'The delivery is not what the contract says.' },
  old: { code: 'invalid_query', message: 'The delivery is too old.' },
  unavailable: { code: 'audit_unavailable', message: 'The delivery cannot be kept now.' },
}

/** What an account without a secret is tried with, so that its answer takes as long as that of another. */
const nobodysSecrets = [randomBytes(32).toString('hex')]

async function receive(request: Request, account: string): Promise<Outcome> {
  const { secrets, maxAgeMs } = env().webhooks
  if (secrets.size === 0) return 'off'
  const { headers } = request
  // Admission has bounded the length before the first byte.
  const body = new Uint8Array(await request.arrayBuffer())
  if (!isSigned(body, headers.get('event-signature') ?? '', secrets.get(account) ?? nobodysSecrets)) return 'forged'
  const report = parseReport({
    account,
    event: headers.get('event') ?? '',
    delivery: headers.get('event-delivery') ?? '',
    body,
  })
  if (report === 'ignored' || report === 'invalid') return report
  if (report.at !== null && Date.now() - Date.parse(report.at) > maxAgeMs) return 'old'
  try {
    return (await writeReport(report)) ? 'kept' : 'duplicate'
  } catch (error) {
    log('error', 'database unavailable', describeThrown(error))
    return 'unavailable'
  }
}

/**
 * Takes a webhook of Dintero's (contract, "Webhooks"): what it reports is committed before the answer. Its signature is all that
 * lets it in, and what has none learns nothing about accounts.
 */
export async function receiveWebhook(request: Request, account: string): Promise<Response> {
  const [requestId, startedAt] = [randomUUID(), performance.now()]
  const outcome = await receive(request, account)
  if (outcome === 'forged') await noteForgedWebhook(clientIp(request.headers))
  const isKnown = env().accounts.has(account)
  if (outcome !== 'off') metrics().webhooks.inc({ account: isKnown ? account : 'unknown', outcome })
  const refusal = outcome in refusals ? refusals[outcome as keyof typeof refusals] : null
  const status = refusal ? statusOf[refusal.code] : 200
  log(status >= 500 ? 'warn' : 'info', 'request', {
    ...{ request_id: requestId, route: 'webhooks', status, outcome, code: refusal?.code },
    duration_ms: Math.round(performance.now() - startedAt),
  })
  const body = refusal ? { error: { ...refusal, request_id: requestId } } : {}
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': jsonContentType, 'cache-control': 'no-store', 'x-request-id': requestId },
  })
}
