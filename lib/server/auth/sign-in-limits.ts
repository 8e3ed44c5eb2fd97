import 'server-only'
import { randomUUID } from 'node:crypto'
import { appendSessionEvent } from '@/lib/server/audit/append'
import { storable } from '@/lib/server/audit/rows'
import { ApiFailure } from '@/lib/server/http/api-failure'
import { clientIp } from '@/lib/server/http/client-ip'
import { type Count, countFailure, requireBelow } from '@/lib/server/http/limits'
import { log } from '@/lib/server/log'

/** The email of a sign-in form, or null for a request that carries none. */
async function submittedEmail(request: Request): Promise<string | null> {
  if (request.method !== 'POST') return null
  const name = (
    await request
      .clone()
      .formData()
      .catch(() => null)
  )?.get('email')
  return typeof name === 'string' ? storable(name).trim().toLowerCase().slice(0, 200) : null
}

/** next-auth answers a failure with 401, or with a redirect to its error page. */
async function hasFailed(response: Response): Promise<boolean> {
  if (response.status === 401) return true
  return /[?&]error=/.test(response.headers.get('location') ?? '')
}

const tooManyResponse = (error: ApiFailure['error']) => {
  const seconds = String(error.retry_after_seconds ?? 60)
  return Response.json({ error }, { status: 429, headers: { 'retry-after': seconds, 'cache-control': 'no-store' } })
}

/**
 * Runs a sign-in unless too many have failed within 15 minutes: 10 for one email or 100 from one IP address, unless
 * configured otherwise. A failure is counted and audited; a success is not counted. The answer does not reveal which part
 * was wrong (OWASP ASVS 5.0, chapter 6).
 */
export async function limitSignIn(request: Request, signIn: () => Promise<Response>): Promise<Response> {
  const name = await submittedEmail(request)
  const counts: Count[] = [['signInsPerIp', clientIp(request.headers)]]
  if (name !== null) counts.push(['signInsPerName', name])
  try {
    await Promise.all(counts.map((count) => requireBelow(...count)))
    const response = await signIn()
    if (await hasFailed(response)) {
      await Promise.all(counts.map((count) => countFailure(...count)))
      // Text that is no email may be a password in the wrong field, so it is not stored.
      const actor = { email: name?.includes('@') ? name : '', name: '', role: null }
      await appendSessionEvent({ kind: 'refused', actor, note: 'sign-in', requestId: randomUUID() })
    }
    return response
  } catch (thrown) {
    if (!(thrown instanceof ApiFailure && thrown.error.code === 'rate_limited')) throw thrown
    log('warn', 'sign-in refused', { request_id: '', code: thrown.error.code })
    return tooManyResponse(thrown.error)
  }
}
